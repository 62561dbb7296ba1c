import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx'
import { type IndexLine, type IndexSheet, indexHeadings } from '../marked/index-sheet.js'
import { addressOf } from '../reading/grid.js'
import { linesIn } from './shown-width.js'

/** In digits, by column; the last one is hidden. */
const widths = [6, 12, 16, 18, 56, 34, 4]
const shown = widths.length - 1

const line = { style: 'thin', color: { rgb: '7F7F7F' } } as const
const frame = { top: line, right: line, bottom: line, left: line }
const font = { name: '宋体', size: 11 }
const styles = {
  title: { font: { ...font, size: 16, bold: true }, alignment: { vertical: 'center' } },
  label: { font: { ...font, bold: true }, alignment: { vertical: 'top' } },
  text: { font, alignment: { vertical: 'top', wrapText: true } },
  heading: {
    font: { ...font, bold: true },
    border: frame,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'D9E1F2' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  number: { font, border: frame, alignment: { horizontal: 'center', vertical: 'top' } },
  cell: { font, border: frame, alignment: { vertical: 'top', wrapText: true } },
  asText: { font, border: frame, numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  link: {
    font: { ...font, underline: true, color: { rgb: '0563C1' } },
    border: frame,
    alignment: { vertical: 'top', wrapText: true },
  },
  /** Room for the sender's words, and a place that needs none. */
  answer: { font, border: frame, numFmt: '@', alignment: { vertical: 'top', wrapText: true } },
  noAnswer: { font, border: frame, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } } },
} satisfies Record<string, CellStyle>

/** The index as a sheet: facts, a table with a link to each place, room for an explanation; prints on A4. */
export function indexSheetOf(name: string, { title, facts, lines }: IndexSheet): WriteSheet {
  const rows: CellValue[][] = []
  const cells = new Map<string, Partial<Cell>>()
  const rowDefs = new Map<number, { height: number }>()
  const merges: MergeRange[] = []
  const put = (row: number, at: number, value: CellValue, style: CellStyle, rest: Partial<Cell> = {}) => {
    while (rows.length <= row) rows.push([])
    const values = rows[row]
    if (values) values[at] = value
    cells.set(`${row},${at}`, { value, style, ...rest })
  }
  put(0, 0, title, styles.title)
  rowDefs.set(0, { height: 27 })
  const room = widths.slice(1, shown).reduce((sum, width) => sum + width, 0)
  for (const [index, [label, text]] of facts.entries()) {
    const row = index + 1
    put(row, 0, label, styles.label)
    put(row, 1, text, styles.text)
    merges.push({ startRow: row, endRow: row, startCol: 1, endCol: shown - 1 })
    rowDefs.set(row, { height: heightOf(linesIn(text, room)) })
  }
  const header = facts.length + 1
  for (const [at, heading] of indexHeadings.entries()) put(header, at, heading, styles.heading)
  rowDefs.set(header, { height: 24 })
  for (const [index, one] of lines.entries()) {
    const row = header + 1 + index
    putLine(one, (at, value, style, rest) => put(row, at, value, style, rest))
    const tallest = [one.kind, one.where, one.original, one.message, one.explanation]
      .map((text, at) => linesIn(text, (widths[at + 1] ?? 1) - 1))
      .reduce((most, count) => Math.max(most, count))
    rowDefs.set(row, { height: heightOf(Math.max(2, tallest)) })
  }
  return {
    name,
    rows,
    cells,
    rowDefs,
    merges,
    columns: widths.map((width, at) => ({ width, ...(at === shown ? { hidden: true } : {}) })),
    freezePane: { rows: header + 1 },
    view: { showGridLines: false, tabColor: { rgb: 'C00000' } },
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
      printTitlesRow: `$${header + 1}:$${header + 1}`,
      printArea: `$A$1:$${addressOf(header + 1 + lines.length, shown - 1).replace(/(\d+)/, '$$$1')}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}

type Put = (at: number, value: CellValue, style: CellStyle, rest?: Partial<Cell>) => void

function putLine({ number, kind, where, link, original, message, explainable, explanation, key }: IndexLine, put: Put) {
  put(0, number, styles.number)
  put(1, kind, styles.number)
  if (link === null) put(2, where, styles.cell)
  else {
    const location = `'${link.sheet.replaceAll("'", "''")}'!${addressOf(link.row, link.at)}`
    put(2, where, styles.link, { hyperlink: { target: '', location } })
  }
  put(3, original === '' ? null : original, styles.asText)
  put(4, message, styles.asText)
  put(5, explanation === '' ? null : explanation, explainable ? styles.answer : styles.noAnswer)
  put(6, key, styles.asText)
}

function heightOf(lines: number): number {
  // A row is at most 409 points high.
  return Math.min(400, lines * 15 + 5)
}
