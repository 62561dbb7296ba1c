import type { Cell, CellStyle, CellValue } from 'hucre/xlsx'
import { textSheetName } from '../marked/index-sheet.js'
import type { PrivateCell } from '../marked/private-cells.js'
import type { Grid } from '../reading/grid.js'
import { isFormLine } from '../table/form-lines.js'
import { linesIn, shownWidth } from './shown-width.js'
import type { CopySheet } from './workbook-sheet.js'

/** How narrow and how wide a column may be, in digits: what is longer is wrapped. */
const [narrowest, widest] = [6, 22]

/**
 * A text file as a sheet: each record on the row of the line it starts on, so that the addresses of findings hold. A text stays a
 * text, whatever it begins with; figures that would read back the same become numbers.
 */
export function textSheetOf(grid: Grid, privateCells: readonly PrivateCell[]): CopySheet {
  const replaced = new Map(privateCells.map(({ row, at, text }) => [`${row},${at}`, text]))
  const textsOf = new Map(
    grid.rows.map(({ number, cells }) => [
      number,
      cells.map(({ text }, at) => replaced.get(`${number},${at}`) ?? text),
    ]),
  )
  const widths = columnWidths([...textsOf.values()].filter(isOfTable))
  const sheet = {
    rows: [] as CellValue[][],
    cells: new Map<string, Cell>(),
    rowDefs: new Map<number, { height: number }>(),
  }
  for (const [number, texts] of textsOf) {
    while (sheet.rows.length < number) sheet.rows.push([])
    const row = number - 1
    const lines = isOfTable(texts) ? texts.map((text, at) => linesIn(text, (widths[at] ?? narrowest) - 1)) : []
    sheet.rows[row] = texts.map(readBack)
    for (const [at, text] of texts.entries()) {
      const value = readBack(text)
      const style = styleOf(text, typeof value === 'string', (lines[at] ?? 1) > 1)
      if (style) sheet.cells.set(`${row},${at}`, { value, type: 'string', style })
    }
    const tallest = lines.reduce((most, count) => Math.max(most, count), 1)
    if (tallest > 1) sheet.rowDefs.set(row, { height: Math.min(400, tallest * 15) })
  }
  const columns = widths.map((width) => ({ width }))
  const pageSetup = {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  } as const
  return { name: textSheetName, ...sheet, columns, pageSetup }
}

/** A title, a note or a line such as 填报单位 runs on over the empty cells beside it; everything else is part of a table. */
function isOfTable(texts: readonly string[]): boolean {
  const isAlone = texts.filter((text) => text.trim() !== '').length < 2
  return !isAlone && !isFormLine({ number: 1, cells: texts.map((text) => ({ text, value: text })) })
}

function columnWidths(rows: readonly string[][]): number[] {
  const widths: number[] = []
  for (const texts of rows)
    for (const [at, text] of texts.entries())
      widths[at] = Math.min(widest, Math.max(widths[at] ?? narrowest, shownWidth(text) + 2))
  return Array.from(widths, (width) => width ?? narrowest)
}

/** What begins like a formula is kept from becoming one when somebody edits it; what is too long for its column is wrapped. */
function styleOf(text: string, isText: boolean, wraps: boolean): CellStyle | null {
  const asText = isText && /^[=+\-@\t\r]/.test(text)
  if (!asText && !wraps) return null
  return {
    ...(asText ? { numFmt: '@' } : {}),
    ...(wraps ? { alignment: { wrapText: true, vertical: 'center' } } : {}),
  }
}

/** A number only where it shows as it was written: not codes of twelve digits, not 007, not 1.10. */
function readBack(text: string): CellValue {
  if (text === '') return null
  return /^-?\d{1,11}(\.\d+)?$/.test(text) && text.length <= 11 && String(Number(text)) === text ? Number(text) : text
}
