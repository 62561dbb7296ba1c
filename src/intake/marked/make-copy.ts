import type { Dataset } from '../../domain/dataset.js'
import { isPeriod } from '../../domain/period.js'
import type { Region } from '../../domain/region.js'
import type { Stamp } from '../../domain/stamp.js'
import type { Judged, Receipt } from '../../domain/submission.js'
import type { Grid } from '../reading/grid.js'
import { maxBytes, openFile, type ReceivedFile } from '../reading/open-file.js'
import type { Opened } from '../reading/workbook.js'
import { type SheetsOfCopy, writeMarkedWorkbook } from '../writing/workbook-marked.js'
import { type CopyBody, indexOf } from './index-sheet.js'
import { marksOf } from './mark.js'
import { privacyOf } from './private-cells.js'
import { withoutIndex } from './read-index.js'
import { namesOf } from './return-words.js'

/** A received file with its receipt and what intake made of it. */
export interface JudgedFile {
  file: ReceivedFile
  receipt: Receipt
  result: Judged
  /** True when the file was only checked: nothing was received or loaded. */
  trial?: boolean
}

/** What names are looked up in. */
export interface ReturnContext {
  datasets: readonly Dataset[]
  regions: readonly Region[]
}

/** Of the layout of the index and the stamp. */
const version = '1'

/** Findings of files that were opened although no return was recognised in them. */
const openedWithout = new Set(['no_table', 'dataset_unclear'])

/**
 * The copy of a file of which something was found. A file that was refused at the door is never opened again: of it there is only the
 * index, as with `indexOnly`.
 */
export async function makeCopy(judged: JudgedFile, context: ReturnContext, indexOnly = false): Promise<Uint8Array> {
  const { file, receipt, result } = judged
  const { dataset, reporting_unit, period } = result
  const own: Stamp = {
    kind: 'marked',
    version,
    ...(dataset === null ? {} : { dataset }),
    ...(reporting_unit === null ? {} : { region_code: reporting_unit }),
    ...(period !== null && isPeriod(period) ? { period } : {}),
  }
  const marks = marksOf(result.findings)
  const names = namesOf(result, context.datasets, context.regions)
  const write = (body: CopyBody, sheets: SheetsOfCopy | null, template: Stamp | null = null) =>
    writeMarkedWorkbook({
      index: indexOf(file.name, result, names, body),
      // A marked copy of a template that was filled in is still that template.
      stamp: { ...(template ?? own), sha256: receipt.sha256 },
      marks: sheets === null ? [] : marks,
      sheets,
      written_at: receipt.received_at,
    })
  if (indexOnly || receipt.bytes > maxBytes) return write('too_large', null)
  try {
    const opened = await openAgain(judged)
    const sheets = opened && sheetsOf(judged, opened, context.datasets)
    if (sheets && 'text' in sheets && !fitsSheet(sheets.text)) return await write('too_large', null)
    if (sheets) return await write('sheets', sheets, opened.stamp?.kind === 'template' ? opened.stamp : null)
  } catch {
    // Whatever a file from outside makes the writer trip over: the sender still learns what was found.
  }
  return write('not_opened', null)
}

/** True when a text has no more lines and columns than a sheet. */
function fitsSheet({ rows }: Grid): boolean {
  return rows.every(({ number, cells }) => number <= 1_048_576 && cells.length <= 16_384)
}

/** The file as intake opened it; null for one that it did not open. */
async function openAgain({ file, result }: JudgedFile): Promise<Opened | null> {
  const { dataset, findings } = result
  if (dataset === null && !findings.some(({ code }) => openedWithout.has(code))) return null
  const opened = await openFile(file)
  return 'severity' in opened ? null : opened
}

function sheetsOf({ file, result }: JudgedFile, opened: Opened, datasets: readonly Dataset[]): SheetsOfCopy {
  const grids = withoutIndex(opened.grids)
  const privacy = privacyOf(grids, file.name, datasets, result.findings)
  const [grid] = grids
  if (grid?.sheet === null) return { text: grid, privacy }
  return { workbook: file.bytes, wasMarked: opened.stamp?.sha256 !== undefined, privacy }
}
