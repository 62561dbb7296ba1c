import { type Cell, type CellStyle, readXlsx, resolveThemeColor, type Sheet, type WriteOptions } from 'hucre/xlsx'
import { stampSheet } from '../../domain/stamp.js'
import { indexName } from '../marked/index-sheet.js'
import type { Privacy } from '../marked/private-cells.js'
import type { GridRow } from '../reading/grid.js'
import { cellsAboutPersons } from '../table/form-lines.js'
import { withoutPersonalNumbers } from '../table/personal.js'
import { recordSheet, unmark } from './workbook-marks.js'
import { type CopySheet, copySheetOf } from './workbook-sheet.js'

/** A workbook as it is written back: without the parts that are not sheets, cells and print settings. */
export type SenderWorkbook = Pick<WriteOptions, 'namedRanges' | 'defaultFont' | 'dateSystem'> & { sheets: CopySheet[] }

/** Formulas that reach out of the workbook: the value that was stored with them is kept, they are not. */
const reachesOut = /\[|\||:\/\/|\\\\|WEBSERVICE|FILTERXML|HYPERLINK|IMAGE\s*\(|RTD|DDE|CALL\s*\(|REGISTER|INDIRECT/i

/**
 * Reads the sender's workbook to be written anew: layout, formats, formulas and print settings as they are. Names of authors,
 * links that lead outside and whatever the reader does not understand (caches, threads of comments) stay behind: nobody could
 * say what is in them. Of a copy that we marked before, our own marks are taken off first. Throws when it cannot be read.
 */
export async function readSenderWorkbook(
  bytes: Uint8Array,
  wasMarked: boolean,
  privacy: Privacy,
): Promise<SenderWorkbook> {
  const workbook = await readXlsx(bytes, { readStyles: true })
  const { namedRanges, defaultFont, dateSystem, themeColors } = workbook
  const records = workbook.sheets.find(({ name }) => name === recordSheet)
  const isOurs = ({ name }: Sheet) =>
    name === stampSheet || name === recordSheet || (wasMarked && name.startsWith(indexName))
  const sheets = workbook.sheets.filter((sheet) => !isOurs(sheet)).map(copySheetOf)
  for (const sheet of sheets) {
    for (const cell of sheet.cells?.values() ?? []) {
      if (cell.style) cell.style = withOwnColours(cell.style, themeColors)
    }
    if (wasMarked) unmark(sheet, records)
    for (const cell of sheet.cells?.values() ?? []) keepInside(cell)
    for (const { row, at, text } of privacy(sheet.name, gridRowsOf(sheet))) setText(sheet, row, at, text)
    for (const box of sheet.textBoxes ?? []) box.text = withoutPersons(box.text)
    if (sheet.headerFooter) sheet.headerFooter = withoutPersonsIn(sheet.headerFooter)
  }
  return {
    sheets,
    ...(namedRanges ? { namedRanges: namedRanges.filter(({ range }) => !range.includes('[')) } : {}),
    ...(defaultFont ? { defaultFont } : {}),
    ...(dateSystem ? { dateSystem } : {}),
  }
}

function gridRowsOf({ rows }: CopySheet): GridRow[] {
  return rows.map((values, index) => ({
    number: index + 1,
    cells: values.map((value) => ({ text: value instanceof Date || value === null ? '' : String(value), value })),
  }))
}

/** Puts a text into a cell, or nothing; its format stays. */
function setText(sheet: CopySheet, row: number, at: number, text: string): void {
  const value = text === '' ? null : text
  const values = sheet.rows[row - 1]
  if (values) values[at] = value
  const key = `${row - 1},${at}`
  const { style, comment } = sheet.cells?.get(key) ?? {}
  const kept = { ...(style ? { style } : {}), ...(comment ? { comment } : {}) }
  sheet.cells?.set(key, { value, type: value === null ? 'empty' : 'string', ...kept })
}

/** Takes out of a cell what leads outside or names a person: links, reaching formulas, the author of a comment. */
function keepInside(cell: Cell): void {
  if (cell.hyperlink && !cell.hyperlink.location) delete cell.hyperlink
  // The writer knows no way to store an error or an empty text as a formula's result: the result itself is kept.
  const isUnwritable = cell.value === '' || (typeof cell.value === 'string' && /^#[A-Z/0-9!?]+$/.test(cell.value))
  if (cell.formula !== undefined && (isUnwritable || reachesOut.test(cell.formula))) {
    cell.value = cell.formulaResult ?? cell.value
    delete cell.formula
    delete cell.formulaResult
  }
  if (cell.comment) {
    const { author, text } = cell.comment
    const bare = author && text.startsWith(`${author}:`) ? text.slice(author.length + 1).trim() : text
    cell.comment = { text: withoutPersons(bare) }
  }
  // Runs of several fonts repeat the text: where it holds a person, plain text takes their place.
  if (cell.richText?.some(({ text }) => withoutPersonalNumbers(text) !== text)) delete cell.richText
}

function withoutPersonsIn(parts: NonNullable<CopySheet['headerFooter']>): NonNullable<CopySheet['headerFooter']> {
  const entries = Object.entries(parts).map(([name, value]) => [
    name,
    // Left, middle and right are parts of one text.
    typeof value === 'string'
      ? value
          .split(/(?=&[LCR])/)
          .map(withoutPersons)
          .join('')
      : value,
  ])
  return Object.fromEntries(entries)
}

function withoutPersons(text: string): string {
  const [changed] = cellsAboutPersons({ number: 1, cells: [{ text, value: text }] }, { bareLabels: false })
  return withoutPersonalNumbers(changed?.text ?? text)
}

/** The accent colours of the sender's theme as plain colours: the copy is written with a theme of its own. */
function withOwnColours(style: CellStyle, theme: readonly string[] | undefined): CellStyle {
  if (!theme) return style
  const own = <Value extends { theme?: number; tint?: number }>(color: Value) =>
    color.theme !== undefined && color.theme > 3
      ? { rgb: resolveThemeColor([...theme], color.theme, color.tint) }
      : color
  const { font, fill } = style
  return {
    ...style,
    ...(font?.color ? { font: { ...font, color: own(font.color) } } : {}),
    ...(fill?.type === 'pattern' && fill.fgColor ? { fill: { ...fill, fgColor: own(fill.fgColor) } } : {}),
  }
}
