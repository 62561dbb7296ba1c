import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Sheet } from './sheet.js'

const head: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { rgb: '7F7F7F' } } },
}
const wrapped: CellStyle = { alignment: { vertical: 'top', wrapText: true } }

/** A workbook of two sheets: the figures, as numbers in their own format, and what they are and where they come from. */
export function workbookOf(
  data: { name: string; sheet: Sheet },
  about: { name: string; lines: readonly (readonly string[])[] },
  day: string,
): Promise<Uint8Array> {
  const made = new Date(`${day}T00:00:00Z`)
  return writeXlsx({
    sheets: [dataSheet(data.name, data.sheet), aboutSheet(about.name, about.lines)],
    // The day of the data: the same figures give the same file.
    properties: { created: made, modified: made },
  })
}

function dataSheet(name: string, { columns, rows }: Sheet): WriteSheet {
  return {
    ...sheetOf(name, [
      columns.map((column) => ({ value: column.head, style: head })),
      ...rows.map((cells) => cells.map(cellOf)),
    ]),
    columns: columns.map(({ isNumber, head: words }, at) => ({
      width: isNumber
        ? Math.max(10, shownWidth(words))
        : widest([words, ...rows.map((cells) => `${cells[at]?.value ?? ''}`)]),
    })),
    freezePane: { rows: 1, columns: 1 },
  }
}

function aboutSheet(name: string, lines: readonly (readonly string[])[]): WriteSheet {
  return {
    ...sheetOf(
      name,
      lines.map(([title = '', words = '']) => [
        { value: title, style: head },
        { value: words, style: wrapped },
      ]),
    ),
    columns: [{ width: 18 }, { width: 90 }],
  }
}

function sheetOf(name: string, lines: Partial<Cell>[][]): WriteSheet {
  return {
    name,
    rows: lines.map((cells) => cells.map(({ value }) => value ?? null)),
    cells: new Map(
      lines.flatMap((cells, row) => cells.map((cell, at): [string, Partial<Cell>] => [`${row},${at}`, cell])),
    ),
  }
}

function cellOf({ value, decimals }: Sheet['rows'][number][number]): Partial<Cell> {
  if (typeof value !== 'number') return { value }
  return { value, style: { numFmt: decimals ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' } }
}

/** A Chinese character is as wide as two digits. */
function shownWidth(words: string): number {
  return 2 + [...words].reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 0)
}

function widest(texts: readonly string[]): number {
  return Math.min(50, Math.max(...texts.map(shownWidth)))
}
