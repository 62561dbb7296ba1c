import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { openFile } from '../../src/intake/reading/open-file.js'

const fixtures = join(import.meta.dirname, '../fixtures/intake')

/** What another reader makes of a file, as text by cell: only of the sheets that are seen, and only where something stands. */
async function readByPeer(bytes: Uint8Array): Promise<Record<string, string>> {
  const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden })
  const cells: Record<string, string> = {}
  for (const { name, rows } of sheets)
    rows.forEach((values, row) => {
      values.forEach((value, column) => {
        const text = textOf(value)
        if (text.trim() !== '') cells[`${name} ${row + 1} ${column}`] = text
      })
    })
  return cells
}

function textOf(value: CellValue): string {
  if (value instanceof Date) return value.toISOString()
  // A day written out is a day for us, and a text for the other.
  return value === null ? '' : String(value).replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)$/, '$1.000Z')
}

async function readByUs(name: string, bytes: Uint8Array): Promise<Record<string, string> | null> {
  const opened = await openFile({ name, bytes })
  if ('severity' in opened) return null
  const cells: Record<string, string> = {}
  for (const { sheet, rows } of opened.grids)
    for (const { number, cells: row } of rows)
      for (const [column, { text, value, formula }] of row.entries()) {
        // A formula without a stored value has none for the other reader.
        if (text.trim() !== '' && !(formula && value === null)) cells[`${sheet} ${number} ${column}`] = textOf(value)
      }
  return cells
}

/** Where the two differ and ours is meant: half characters are made visible, a far corner and a part in UTF-16 are read. */
const ours = ['unreadable-characters', 'corner-blank', 'part-in-utf16']

const files = readdirSync(fixtures, { withFileTypes: true })
  .map(({ name }) => name)
  .filter((name) => !ours.includes(name))
  .flatMap((name) =>
    ['input.xlsx', 'input.xls']
      .filter((file) => {
        const at = join(fixtures, name)
        return (
          !name.includes('.') &&
          readdirSync(at).includes(file) &&
          readFileSync(join(at, file)).readUInt16BE() === 0x504b
        )
      })
      .map((file): [string, string] => [name, file]),
  )

test.each(files)('another reader finds the same cells in %s', async (name, file) => {
  const bytes = readFileSync(join(fixtures, name, file))
  const cells = await readByUs(file, bytes)
  if (cells === null) return
  expect(cells).toEqual(await readByPeer(bytes))
})

test('most of them are opened', async () => {
  const opened = await Promise.all(
    files.map(async ([name, file]) => (await readByUs(file, readFileSync(join(fixtures, name, file)))) !== null),
  )
  expect(opened.filter(Boolean).length).toBeGreaterThan(15)
})
