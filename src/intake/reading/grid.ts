/** One cell: the text that a person sees, and the value that the workbook holds (the same text in a file without types). */
export interface Cell {
  text: string
  value: string | number | boolean | Date | null
  /** The value is the one that was stored with a formula; null: none was, and the text is the formula. */
  formula?: true
}

/** A row with its number as a person counts it in the file: for text files the physical line, whatever stands above it. */
export interface GridRow {
  number: number
  cells: readonly Cell[]
}

/** A merged range: row numbers as in `GridRow`, columns from 0, all included. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

/** One sheet of a workbook, or a whole text file (`sheet` null). */
export interface Grid {
  sheet: string | null
  rows: readonly GridRow[]
  merges: readonly Merge[]
}

/** A cell with nothing in it: all of them are this one. */
export const nothing: Cell = { text: '', value: null }

/** The cell of a row, an empty one beyond its end. */
export function cellAt(row: GridRow | undefined, column: number): Cell {
  return row?.cells[column] ?? nothing
}

/** True when no cell of the row shows anything. */
export function isBlankRow(row: GridRow): boolean {
  return row.cells.every((cell) => cell.text.trim() === '')
}

/** A column's letters: 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** A cell's address as a spreadsheet shows it: `C7`. */
export function addressOf(row: number, column: number): string {
  return `${lettersOf(column)}${row}`
}
