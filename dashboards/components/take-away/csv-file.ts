import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Sheet } from './sheet.js'

/** A table as CSV (RFC 4180) with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would run stays a text. */
export function csvOf({ columns, rows }: Sheet): string {
  return stringify([columns.map(({ head }) => head), ...rows.map((cells) => cells.map(({ value }) => value))], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
