import { safeExtension } from '../../domain/file-name.js'
import type { Finding } from '../../domain/reject.js'
import { finding, type MessageValues } from '../finding.js'
import type { MessageCode } from '../messages.js'
import { readCsv } from './csv-reader.js'
import { decode } from './decode.js'
import { isWebPage, kindBySignature, kindOfContainer } from './file-kind.js'
import { findingOf, type Opened, readWorkbook } from './workbook.js'

/** A received file: its name as it came, and what is in it. */
export interface ReceivedFile {
  name: string
  bytes: Uint8Array
}

/** Larger files than this are not what a person made; they take the bulk path. */
export const maxBytes = 20 * 1024 * 1024

/** Names under which a table may come; anything else inside them is told from what its name promises. */
const expected = ['.xlsx', '.xls', '.csv', '.tsv', '.txt']

/** Opens a file as grids, whatever its kind. A file that cannot be opened is a finding that says what to do instead. */
export async function openFile({ name, bytes }: ReceivedFile): Promise<Opened | Finding> {
  const refuse = (code: MessageCode, values?: MessageValues) => finding('reject', code, {}, values)
  const extension = safeExtension(name.trim())
  if (bytes.length === 0) return refuse('empty_file')
  if (bytes.length > maxBytes) {
    const [megabytes, limit] = [bytes.length, maxBytes].map((size) => Math.ceil(size / 1024 / 1024))
    return refuse('too_large', { megabytes: megabytes ?? 0, limit: limit ?? 0 })
  }
  // The first bytes say what a file is; its name only what somebody called it.
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuseContainer(buffer, extension)
  if (extension === '.xlsm') return refuse('macros')
  if (['.xlsb', '.et', '.ods', '.numbers'].includes(extension)) return refuse('old_workbook', { extension })
  if (isZip(bytes)) return readWorkbook(bytes, extension)
  const kind = kindBySignature(buffer)
  if (kind !== null && expected.includes(extension)) return refuse('not_a_workbook', { extension, kind })
  if (extension === '.xlsx' || extension === '.xls') return refuseDisguised(buffer, extension)
  if (!['.csv', '.tsv', '.txt'].includes(extension))
    return refuse('unsupported_file', { extension: extension || name.slice(0, 80) })
  const decoded = decode(buffer)
  if ('problem' in decoded) return findingOf({ ...decoded.problem, values: { extension, ...decoded.problem.values } })
  const read = readCsv(decoded.text)
  return 'problem' in read ? findingOf(read.problem) : { grids: [read], stamp: null }
}

/** An old Office file: a workbook of before 2007, one with a password, or no workbook at all. */
function refuseContainer(bytes: Buffer, extension: string): Finding {
  const kind = kindOfContainer(bytes)
  if (kind === 'encrypted' || (kind === null && extension === '.xlsx'))
    return finding('reject', 'encrypted_workbook', {})
  if (kind === 'workbook' || kind === null)
    return finding('reject', 'old_workbook', {}, { extension: extension === '.et' ? extension : '.xls' })
  return finding('reject', 'not_a_workbook', {}, { extension, kind })
}

/** A file with a workbook's name that is none: what it is instead decides what its sender has to do. */
function refuseDisguised(bytes: Buffer, extension: string): Finding {
  if (isWebPage(bytes)) return finding('reject', 'web_page_workbook', {}, { extension })
  if ('text' in decode(bytes)) return finding('reject', 'text_as_workbook', {}, { extension })
  return extension === '.xls'
    ? finding('reject', 'old_workbook', {}, { extension })
    : finding('reject', 'unreadable_workbook', {})
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])
}
