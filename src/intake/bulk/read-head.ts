import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { csvOptions, delimiterOf } from '../reading/csv-reader.js'
import type { Grid, GridRow } from '../reading/grid.js'
import { lineCounter } from '../reading/line-counter.js'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** The first rows of a text file: as many as a header is looked for in, and how the file is written. */
export interface Head {
  grid: Grid
  encoding: Encoding
  delimiter: string
  /** The most cells of any of these rows. */
  width: number
  /** How lines end, as far as the head says. */
  newline: '\n' | '\r\n'
  /** The line on which the row after each of these begins. */
  nextLines: readonly number[]
}

/** A header is looked for in 60 rows; it takes one more to tell what stands below. */
const [headBytes, headRows] = [1_000_000, 64]

/**
 * Reads the first rows. `encoding` null: by the byte order mark, else UTF-8 if the head is that, else GB18030. Null when the head
 * is text in no encoding; the line of a quote that is never closed, or of a row that is longer than any table has.
 */
export async function readHead(
  path: string,
  encoding: Encoding | null,
): Promise<Head | { line: number } | { longFrom: number } | null> {
  const file = await open(path)
  const { bytesRead, buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0).finally(() => file.close())
  const bytes = buffer.subarray(0, bytesRead)
  const isWhole = bytesRead < headBytes
  const found = encoding ?? encodingOf(bytes)
  let text: string
  try {
    // A character that is cut in two at the end of the head is left out.
    text = new TextDecoder(found, { fatal: true }).decode(bytes, { stream: !isWhole })
  } catch {
    return null
  }
  if (text.includes('\0')) return null

  const delimiter = delimiterOf(text)
  const rows: GridRow[] = []
  const nextLines: number[] = []
  const nextLine = lineCounter()
  let line = 1
  try {
    parse(text, {
      ...csvOptions(delimiter),
      to: headRows,
      on_record: (record: string[], { lines }) => {
        rows.push({ number: line, cells: record.map((field) => ({ text: field, value: field })) })
        line = nextLine(record, lines)
        nextLines.push(line)
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (isWhole) return { line }
    if (rows.length < headRows) return { longFrom: line }
  }
  // The last of them is cut off where the head ends.
  if (!isWhole && rows.length < headRows) return { longFrom: rows.at(-1)?.number ?? 1 }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  return { grid: { sheet: null, rows, merges: [] }, encoding: found, delimiter, width, newline, nextLines }
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // The last character may be cut in two.
  return [0, 1, 2, 3].some((back) => isUtf8(bytes.subarray(0, bytes.length - back))) ? 'utf-8' : 'gb18030'
}
