import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx'
import type { Form, FormCell } from './form.js'
import { type GridRow, gridOf } from './form-grid.js'

const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const middle = { horizontal: 'center', vertical: 'center' } as const

const name = '宋体'

/** How the parts of a form look in print. */
const looks: Record<GridRow['part'], CellStyle> = {
  preface: {},
  title: { font: { name, bold: true, size: 16 }, alignment: middle },
  line: {},
  heading: { font: { name, bold: true, size: 11 }, alignment: { ...middle, wrapText: true }, border },
  place: { alignment: middle, border },
  total: { font: { name, bold: true, size: 11 }, alignment: middle, border },
  numbers: { alignment: middle, border },
  blank: { border },
  below: {},
}
const widths: Record<string, number> = { serial: 9, region_code: 14, region_name: 16, remarks: 26 }
const heights: Partial<Record<GridRow['part'], number>> = { title: 32, heading: 36, place: 18, total: 18 }

/** The serial number of a day, as spreadsheets count it. */
export function serialOf(day: string): number {
  return Date.parse(day) / 86_400_000 + 25_569
}

/**
 * A form as a workbook that prints on A4 across, its further sheets behind it.
 * @param saved the day in its properties (ISO)
 */
export function workbookBytes(form: Form, saved: string): Promise<Uint8Array> {
  const { rows, merges } = gridOf(form)
  const value = (cell: FormCell) => (typeof cell === 'object' ? serialOf(cell.day) : cell === '' ? null : cell)
  const cells = new Map(
    rows.flatMap(({ part, cells: own }, row) =>
      own.map((cell, at): [string, Partial<Cell>] => [`${row},${at}`, { style: styleOf(part, cell, at, own.length) }]),
    ),
  )
  return writeXlsx({
    sheets: [
      {
        name: form.sheet,
        rows: rows.map((row) => row.cells.map(value)),
        cells,
        merges,
        columns: form.columns.map(({ name }) => ({ width: widths[name] ?? 11 })),
        rowDefs: new Map(rows.flatMap(({ part }, row) => (heights[part] ? [[row, { height: heights[part] }]] : []))),
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
      ...form.sheets.map(({ name, lines }) => ({ name, rows: lines.map((line) => [line]), columns: [{ width: 90 }] })),
    ],
    defaultFont: { name, size: 11 },
    properties: { created: new Date(saved), modified: new Date(saved) },
  })
}

function styleOf(part: GridRow['part'], cell: FormCell, at: number, width: number): CellStyle {
  const look = looks[part]
  if (typeof cell === 'object') return { ...look, numFmt: 'yyyy/m/d', alignment: { horizontal: 'left' } }
  // What stands in the corner ends where the table ends.
  return (part === 'line' || part === 'below') && at === width - 1
    ? { ...look, alignment: { horizontal: 'right' } }
    : look
}
