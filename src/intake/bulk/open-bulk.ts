import { join } from 'node:path'
import type { BulkFile } from '../../domain/bulk.js'
import type { Dataset } from '../../domain/dataset.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { limits } from '../reading/limits.js'
import { type BulkPlan, planBulk } from './bulk-plan.js'
import { type Encoding, readHead } from './read-head.js'
import { rewriteCsv } from './rewrite-csv.js'
import { scanCsv } from './scan-csv.js'

/** A large text file, understood as far as its first rows say, and fit for the engine's reader. */
export interface OpenedBulk {
  file: BulkFile
  plan: BulkPlan
}

/**
 * Opens a large text file: its first rows say what it is, one pass over its bytes whether the engine's reader sees in it what the
 * careful one would; if not, it is written anew into `work`. A file that cannot be taken in is a finding; one with more columns than
 * any table has is left to the careful reader. `guess` is told what the file will be if nothing unusual comes: nearly always right, and
 * long before the last byte was looked at.
 */
export async function openBulk(
  path: string,
  name: string,
  work: string,
  datasets: readonly Dataset[],
  guess: (file: BulkFile) => void = () => {},
  encoding: Encoding | null = null,
): Promise<OpenedBulk | Finding | 'too_wide'> {
  const head = await readHead(path, encoding)
  if (head === null) return finding('reject', 'unknown_encoding', {})
  if ('longFrom' in head) return finding('reject', 'long_record', { row: head.longFrom, wholeFile: true })
  if ('line' in head) return finding('reject', 'unclosed_quote', { row: head.line, wholeFile: true })
  if (head.width > limits.columns) return 'too_wide'
  const { delimiter } = head

  const plan = planBulk(head, name, datasets)
  // Without a table the file is refused, but what cannot be read at all is said first.
  const fromLine = 'severity' in plan ? Number.MAX_SAFE_INTEGER : plan.fromLine
  if (head.encoding === 'utf-8') {
    const like = (newline: BulkFile['newline'], width: number) => ({
      ...{ path, delimiter, newline, width },
      ...{ skip: fromLine - 1, numbered: false },
    })
    if (!('severity' in plan)) guess(like(head.newline, head.width))
    const scan = await scanCsv(path, delimiter, fromLine - 1)
    if (scan.kind === 'not_utf8')
      return encoding === null
        ? openBulk(path, name, work, datasets, guess, 'gb18030')
        : finding('reject', 'unknown_encoding', {})
    // Records that are narrower than the header are filled up where the file is written anew.
    if (scan.kind === 'regular' && !('severity' in plan) && scan.width >= head.width) {
      return { file: like(scan.newline, scan.width), plan }
    }
  }
  const out = join(work, 'rewritten.csv')
  const written = await rewriteCsv(path, head, fromLine, out)
  if ('line' in written) return finding('reject', written.kind, { row: written.line, wholeFile: true })
  if (written.kind !== 'written')
    return finding('reject', written.kind === 'too_wide' ? 'no_table' : 'unknown_encoding', {})
  if ('severity' in plan) return plan
  return { file: { path: out, delimiter: ',', newline: '\n', skip: 0, width: written.width, numbered: true }, plan }
}
