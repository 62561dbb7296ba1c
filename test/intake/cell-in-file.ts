import { CsvError, parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'

/** What a person finds in a cell of a file: a text, a number, a day, or nothing; a number shown with % as that text. */
export type FoundCell = string | number | Date | null

/**
 * Opens a file as a person would who is told "sheet, C7", with none of intake's own code: a workbook by another reader, of a text the
 * physical line. Gives the cell at a sheet (null: the text) and an address.
 */
export async function cellsOf(
  name: string,
  bytes: Uint8Array,
): Promise<(sheet: string | null, address: string) => FoundCell> {
  if (Buffer.from(bytes).subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    const { sheets } = await readXlsx(bytes, { readStyles: true, range: 'A1:BZ500' })
    return (sheet, address) => {
      const found = sheets.find((one) => one.name === sheet)
      if (!found) throw new Error(`${name} has no sheet ${sheet}`)
      const [row, column] = positionOf(address)
      const value = found.rows[row]?.[column] ?? null
      const shown = found.cells?.get(`${row},${column}`)?.style?.numFmt ?? ''
      if (typeof value === 'number' && shown.replace(/"[^"]*"/g, '').includes('%')) return `${value * 100}%`
      return typeof value === 'boolean' ? String(value) : value
    }
  }
  const lines = textOf(bytes).split(/\r\n|\n|\r/)
  const delimiter = delimiterOf(lines)
  return (sheet, address) => {
    if (sheet !== null) throw new Error(`${name} is a text and has no sheet ${sheet}`)
    const [row, column] = positionOf(address)
    // A quoted cell may go on over several lines: as many as it takes for every quote to be closed.
    let record = lines[row] ?? ''
    for (let next = row + 1; (record.split('"').length - 1) % 2 === 1 && next < lines.length; next++)
      record += `\n${lines[next]}`
    return recordOf(record, delimiter)[column] ?? null
  }
}

/** The cells of a record; none of a line that is the end of one. */
function recordOf(text: string, delimiter: string): string[] {
  try {
    return (parse(text, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][])[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return []
    throw error
  }
}

/** `C7` as row and column from 0. */
function positionOf(address: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return [Number(digits) - 1, [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1]
}

function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes)
  const zeros = (from: number) => buffer.filter((byte, at) => at % 2 === from && byte === 0).length
  for (const [encoding, at] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const)
    if (zeros(at) > buffer.length / 20) return iconv.decode(buffer, encoding)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return iconv.decode(buffer, 'gb18030')
  }
}

/** The sign that most lines have equally often. */
function delimiterOf(lines: readonly string[]): string {
  const named = /^sep=(.)$/i.exec(lines[0] ?? '')?.[1]
  if (named !== undefined) return named
  const agreement = (sign: string) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(sign).length - 1).filter((count) => count > 0)
    return Math.max(0, ...counts.map((count) => counts.filter((other) => other === count).length))
  }
  return ['\t', ';', ','].reduce((best, sign) => (agreement(sign) > agreement(best) ? sign : best), ',')
}
