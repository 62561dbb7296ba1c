import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CellValue, readXlsx, type Sheet, type Workbook, writeXlsx } from 'hucre/xlsx'
import type { IntakeResult, Receipt } from '../../../src/domain/submission.js'
import type { JudgedFile } from '../../../src/intake/marked/make-copy.js'
import { makeMarkedCopy } from '../../../src/intake/marked/marked-copy.js'
import type { ReceivedFile } from '../../../src/intake/reading/open-file.js'
import { takeIn } from '../../../src/intake/take-in.js'
import { fixtures } from '../cases.js'
import { datasets } from '../datasets.js'
import { regions } from '../regions.js'

export const context = { datasets, regions }
/** The input of a case, under the name it came with. */
export function fileOf(name: string): ReceivedFile {
  const folder = join(fixtures, name)
  const input = readdirSync(folder).find((file) => file.startsWith('input.')) as string
  const settings = join(folder, 'setting.json')
  const setting = existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {}
  return { name: setting.name ?? input, bytes: readFileSync(join(folder, input)) }
}

export const textFile = (name: string, text: string): ReceivedFile => ({ name, bytes: new TextEncoder().encode(text) })

export function receiptOf({ name, bytes }: ReceivedFile): Receipt {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, file_name: name, received_at: '2026-11-02T18:30:05.000Z', bytes: bytes.length }
}

export async function judged(file: ReceivedFile): Promise<JudgedFile & { result: IntakeResult }> {
  return { file, receipt: receiptOf(file), result: await takeIn(file, context) }
}

/** A file's marked copy; fails when there is none. */
export async function copyOf(file: ReceivedFile): Promise<ReceivedFile> {
  const bytes = await makeMarkedCopy(await judged(file), context)
  if (bytes === null) throw new Error(`${file.name} was accepted as it is`)
  return { name: `${file.name.replace(/\.[^.]*$/, '')}-退回.xlsx`, bytes }
}

export const read = (bytes: Uint8Array): Promise<Workbook> => readXlsx(bytes, { readStyles: true })

export function sheetOf({ sheets }: Workbook, name: string): Sheet {
  const sheet = sheets.find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name}: ${sheets.map((one) => one.name).join()}`)
  return sheet
}

/** `C7` of a sheet. */
export function cell(sheet: Sheet, address: string) {
  const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return sheet.cells?.get(`${Number(digits) - 1},${at}`)
}

export const fillOf = (sheet: Sheet, address: string) => {
  const fill = cell(sheet, address)?.style?.fill
  return fill?.type === 'pattern' ? fill.fgColor?.rgb?.slice(-6) : undefined
}

/** Comments of a sheet by address. */
export function commentsOf({ cells }: Sheet): Record<string, string> {
  const found = [...(cells ?? [])].flatMap(([key, { comment }]) => {
    const [row = 0, at = 0] = key.split(',').map(Number)
    return comment ? [[`${String.fromCharCode(65 + at)}${row + 1}`, comment.text] as const] : []
  })
  return Object.fromEntries(found)
}

/** The workbook as a sender saves it after writing into some cells: everything else as it was. */
export async function corrected(
  bytes: Uint8Array,
  changes: Record<string, Record<string, CellValue>>,
): Promise<Uint8Array> {
  const workbook = await read(bytes)
  for (const [name, cells] of Object.entries(changes)) {
    const sheet = sheetOf(workbook, name)
    for (const [address, value] of Object.entries(cells)) {
      const [, letters = '', digits] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
      const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      const row = Number(digits) - 1
      const values = sheet.rows[row]
      if (values) values[at] = value
      const known = sheet.cells?.get(`${row},${at}`)
      if (known)
        sheet.cells?.set(`${row},${at}`, { ...known, value, type: typeof value === 'number' ? 'number' : 'string' })
    }
  }
  const sheets = workbook.sheets.map(({ charts, pivotTables, ...sheet }) => sheet)
  return writeXlsx({ ...workbook, sheets, properties: { modified: new Date('2026-11-05T00:00:00Z') } })
}
