import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { plainWorkbook, rowsXml, workbookParts } from '../fixtures/intake/plain-workbook.js'
import { type Part, zipFile } from '../fixtures/intake/zip-file.js'

const title = '东城区2026年10月书记报酬'
const headings = [
  '行政区划代码',
  '地区名称',
  '书记职数',
  '当月应发总额',
  '低于标准职数',
  '最低报酬',
  '最高报酬',
  '拖欠职数',
]
const table = [
  [title],
  headings,
  ...['990301001', '990301002', '990301003'].map((code) => [code, '', 10, 19000, 0, 1800, 2000, 0]),
]
const sheet = (inside: string) => `<worksheet><sheetData>${rowsXml(table)}${inside}</sheetData></worksheet>`

/** Blank characters of this many megabytes, deflated without ever holding them. */
function blanks(megabytes: number): { deflated: Uint8Array; bytes: number } {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  return {
    deflated: Buffer.concat([...Array(megabytes).fill(block), Buffer.from([3, 0])]),
    bytes: megabytes * 1024 * 1024,
  }
}

/** A workbook whose sheet unpacks to 1.5 GB, and says so or says another size. */
export function bomb(declared?: number): Uint8Array {
  const { deflated, bytes } = blanks(1500)
  return plainWorkbook('', { sheetPart: { data: '', deflated, declared: declared ?? bytes } })
}

/** Every row that a sheet can have formatted and empty, `cells` of them in each, under a small table. */
export function formattedRows(cells: number): Uint8Array {
  const rows: string[] = []
  for (let row = 6; row <= 1_048_576; row += 1) {
    const empty = Array.from({ length: cells }, (_, at) => `<c r="${String.fromCharCode(65 + at)}${row}" s="1"/>`)
    rows.push(`<row r="${row}" spans="1:16384" s="1" customFormat="1" ht="14.25">${empty.join('')}</row>`)
  }
  return zipFile(workbookParts('', { sheet: sheet(rows.join('')) }).map((part) => quick(part)))
}

/** Packed with little effort: what is made for one test is not kept. */
function quick(part: Part): Part {
  return { ...part, deflated: deflateRawSync(Buffer.from(part.data as string), { level: 1 }) }
}

/** More filled cells than a file may have. */
export function manyCells(count: number): Uint8Array {
  const rows: string[] = []
  for (let row = 0; row * 20 < count; row += 1) {
    const cells = Array.from({ length: 20 }, (_, at) => `<c><v>${(row * 7919 + at * 104_729) % 10_007}</v></c>`)
    rows.push(`<row>${cells.join('')}</row>`)
  }
  return zipFile(workbookParts('', { sheet: sheet(rows.join('')) }).map((part) => quick(part)))
}

/** A workbook with this many shared texts. */
export function manyTexts(count: number): Uint8Array {
  const texts = Array.from({ length: count }, (_, index) => `<si><t>${index.toString(36)}</t></si>`).join('')
  return zipFile(workbookParts(rowsXml(table), { texts }).map((part) => quick(part)))
}

/** As many true parts as asked for. */
export function manyParts(count: number): Uint8Array {
  const parts = Array.from({ length: count }, (_, index) => ({ name: `xl/media/${index}.png`, data: '' }))
  return plainWorkbook(rowsXml(table), { parts })
}

/** A cell whose formula is long and looks at every place like the beginning of something. */
export function longFormula(inside: string, length: number): Uint8Array {
  const formula = inside.repeat(Math.ceil(length / inside.length)) + deflateSync(inside).length
  return zipFile(
    workbookParts('', { sheet: sheet(`<row r="9"><c r="A9"><f>${formula}</f><v>1</v></c></row>`) }).map(quick),
  )
}

/** A tag with this many attributes. */
export function manyAttributes(count: number): Uint8Array {
  const attributes = Array.from({ length: count }, (_, index) => `a${index}=">"`).join(' ')
  return zipFile(workbookParts('', { sheet: sheet(`<row r="9" ${attributes}><c ${attributes}/></row>`) }).map(quick))
}

/** Text of one line, or of one sign, as large as the careful path takes it. */
export function textOf(sign: string, bytes: number, before = ''): Uint8Array {
  const head = Buffer.from(before)
  return Buffer.concat([head, Buffer.alloc(bytes - head.length, sign)])
}

/** The small table as text. */
export const tableText = `${table.map((row) => row.join(',')).join('\n')}\n`
