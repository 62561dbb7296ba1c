import type { CellValue, WriteSheet } from 'hucre/xlsx'
import { printable } from './printable.js'

/** A sheet whose texts every spreadsheet program can open: a text from outside may hold any sign. */
export function printableSheet(sheet: WriteSheet): WriteSheet {
  for (const row of sheet.rows ?? []) for (const [at, value] of row.entries()) row[at] = printableValue(value)
  for (const cell of sheet.cells?.values() ?? []) {
    if (cell.value !== undefined) cell.value = printableValue(cell.value)
    if (cell.comment) cell.comment = { ...cell.comment, text: printable(cell.comment.text) }
  }
  return sheet
}

function printableValue(value: CellValue): CellValue {
  return typeof value === 'string' ? printable(value) : value
}
