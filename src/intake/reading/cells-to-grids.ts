import { type Cell, type Grid, type GridRow, nothing } from './grid.js'
import { byFormula, kind, type SheetCells, type WorkbookCells } from './sheet-cells.js'

/** Blank rows in one run that are kept: more say nothing, and a sheet may have a million of them. */
const blankRun = 60

/** The sheets of a workbook as grids. Cells of the same text share one object. */
export function gridsOf({ sheets, texts }: WorkbookCells): Grid[] {
  const shared: Cell[] = []
  const textCell = (at: number): Cell => {
    const text = texts[at] ?? ''
    const cell = shared[at] ?? { text, value: text }
    shared[at] = cell
    return cell
  }
  return sheets.map((sheet) => ({ sheet: sheet.name, rows: rowsOf(sheet, texts, textCell), merges: sheet.merges }))
}

function rowsOf(sheet: SheetCells, texts: readonly string[], textCell: (at: number) => Cell): GridRow[] {
  const rows: GridRow[] = []
  let [at, last] = [0, 0]
  for (const [index, number] of sheet.rows.entries()) {
    for (let blank = Math.max(last + 1, number - blankRun); blank < number; blank += 1)
      rows.push({ number: blank, cells: [] })
    const end = sheet.ends[index] ?? at
    const cells: Cell[] = []
    for (; at < end; at += 1) {
      const column = sheet.columns[at] as number
      while (cells.length < column) cells.push(nothing)
      cells[column] = cellOf(sheet.kinds[at] as number, sheet.values[at] as number, texts, textCell)
    }
    rows.push({ number, cells })
    last = number
  }
  return rows
}

function cellOf(stored: number, value: number, texts: readonly string[], textCell: (at: number) => Cell): Cell {
  const cell = plainCell(stored & ~byFormula, value, texts, textCell)
  return stored & byFormula ? { ...cell, formula: true } : cell
}

function plainCell(stored: number, value: number, texts: readonly string[], textCell: (at: number) => Cell): Cell {
  switch (stored) {
    case kind.text:
      return textCell(value)
    case kind.unvalued:
      return { text: texts[value] ?? '=', value: null }
    case kind.boolean:
      return { text: value === 1 ? 'TRUE' : 'FALSE', value: value === 1 }
    case kind.date:
      return { text: new Date(value).toISOString().slice(0, 10), value: new Date(value) }
    case kind.percent:
      // A cell shown as 63.0% holds 0.63: what the sender saw is what was reported.
      return { text: `${said(value * 100)}%`, value }
    default:
      return { text: said(value), value }
  }
}

/** A stored number as text, with the 15 digits that a spreadsheet keeps: 0.1 + 0.2 was never meant as 0.30000000000000004. */
function said(value: number): string {
  const text = String(value)
  return text.length <= 16 ? text : String(Number(value.toPrecision(15)))
}
