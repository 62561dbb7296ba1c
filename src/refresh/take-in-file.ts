import { open, readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { IntakeResult, Judged } from '../domain/submission.js'
import { finding } from '../intake/finding.js'
import { refuse } from '../intake/judge.js'
import { maxBytes } from '../intake/reading/open-file.js'
import { type IntakeContext, takeIn } from '../intake/take-in.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type BulkTaken, takeInBulk } from './take-in-bulk.js'

/** Text files above this size take the bulk path; above the limit none is taken. */
export const [bulkBytes, maxTextBytes] = [4 * 1024 * 1024, 200 * 1024 * 1024]

/** What became of a file: with its rows, or, on the bulk path, with them staged in the warehouse. */
export type Taken = { result: IntakeResult } | BulkTaken

/**
 * Takes a file in on the path that its kind and size ask for. `work` is a folder for scratch. A stage that is given back has to be
 * dropped before the next file.
 */
export async function takeInFile(
  warehouse: Warehouse,
  file: { name: string; path: string },
  context: IntakeContext,
  work: string,
): Promise<Taken> {
  const { size } = await stat(file.path)
  const megabytes = Math.ceil(size / 1024 / 1024)
  const refused = (code: 'large_text' | 'too_large' | 'large_without_codes' | 'large_unclear', limit: number) => {
    const read = { file_name: file.name, dataset: null, reporting_unit: null, period: null }
    return { result: refuse(read, [finding('reject', code, {}, { megabytes, limit })]) }
  }
  const isText = size > bulkBytes && (await isTextFile(file))
  if (isText && size > maxTextBytes) return refused('large_text', maxTextBytes / 1024 / 1024)
  if (isText) {
    const taken = await takeInBulk(warehouse, file, context, work)
    // The careful reader knows more encodings, and what is wrong with a text in none of them.
    const isUnread = typeof taken !== 'string' && taken.result.findings.some(({ code }) => code === 'unknown_encoding')
    if (typeof taken !== 'string' && !(isUnread && size <= maxBytes)) return taken
    if (typeof taken === 'string' && size > maxBytes) return refused(taken, 20_000)
  }
  if (size > maxBytes) return refused('too_large', maxBytes / 1024 / 1024)
  const bytes = await readFile(file.path)
  return { result: await takeIn({ name: file.name, bytes }, context) }
}

/** A text by its name, and not a workbook by its first bytes. */
async function isTextFile({ name, path }: { name: string; path: string }): Promise<boolean> {
  if (!['.csv', '.tsv', '.txt'].includes(extname(name.trim()).toLowerCase())) return false
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0).finally(() => file.close())
  const signature = buffer.toString('latin1')
  return !signature.startsWith('PK') && signature !== '\u00d0\u00cf\u0011\u00e0'
}

/** A result without its rows. */
export function judgedOf(taken: Taken): Judged {
  if (!('accepted' in taken.result)) return taken.result
  const { accepted: _, ...judged } = taken.result
  return judged
}
