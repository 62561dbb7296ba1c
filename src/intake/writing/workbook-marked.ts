import { writeXlsx } from 'hucre/xlsx'
import { type Stamp, stampSheet } from '../../domain/stamp.js'
import { type IndexSheet, indexName } from '../marked/index-sheet.js'
import type { Mark } from '../marked/mark.js'
import type { Privacy } from '../marked/private-cells.js'
import type { Grid } from '../reading/grid.js'
import { enlargeCommentBoxes } from './comment-boxes.js'
import { indexSheetOf } from './workbook-index.js'
import { markCells, styleRecords } from './workbook-marks.js'
import { printableSheet } from './workbook-printable.js'
import { readSenderWorkbook, type SenderWorkbook } from './workbook-sender.js'
import { textSheetOf } from './workbook-text.js'

/** The sheets that a copy is made of: the sender's workbook, or what came as text. */
export type SheetsOfCopy =
  | { workbook: Uint8Array; wasMarked: boolean; privacy: Privacy }
  | { text: Grid; privacy: Privacy }

/** Everything that goes into a marked copy. */
export interface MarkedCopy {
  index: IndexSheet
  stamp: Stamp
  marks: readonly Mark[]
  /** Null for a copy of the index alone. */
  sheets: SheetsOfCopy | null
  /** ISO time that the file says it was written at: the receipt's, so that the same return gives the same bytes. */
  written_at: string
}

/** Writes a marked copy as an .xlsx file. Throws when the sender's workbook cannot be read. */
export async function writeMarkedWorkbook({
  index,
  stamp,
  marks,
  sheets,
  written_at,
}: MarkedCopy): Promise<Uint8Array> {
  const source: SenderWorkbook =
    sheets === null
      ? { sheets: [] }
      : 'text' in sheets
        ? { sheets: [textSheetOf(sheets.text, sheets.privacy(null, sheets.text.rows))] }
        : await readSenderWorkbook(sheets.workbook, sheets.wasMarked, sheets.privacy)
  const replaced = markCells(source.sheets, marks)
  const taken = new Set(source.sheets.map(({ name }) => name))
  const front = indexSheetOf(unusedName(taken), index)
  const at = new Date(written_at)
  const bytes = await writeXlsx({
    ...source,
    sheets: [front, ...source.sheets, ...styleRecords(replaced), stampSheetOf(stamp)].map(printableSheet),
    activeSheet: 0,
    properties: { title: indexName, created: at, modified: at },
  })
  return enlargeCommentBoxes(bytes, [front, ...source.sheets])
}

function stampSheetOf(stamp: Stamp) {
  const rows = Object.entries(stamp).map(([key, value]) => [key, value ?? null])
  return { name: stampSheet, rows, veryHidden: true }
}

function unusedName(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? indexName : `${indexName}(${number})`
    if (!taken.has(name)) return name
  }
}
