import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { template } from '../../src/cli/template.js'
import { Refusal } from '../../src/domain/refusal.js'
import { Region, RegionChange } from '../../src/domain/region.js'
import type { Lang } from '../../src/domain/text.js'
import { Threshold } from '../../src/domain/threshold.js'
import { cellAt } from '../../src/intake/reading/grid.js'
import { homeAt } from '../../src/refresh/home.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { opened } from '../intake/opened.js'
import { regions } from '../intake/regions.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-template-'))
  for (const name of ['new', 'published']) {
    const { reference, releases } = homeAt(join(folder, name))
    await mkdir(reference, { recursive: true })
    await mkdir(releases)
    const table = (shape: object, rows: object[]) => stringify(rows, { header: true, columns: Object.keys(shape) })
    await writeFile(join(reference, 'regions.csv'), table(Region.shape, regions))
    await writeFile(join(reference, 'region-changes.csv'), table(RegionChange.shape, []))
    await writeFile(join(reference, 'thresholds.csv'), table(Threshold.shape, []))
  }
  const { releases } = homeAt(join(folder, 'published'))
  await mkdir(join(releases, '2026-09-1'))
  await symlink('2026-09-1', join(releases, 'current'))
  const warehouse = await Warehouse.open(join(releases, '2026-09-1', 'warehouse.duckdb'))
  await warehouse.run('create schema staging')
  await warehouse.run(
    `create table staging.stipend as
     select * from (values ('990301001', '2026-09', 9::bigint, 17100.50::decimal(18,2), 0::bigint, 1800::decimal(18,2), 2000::decimal(18,2), 1::bigint),
       ('990301001', '2026-08', 8, 1, 1, 1, 1, 1), ('990322001', '2026-09', 7, 1, 1, 1, 1, 1))
     as t(region_code, period, posts, paid_total_yuan, posts_below_standard, lowest_yuan_per_month, highest_yuan_per_month, posts_in_arrears)`,
  )
  await warehouse.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(
  args: string[],
  options: Record<string, unknown>,
  { home = 'new', json = false, lang = 'zh' as Lang } = {},
) {
  const said = { printed: [] as string[], noted: [] as string[] }
  const terminal = {
    lang,
    print: (line: string) => said.printed.push(line),
    note: (text: Record<Lang, string>) => said.noted.push(text[lang]),
    progress: () => {},
    settle: () => {},
  }
  const code = await template.run({ home: homeAt(join(folder, home)), json, terminal }, options, args)
  return { code, ...said }
}

const stipend = (out: string) => ({ region: '990301', period: '2026-10', out: join(folder, out) })

test('writes the file and says so; without a release it says that there is nothing to compare with', async () => {
  const { code, printed, noted } = await run(['stipend'], stipend('a.xlsx'))
  expect(code).toBe(0)
  expect(printed).toEqual([`已写入 ${join(folder, 'a.xlsx')}：东城区，2026年10月，3 行`])
  expect(noted.join()).toContain('2026年9月')
  const { stamp, grids } = await opened(await readFile(join(folder, 'a.xlsx')))
  expect(stamp).toMatchObject({ dataset: 'stipend', region_code: '990301', period: '2026-10' })
  expect(grids[0]?.rows[3]?.cells).toHaveLength(10)
})

test('takes last period’s values of the region from the current release', async () => {
  const options = { ...stipend('b.xlsx'), region: '990301000000' }
  const { printed, noted } = await run(['stipend'], options, { home: 'published', json: true })
  expect(noted).toEqual([])
  const facts = { dataset: 'stipend', region_code: '990301', period: '2026-10', rows: 3, before: '2026-09' }
  expect(JSON.parse(printed.join())).toEqual({ file: join(folder, 'b.xlsx'), ...facts })
  const rows = (await opened(await readFile(join(folder, 'b.xlsx')))).grids[0]?.rows ?? []
  const beside = (row: number) => [10, 11, 12, 13, 14, 15].map((at) => cellAt(rows[row - 1], at).value)
  expect(cellAt(rows[3], 10).text).toBe('上期数（2026年9月，供对照）')
  expect(beside(6)).toEqual([9, 17_100.5, 0, 1_800, 2_000, 1])
  expect(beside(7)).toEqual([null, null, null, null, null, null])
})

test('of a township says that its county sends one file', async () => {
  const options = { region: '990322001', period: '2025', out: join(folder, 'township.xlsx') }
  const { noted, printed } = await run(['income'], options)
  expect(noted.join()).toContain('汇总')
  expect(printed.join()).toContain('孟河县城关镇，2025年，2 行')
})

test('leaves a file that is there alone, unless told to replace it', async () => {
  const path = join(folder, 'there.xlsx')
  await writeFile(path, 'mine')
  await expect(run(['stipend'], stipend('there.xlsx'))).rejects.toThrow('--force')
  expect(await readFile(path, 'utf8')).toBe('mine')
  expect((await run(['stipend'], { ...stipend('there.xlsx'), force: true }, { lang: 'en' })).printed.join()).toMatch(
    /^wrote /,
  )
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
})

describe('a call that is wrong ends with a sentence', () => {
  test.each([
    ['an unknown return', 'covrage', {}, ['covrage', 'coverage', 'stipend', 'income']],
    ['no region', 'stipend', { region: undefined }, ['--region']],
    ['no period', 'stipend', { period: undefined }, ['--period']],
    ['no file', 'stipend', { out: undefined }, ['--out']],
    ['another kind of file', 'stipend', { out: 'a.csv' }, ['.xlsx', 'a.csv']],
    ['no period at all', 'stipend', { period: '2026-13' }, ['2026-13']],
    ['a period of another frequency', 'stipend', { period: '2026' }, ['2026-10']],
    ['an unknown region', 'stipend', { region: '123456' }, ['123456', 'regions.csv']],
    ['a folder that is not there', 'stipend', { out: '/nowhere/at/all/a.xlsx' }, ['/nowhere/at/all/a.xlsx']],
  ])('%s', async (_, id, wrong, named) => {
    const refusal = await run([id], { ...stipend('never.xlsx'), ...wrong }).catch((error) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal.exitCode).toBe(2)
    for (const word of named) for (const text of [refusal.text.zh, refusal.text.en]) expect(text).toContain(word)
    await expect(readFile(join(folder, 'never.xlsx'))).rejects.toThrow('ENOENT')
  })
})
