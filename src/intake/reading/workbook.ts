import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx'
import { readStamp, type Stamp, stampSheet } from '../../domain/stamp.js'
import { type Cell, cellAt, type Grid } from './grid.js'

/** A workbook as grids, and what it says of itself when it is one of our own. */
export interface Opened {
  grids: Grid[]
  stamp: Stamp | null
}

/**
 * The sheets of an .xlsx file that a person sees, each as a grid; null when it is not one. Formulas are never computed: what
 * counts is the value that was stored with them. A hidden sheet is not part of what was sent.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Opened | null> {
  try {
    const workbook = await readXlsx(bytes, {
      readStyles: true,
      sheets: (info) => info.name === stampSheet || !(info.hidden || info.veryHidden),
    })
    const grids = workbook.sheets.map(gridOf)
    const stamp = grids.find(({ sheet }) => sheet === stampSheet)
    return {
      grids: grids.filter((grid) => grid !== stamp),
      stamp: readStamp((stamp?.rows ?? []).map((row) => [cellAt(row, 0).text.trim(), cellAt(row, 1).text.trim()])),
    }
  } catch {
    // Whatever the reader trips over in a file from outside means the same to the sender: it cannot be opened.
    return null
  }
}

function gridOf(sheet: Sheet): Grid {
  return {
    sheet: sheet.name,
    rows: sheet.rows.map((values, row) => ({
      number: row + 1,
      cells: values.map((value, column) => cellOf(value, sheet.cells?.get(`${row},${column}`)?.style?.numFmt)),
    })),
    merges: (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }) => ({
      top: startRow + 1,
      bottom: endRow + 1,
      left: startCol,
      right: endCol,
    })),
  }
}

function cellOf(value: CellValue, format: string | undefined): Cell {
  if (value === null) return { text: '', value }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), value }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', value }
  if (typeof value === 'string') return { text: value, value }
  // A cell shown as 63.0% holds 0.63: what the sender saw is what was reported.
  return { text: isPercent(format) ? `${said(value * 100)}%` : said(value), value }
}

/** A stored number as text, with the 15 digits that a spreadsheet keeps: 0.1 + 0.2 was never meant as 0.30000000000000004. */
function said(value: number): string {
  return String(Number(value.toPrecision(15)))
}

/** True for formats with a percent sign outside quoted words. */
function isPercent(format: string | undefined): boolean {
  return format?.replace(/"[^"]*"|\\./g, '').includes('%') ?? false
}
