import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { type CorrectionRow, CorrectionRow as Row } from '../../src/domain/correction.js'
import { readCorrections } from '../../src/refresh/corrections.js'
import { correctionRow } from '../warehouse/declared.js'
import { tinyRegions } from '../warehouse/tiny.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-corrections-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const datasets = topics.map(({ dataset }) => dataset)
type Fields = Partial<Record<keyof CorrectionRow, string>>
async function read(...rows: Fields[]) {
  const columns = Object.keys(Row.shape)
  const lines = rows.map((fields) => columns.map((name) => correctionRow(fields)[name]).join(','))
  await writeFile(join(folder, 'corrections.csv'), `\ufeff${[columns.join(','), ...lines].join('\r\n')}\r\n`)
  return readCorrections(folder, datasets, tinyRegions)
}

test('there are none where there is no file, or only its header', async () => {
  expect(await readCorrections(folder, datasets, tinyRegions)).toEqual([])
  expect(await read()).toEqual([])
})

test('each knows its line, the header being the first', async () => {
  const other = { column_name: 'nonpublic_eligible' }
  expect((await read({}, other)).map(({ line, column }) => [line, column?.name])).toEqual([
    [2, 'nonpublic_total'],
    [3, 'nonpublic_eligible'],
  ])
})

test('a line that does not fit is named with column, text and what is allowed, in both languages', async () => {
  await expect(read({}, { column_name: 'firms' })).rejects.toMatchObject({
    exitCode: 3,
    text: {
      zh: expect.stringMatching(/corrections\.csv 第 3 行 column_name 列：“firms”不对，.*可填 nonpublic_total, /),
      en: expect.stringMatching(
        /corrections\.csv line 3, column column_name: "firms" is wrong: .*there are nonpublic_total, /,
      ),
    },
  })
})

test('a region must have had its code in the period', async () => {
  // 丙一乡 has another code from 2026-01 on.
  await expect(read({ period: '2026-01' })).rejects.toMatchObject({
    text: { zh: expect.stringContaining('第 2 行 region_code 列：“990103001”不对，2026-01 没有这个代码的地区') },
  })
  expect(await read({ region_code: '990104002', period: '2026-01' })).toHaveLength(1)
})

test.each<[string, Fields[], string]>([
  ['two of one cell', [{}, { action: 'drop', value: '' }], '第 3 行'],
  ['a flag beside a correction of the cell', [{}, { action: 'flag', value: '' }], '第 3 行'],
  [
    'a cell of a row that is dropped',
    [{}, { column_name: '', action: 'drop', value: '', expect: 'nonpublic_total=120' }],
    '第 3 行',
  ],
  [
    'two flags of one row',
    [{}, ...Array(2).fill({ column_name: '', action: 'flag', value: '', expect: '' })],
    '第 4 行',
  ],
])('%s are refused', async (_, rows, line) => {
  await expect(read(...rows)).rejects.toMatchObject({ text: { zh: expect.stringContaining(line) } })
})

test('two cells of a row, and the same cell of two rows, are fine', async () => {
  const rows = [{}, { column_name: 'nonpublic_eligible' }, { region_code: '990102001' }, { period: '2025-11' }]
  const flag = { column_name: '', action: 'flag', value: '', expect: '' }
  expect(await read(...rows, flag)).toHaveLength(5)
})

test('a number of a person is refused, and not repeated', async () => {
  for (const field of ['decided_by', 'reason'] as const) {
    const refused = read({ [field]: '电话13800001234' })
    await expect(refused).rejects.toMatchObject({ text: { zh: expect.stringContaining(`第 2 行 ${field} 列`) } })
    await expect(refused).rejects.not.toMatchObject({ text: { zh: expect.stringContaining('13800001234') } })
  }
})
