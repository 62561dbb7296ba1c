import { type Habit, isFigure } from './habit.js'

/** A column left out. */
export function withoutColumn(name: string): Habit {
  return (form) => {
    const at = form.columns.findIndex((column) => column.name === name)
    return {
      ...form,
      columns: form.columns.toSpliced(at, 1),
      rows: form.rows.map((row) => ({ ...row, cells: row.cells.toSpliced(at, 1) })),
    }
  }
}

/** A column under another heading that means the same, or with its unit. */
export function heading(name: string, written: string): Habit {
  return (form) => ({
    ...form,
    columns: form.columns.map((column) => (column.name === name ? { ...column, heading: written } : column)),
  })
}

/** 备注 as the last column, with a word on some of the places (from 0). */
export function remarks(on: Readonly<Record<number, string>>): Habit {
  return (form) => {
    let place = -1
    return {
      ...form,
      columns: [...form.columns, { name: 'remarks', heading: '备注', group: null }],
      rows: form.rows.map((row) => {
        if (row.kind === 'place') place += 1
        return { ...row, cells: [...row.cells, (row.kind === 'place' && on[place]) || ''] }
      }),
    }
  }
}

/** 甲, 乙, 丙 under the headings of words and 1, 2, 3 under those of figures. */
export function columnNumbers(): Habit {
  return (form) => {
    let words = 0
    let figures = 0
    const cells = form.columns.map(({ name }) => (isFigure(name) ? ++figures : ('甲乙丙丁'[words++] ?? '')))
    return { ...form, rows: [{ kind: 'numbers', cells }, ...form.rows] }
  }
}

/** One row of headings, without the groups. */
export function oneHeadingRow(): Habit {
  return (form) => ({ ...form, oneHeadingRow: true })
}
