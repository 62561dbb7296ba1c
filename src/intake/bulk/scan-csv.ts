import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

/** What a look at every byte says: fit for the engine's reader as it is; to be written anew first; or no UTF-8 text at all. */
export type Scan = { kind: 'regular'; newline: '\n' | '\r\n'; width: number } | { kind: 'irregular' | 'not_utf8' }

/** A longer record than this is none that a table has. */
export const maxRecordBytes = 1_000_000

const [lf, cr, quote] = [0x0a, 0x0d, 0x22] as const

/** Where a scan is: at the start of a cell, in a bare one, in a quoted one, behind a closing quote, behind a carriage return. */
const [atStart, inBare, inQuoted, isClosed, atReturn] = [0, 1, 2, 3, 4] as const

interface State {
  at: number
  line: number
  /** Cells of the line so far, and its bytes without the newline. */
  width: number
  bytes: number
  /** Of the first record: all others have to be like it. */
  expected: number
  newline: number
  isRegular: boolean
}

/**
 * Reads a file once, in pieces, and says whether each line after the first `skip` is one record of the same width, ended alike,
 * with quotes only around whole cells: then every reader of CSV sees the same cells in it, and lines are records.
 */
export async function scanCsv(path: string, delimiter: string, skip: number): Promise<Scan> {
  const state: State = { at: atStart, line: 0, width: 1, bytes: 0, expected: 0, newline: 0, isRegular: true }
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : (piece as Buffer)
    const cut = lastWhole(bytes)
    if (!isUtf8(bytes.subarray(0, cut))) return { kind: 'not_utf8' }
    rest = Buffer.from(bytes.subarray(cut))
    if (state.isRegular) scanPiece(state, piece as Buffer, delimiter.charCodeAt(0), skip)
  }
  if (rest.length > 0) return { kind: 'not_utf8' }
  if (state.at === inQuoted || state.at === atReturn) state.isRegular = false
  if (state.bytes > 0) endLine(state, state.newline || 1, skip)
  return state.isRegular && state.expected > 0
    ? { kind: 'regular', newline: state.newline === 2 ? '\r\n' : '\n', width: state.expected }
    : { kind: 'irregular' }
}

/** `newline` is 1 for a line feed, 2 with a carriage return before it. */
function endLine(state: State, newline: number, skip: number): void {
  // The engine counts the lines to skip by the same newline.
  if (state.newline === 0) state.newline = newline
  if (newline !== state.newline || state.bytes > maxRecordBytes) state.isRegular = false
  if (state.line >= skip) {
    if (state.expected === 0) state.expected = state.width
    if (state.bytes === 0 || state.width !== state.expected) state.isRegular = false
  }
  state.line += 1
  state.bytes = 0
  state.width = 1
  state.at = atStart
}

function scanPiece(state: State, piece: Buffer, separator: number, skip: number): void {
  const { length } = piece
  // Local variables: this is the one loop that sees every byte.
  let { at, width } = state
  let from = -state.bytes
  for (let index = 0; index < length; index++) {
    const byte = piece[index] as number
    if (byte > 0x2c && byte !== separator && at < inQuoted) {
      at = inBare
      continue
    }
    if (byte === separator && at !== inQuoted && at !== atReturn) {
      width += 1
      at = atStart
    } else if (byte === lf) {
      const isReturned = at === atReturn
      if (at === inQuoted) state.isRegular = false
      state.bytes = index - from - (isReturned ? 1 : 0)
      state.width = width
      endLine(state, isReturned ? 2 : 1, skip)
      from = index + 1
      at = atStart
      width = 1
    } else if (at === atReturn || (byte === cr && at === inQuoted)) {
      // A carriage return ends a line only before a line feed.
      state.isRegular = false
    } else if (byte === cr) at = atReturn
    else if (byte === quote) {
      if (at === inBare) state.isRegular = false
      else at = at === inQuoted ? isClosed : inQuoted
    } else if (at === isClosed || byte === 0) state.isRegular = false
    else if (at === atStart) at = inBare
  }
  state.at = at
  state.width = width
  state.bytes = length - from
  if (state.bytes > maxRecordBytes) state.isRegular = false
}

/** How many bytes of a piece are whole characters: the last one may go on in the next piece. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length
  }
  return bytes.length
}
