import type { Form, FormCell, FormRow } from '../form.js'

/** What an office makes of a clean form. */
export type Habit = (form: Form) => Form

/** Where a cell stands: the name of its column, the kind of its row, and which of the places (from 0) the row is about. */
export interface CellPlace {
  column: string
  kind: FormRow['kind']
  place: number
}

/** The form with every cell of its table changed by a function. */
export function withCells(form: Form, change: (cell: FormCell, at: CellPlace) => FormCell): Form {
  let place = -1
  const rows = form.rows.map(({ kind, cells }): FormRow => {
    if (kind === 'place') place += 1
    return {
      kind,
      cells: cells.map((cell, index) => change(cell, { column: form.columns[index]?.name ?? '', kind, place })),
    }
  })
  return { ...form, rows }
}

/** True for the columns that hold figures. */
export function isFigure(column: string): boolean {
  return !['serial', 'region_code', 'region_name', 'remarks'].includes(column)
}
