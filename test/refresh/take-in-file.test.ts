import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkFile } from '../../src/refresh/check-file.js'
import { bulkBytes } from '../../src/refresh/take-in-file.js'
import { datasets } from '../intake/datasets.js'
import { regions } from '../intake/regions.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-large-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const header = '行政区划代码,乡镇名称,书记职数,当月应发总额,低于标准职数,最低报酬,最高报酬,拖欠职数\n'

async function check(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  return checkFile(path, { datasets, regions })
}

/** Enough lines to be a large file. */
const many = (line: string) => line.repeat(Math.ceil(bulkBytes / Buffer.byteLength(line)) + 1)

test('a file of bad rows lists the first thousand findings, and counts the rows of all others', {
  timeout: 60_000,
}, async () => {
  const line = '990322001,城关镇,约40,19000,0,1900,1900,0\n'
  const rows = Math.ceil(bulkBytes / Buffer.byteLength(line)) + 1
  const { verdict, rows: counts, findings } = await check('孟河县2026年10月.csv', header + many(line))
  expect(verdict).toBe('refused')
  expect(counts).toEqual({ in: rows, loaded: 0, rejected: rows })
  // Each row has a figure that is none, and all but the first repeat it. Two townships of the county are missing.
  const onRows = findings.filter(({ row }) => row !== null)
  expect(onRows).toHaveLength(1_001)
  expect(onRows.slice(0, 3).map(({ row, code }) => [row, code])).toEqual([
    [2, 'approximate'],
    [3, 'approximate'],
    [3, 'duplicate_row'],
  ])
  expect(findings.at(-1)).toMatchObject({ code: 'more_findings', severity: 'reject' })
  // One finding on the first row, two on each of five hundred more.
  expect(findings.at(-1)?.message.zh).toContain(`另有 ${rows - 501} 行`)
  expect(findings.map(({ code }) => code)).toContain('missing_regions')
})

test('one line without an end is refused with a sentence, and so is a quote that is never closed', async () => {
  const long = await check('孟河县2026年10月.csv', header + '9'.repeat(bulkBytes))
  expect(long).toMatchObject({ verdict: 'refused', findings: [{ code: 'long_record', severity: 'reject' }] })
  const open = await check('孟河县2026年10月.csv', `${header}"${many('990322001,城关镇,10,19000,0,1900,1900,0\n')}`)
  expect(open.findings.map(({ code, message }) => [code, message.zh.slice(0, 6)])).toEqual([
    ['long_record', '第 2 行起'],
  ])
})

test('what is too large is refused by its size alone', async () => {
  const path = join(folder, 'a.csv')
  const file = await open(path, 'w')
  await file.truncate(1024 ** 3)
  await file.close()
  const started = performance.now()
  expect(await checkFile(path, { datasets, regions })).toMatchObject({ findings: [{ code: 'large_text' }] })
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('a table without codes, or with too many rows that no code settles, takes the careful path until it is too large for that', {
  timeout: 60_000,
}, async () => {
  const names = '乡镇名称,书记职数,当月应发总额,低于标准职数,最低报酬,最高报酬,拖欠职数\n'
  const line = '城关镇,10,19000,0,1900,1900,0\n'
  const careful = await check('孟河县2026年10月.csv', names + many(line))
  expect(careful.rows.loaded).toBe(1)
  const large = await check('孟河县2026年10月.csv', names + many(line).repeat(6))
  expect(large.findings.map(({ code }) => code)).toEqual(['large_without_codes'])
  const unclear = await check('孟河县2026年10月.csv', header + many('990399,没有,10,19000,0,1900,1900,0\n').repeat(6))
  expect(unclear.findings.map(({ code }) => code)).toEqual(['large_unclear'])
})
