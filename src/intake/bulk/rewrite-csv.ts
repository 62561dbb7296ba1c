import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { csvOptions } from '../reading/csv-reader.js'
import { lineCounter } from '../reading/line-counter.js'
import type { Head } from './read-head.js'
import { maxRecordBytes } from './scan-csv.js'

/** How a file was written anew, or why it could not be. */
export type Rewritten =
  | { kind: 'written'; width: number }
  | { kind: 'unclosed_quote' | 'long_record'; line: number }
  | { kind: 'unknown_encoding' | 'too_wide' }

/** More columns than this no return has. */
const maxWidth = 500

/**
 * Writes a text file anew for the engine's reader: UTF-8, one newline, each record as wide as the others and led by the number of its
 * line, rows that show nothing left out. The cells are those that the reader of small files sees, for it is the same parser.
 */
export async function rewriteCsv(path: string, head: Head, fromLine: number, out: string): Promise<Rewritten> {
  for (let width = head.width; ; ) {
    const result = await attempt(path, head, fromLine, out, width)
    if (typeof result !== 'number') return result
    // A record further down is wider: once more, with room for it.
    if (result > maxWidth) return { kind: 'too_wide' }
    width = result
  }
}

/** Gives the width that is needed when a record is wider than `width`. */
async function attempt(
  path: string,
  { encoding, delimiter }: Head,
  fromLine: number,
  out: string,
  width: number,
): Promise<Rewritten | number> {
  let [line, text, needed] = [1, '', 0]
  const nextLine = lineCounter()
  let failure: Error | null = null
  const parser = parse({
    ...csvOptions(delimiter),
    max_record_size: maxRecordBytes,
    on_record: (record: string[], { lines }) => {
      if (line >= fromLine && record.some((cell) => cell !== '')) {
        const last = record.findLastIndex((cell) => cell !== '')
        if (last >= width) needed = Math.max(needed, last + 1)
        text += line
        for (let at = 0; at < width; at++) text += `,${quoted(record[at] ?? '')}`
        text += '\n'
      }
      line = nextLine(record, lines)
      return null
    },
  })
  parser.on('error', (error) => {
    failure = error
  })
  const decoder = new TextDecoder(encoding, { fatal: true })
  const file = await open(out, 'w')
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 19 })) {
      const decoded = decoder.decode(piece as Buffer, { stream: true })
      if (decoded.includes('\0')) return { kind: 'unknown_encoding' }
      await new Promise<void>((resolve) => parser.write(decoded, () => resolve()))
      if (failure !== null || needed > width) break
      await file.writeFile(text)
      text = ''
    }
    if (failure === null && needed <= width) {
      decoder.decode()
      await new Promise<void>((resolve) => {
        parser.once('error', () => resolve())
        parser.once('end', resolve)
        parser.resume()
        parser.end()
      })
      await file.writeFile(text)
    }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'unknown_encoding' }
    throw error
  } finally {
    parser.destroy()
    await file.close()
  }
  const thrown = failure as Error | null
  if (thrown instanceof CsvError)
    return { kind: thrown.code === 'CSV_MAX_RECORD_SIZE' ? 'long_record' : 'unclosed_quote', line }
  if (thrown !== null) throw thrown
  return needed > width ? needed : { kind: 'written', width }
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
