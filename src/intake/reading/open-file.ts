import type { Finding } from '../../domain/reject.js'
import { finding, type MessageValues } from '../finding.js'
import type { MessageCode } from '../messages.js'
import { readCsv } from './csv-reader.js'
import { decode } from './decode.js'
import { type Opened, readWorkbook } from './workbook.js'

/** A received file: its name as it came, and what is in it. */
export interface ReceivedFile {
  name: string
  bytes: Uint8Array
}

/** Larger files than this are not what a person made; they take the bulk path. */
export const maxBytes = 20 * 1024 * 1024

/** Opens a file as grids, whatever its kind. A file that cannot be opened is a finding that says what to do instead. */
export async function openFile({ name, bytes }: ReceivedFile): Promise<Opened | Finding> {
  const refuse = (code: MessageCode, values?: MessageValues) => finding('reject', code, {}, values)
  const extension = /\.[^./\\]+$/.exec(name.trim())?.[0].toLowerCase() ?? ''
  if (bytes.length === 0) return refuse('empty_file')
  if (bytes.length > maxBytes) {
    const [megabytes, limit] = [bytes.length, maxBytes].map((size) => Math.ceil(size / 1024 / 1024))
    return refuse('too_large', { megabytes: megabytes ?? 0, limit: limit ?? 0 })
  }
  // The first bytes say what a file is; its name only what somebody called it.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return extension === '.xlsx' ? refuse('encrypted_workbook') : refuse('old_workbook', { extension })
  if (['.xls', '.xlsb', '.et', '.ods'].includes(extension) && !(extension === '.xls' && isZip(bytes)))
    return refuse('old_workbook', { extension })
  if (isZip(bytes)) return (await readWorkbook(bytes)) ?? refuse('unreadable_workbook')
  if (extension === '.xlsx') return refuse('unreadable_workbook')
  if (!['.csv', '.tsv', '.txt'].includes(extension)) return refuse('unsupported_file', { extension: extension || name })
  const text = decode(bytes)
  if (text === null) return refuse('unknown_encoding')
  const read = readCsv(text)
  return 'line' in read
    ? finding('reject', 'unclosed_quote', { row: read.line, wholeFile: true })
    : { grids: [read], stamp: null }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b])
}
