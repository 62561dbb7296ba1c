import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile } from '../../src/intake/reading/open-file.js'
import { readInChild } from '../../src/intake/reading/read-in-child.js'
import { receiveInbox } from '../../src/refresh/archive.js'
import { homeAt } from '../../src/refresh/home.js'
import * as hostile from './hostile-files.js'
import { type TakenAlone, takeInAlone } from './take-in-alone.js'

const megabyte = 1024 * 1024
/** As large as the careful path takes a file. */
const whole = 20 * megabyte
const { tableText } = hostile

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiceng-hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a file, has it taken in by a process that starts two folders below, and sees that nothing else appeared. */
async function taken(name: string, bytes: Uint8Array, called = name): Promise<TakenAlone> {
  const place = mkdtempSync(join(folder, 'case-'))
  const [home, path] = [join(place, 'a', 'b'), join(place, name)]
  mkdirSync(home, { recursive: true })
  writeFileSync(path, bytes)
  const result = await takeInAlone(path, { name: called, folder: home })
  const left = readdirSync(place, { recursive: true, encoding: 'utf8' }).sort()
  expect(left).toEqual(['a', join('a', 'b'), name].sort())
  rmSync(place, { recursive: true })
  return result
}

describe('a bomb is refused before it goes off', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['1.5 GB, and says so', () => hostile.bomb(), 'unpacks_too_large'],
    ['1.5 GB that says 900 kB', () => hostile.bomb(900_000), 'damaged_part'],
    ['2,001 parts', () => hostile.manyParts(2001), 'too_many_parts'],
    ...['bomb-ratio', 'bomb-declared', 'bomb-lying-size', 'bomb-overlapping', 'bomb-entities', 'bomb-depth'].map(
      (name): [string, () => Uint8Array, string] => {
        const at = join(import.meta.dirname, '../fixtures/intake', name)
        const expected = JSON.parse(readFileSync(join(at, 'expected.json'), 'utf8'))
        return [name, () => readFileSync(join(at, 'input.xlsx')), expected.findings[0].code]
      },
    ),
  ])('%s', { timeout: 60_000 }, async (_, make, code) => {
    const { verdict, codes, sentence, seconds, megabytes } = await taken('a.xlsx', make())
    expect({ verdict, codes }).toEqual({ verdict: 'refused', codes: [code] })
    expect(sentence).toMatch(/请/)
    expect(seconds).toBeLessThan(1)
    expect(megabytes).toBeLessThan(200)
  })
})

describe('a file that is larger than its table is read', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['1,048,576 formatted rows of four cells', 'a.xlsx', () => hostile.formattedRows(4)],
    ['500,000 attributes in one tag', 'a.xlsx', () => hostile.manyAttributes(500_000)],
    ['20 MB of commas below', 'a.csv', () => hostile.textOf(',', whole, tableText)],
    ['a million rows of blank cells below', 'a.csv', () => hostile.textOf(',,,,,,,,\r\n', whole / 2, tableText)],
  ])('%s', { timeout: 120_000 }, async (_, name, make) => {
    const { verdict, rows, codes, seconds, megabytes } = await taken(name, make())
    expect({ verdict, rows, codes }).toEqual({
      verdict: 'accepted',
      rows: { in: 3, loaded: 3, rejected: 0 },
      codes: [],
    })
    expect(seconds).toBeLessThan(30)
    expect(megabytes).toBeLessThan(1000)
  })
})

describe('a file with too much of something is refused with its own sentence', () => {
  test.each<[string, string, () => Uint8Array, string]>([
    ['2,600,000 cells', 'a.xlsx', () => hostile.manyCells(2_600_000), 'too_many_cells'],
    ['2,100,000 texts', 'a.xlsx', () => hostile.manyTexts(2_100_000), 'too_many_texts'],
    ['20 MB of one line', 'a.csv', () => hostile.textOf('a', whole, tableText), 'line_too_long'],
    ['20 MB of quotes', 'a.csv', () => hostile.textOf('"', whole, tableText), 'line_too_long'],
    ['lines of one cell', 'a.csv', () => hostile.textOf('1,\n', whole, tableText), 'too_many_rows'],
    ['cells of one digit', 'a.csv', () => hostile.textOf('1,2,3,4,5,6,7,8\n', whole, tableText), 'too_many_cells'],
    ['20,000 columns', 'a.csv', () => Buffer.from(`${tableText}${'1,'.repeat(20_000)}`), 'too_many_columns'],
    ['a zero byte in every other place', 'a.csv', () => hostile.textOf('a\0\0', whole), 'not_text'],
    ['one byte too many', 'a.csv', () => new Uint8Array(whole + 1), 'too_large'],
  ])('%s', { timeout: 60_000 }, async (_, name, make, code) => {
    const { verdict, codes, sentence, seconds, megabytes } = await taken(name, make())
    expect({ verdict, codes }).toEqual({ verdict: 'refused', codes: [code] })
    expect(sentence).toMatch(/请/)
    expect(seconds).toBeLessThan(10)
    expect(megabytes).toBeLessThan(1000)
  })
})

test.each(['[', '[1]a', 'WEBSERVICE ', "|' ", "'", '| ', '&quot;'])(
  'a formula of three million characters made of %s is looked through at once',
  async (inside) => {
    const started = performance.now()
    const opened = await openFile({ name: 'a.xlsx', bytes: hostile.longFormula(inside, 3_000_000) })
    expect('grids' in opened && opened.grids[0]?.rows.at(-1)?.cells[0]).toMatchObject({ value: 1, formula: true })
    expect(performance.now() - started).toBeLessThan(5000)
  },
)

test.each(['../../x.csv', 'a\u001b[2J\n.csv'])('the name %j leads nowhere', { timeout: 60_000 }, async (name) => {
  expect((await taken('input', Buffer.from(tableText), name)).verdict).toBe('accepted')
})

test('a file is archived under its hash, whatever it is called', async () => {
  const home = homeAt(mkdtempSync(join(folder, 'home-')))
  mkdirSync(home.inbox, { recursive: true })
  const names = [`a.${'x'.repeat(240)}`, 'b.cs\u001bv', 'c.CSV', '..d', 'e.\n', '-rf', '=cmd.xlsx']
  for (const name of names) writeFileSync(join(home.inbox, name), name)
  const { received } = await receiveInbox(home, { store: true })
  expect(received.map(({ receipt }) => receipt.file_name).sort()).toEqual(
    [...names].filter((name) => !name.startsWith('.')).sort(),
  )
  for (const kept of readdirSync(home.archive))
    if (kept !== 'submissions.jsonl') expect(kept).toMatch(/^[0-9a-f]{64}(\.csv|\.xlsx)?$/)
})

describe('the process that reads large workbooks', () => {
  test.each([
    ['time', { heapMegabytes: 400, seconds: 0.02 }],
    ['memory', { heapMegabytes: 30, seconds: 30 }],
  ])(
    'may run out of %s: the file ends in a sentence, and this process goes on',
    { timeout: 60_000 },
    async (_, limit) => {
      const answer = await readInChild(hostile.manyCells(2_400_000), limit)
      expect(answer).toEqual({ problem: { code: 'too_complex_workbook', values: { seconds: limit.seconds } } })
    },
  )
})
