import type { Merge } from './grid.js'

/** What a stored cell is. The lower four bits of `kinds`; the fifth says that a formula made it. */
export const kind = { number: 0, percent: 1, date: 2, boolean: 3, text: 4, unvalued: 5 } as const

/** Set in `kinds` beside the kind: the value is the one that was stored with a formula. */
export const byFormula = 16

/**
 * The cells of one sheet that have something in them, as lists beside each other: small, and quick to pass between processes.
 * The cells of row `rows[i]` end before position `ends[i]`.
 */
export interface SheetCells {
  name: string
  /** Row numbers from 1, rising. */
  rows: Uint32Array
  ends: Uint32Array
  /** For each cell its column from 0, its kind, and a number (dates in milliseconds of UTC) or a position in the texts. */
  columns: Uint16Array
  kinds: Uint8Array
  values: Float64Array
  merges: Merge[]
}

/** A workbook as read: the sheets that a person sees and our own hidden one, and the texts that their cells point to. */
export interface WorkbookCells {
  sheets: SheetCells[]
  texts: string[]
}
