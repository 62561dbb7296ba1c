import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import type { SampleFile } from '../../data/sample/generate.js'

/** A cell as it lies on the desk: words, a number, or a day. */
export type PaperCell = string | number | Date

/** A sheet on the desk: its rows from the first, blank cells as empty text. */
export interface Paper {
  sheet: string | null
  rows: PaperCell[][]
}

/** The sheets of a file of the sample, read here and not by intake: workbooks, and text in the encoding it is in. */
export async function papersOf({ path, bytes }: SampleFile): Promise<Paper[]> {
  if (path.endsWith('.xlsx')) {
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    return sheets.map(({ name, rows }) => ({
      sheet: name,
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : (cell ?? '')))),
    }))
  }
  const options = { bom: true, relax_column_count: true, record_delimiter: '\r\n' }
  return [{ sheet: null, rows: parse(textOf(bytes), options) as string[][] }]
}

/** A text file's text: UTF-8 when its bytes are, else GB18030. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return iconv.decode(Buffer.from(bytes), 'gb18030')
  }
}
