import { stringify } from 'csv-stringify/sync'
import { safeCell } from '../domain/safe-cell.js'
import type { Result } from '../warehouse/warehouse.js'

/** A result as CSV with a header, without a line end behind it. Texts that a spreadsheet would run get an apostrophe in front. */
export function csvOf({ columns, rows }: Result): string {
  const names = columns.map(({ name }) => name)
  const cell = (value: unknown) => (typeof value === 'string' ? safeCell(value) : value)
  return stringify(
    rows.map((row) => names.map((name) => cell(row[name]))),
    { header: true, columns: names.map(safeCell) },
  ).trimEnd()
}
