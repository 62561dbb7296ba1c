import type { FormCell, FormRow } from '../form.js'
import type { Habit } from './habit.js'

/** A blank row after every n-th place. */
export function blankRows(every: number): Habit {
  return (form) => {
    let places = 0
    const blank: FormRow = { kind: 'blank', cells: form.columns.map(() => '') }
    return {
      ...form,
      rows: form.rows.flatMap((row) => {
        if (row.kind === 'place') places += 1
        return row.kind === 'place' && places % every === 0 ? [row, blank] : [row]
      }),
    }
  }
}

/** 合计 over the places instead of under them. */
export function totalOnTop(): Habit {
  return (form) => {
    const isTotal = ({ kind }: FormRow) => kind === 'total'
    return { ...form, rows: [...form.rows.filter(isTotal), ...form.rows.filter((row) => !isTotal(row))] }
  }
}

/** A 小计 under the 街道 and another under the rest. */
export function subtotals(): Habit {
  return (form) => {
    const at = form.columns.findIndex(({ name }) => name === 'region_name')
    const places = form.rows.filter(({ kind }) => kind === 'place')
    const streets = places.filter(({ cells }) => String(cells[at]).endsWith('街道'))
    const others = places.filter((row) => !streets.includes(row))
    const total = form.rows.filter(({ kind }) => kind === 'total')
    const sumOf = (rows: readonly FormRow[], label: string): FormRow => ({
      kind: 'total',
      cells: form.columns.map((_, column) => (column === at ? label : column < at ? '' : added(rows, column))),
    })
    return {
      ...form,
      rows: [...streets, sumOf(streets, '街道小计'), ...others, sumOf(others, '乡镇小计'), ...total],
    }
  }
}

function added(rows: readonly FormRow[], column: number): FormCell {
  return rows.reduce((sum, { cells }) => sum + Number(cells[column]), 0)
}
