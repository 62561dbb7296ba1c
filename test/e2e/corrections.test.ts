import { cp, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { CorrectionRow } from '../../src/domain/correction.js'
import type { QualityData } from '../../src/domain/quality-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
import { jiceng } from './jiceng.js'

/** Another reference table means that every month is worked out again: room for a busy machine. */
const patience = 300_000

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'jiceng-corrections-'))
  const filter = (path: string) => !path.includes('/.work')
  await cp(inject('home'), home, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true, filter })
})
afterEach(() => rm(home, { recursive: true, force: true }))

const ask = async <Row>(sql: string): Promise<Row[]> =>
  JSON.parse((await jiceng('sql', sql, '--home', home, '--json')).stdout)
const read = async <Data>(name: string): Promise<Data> =>
  JSON.parse(await readFile(join(home, 'releases', 'current', 'extracts', 'pages', name), 'utf8'))
const declare = (fields: Record<string, string>) => {
  const names = Object.keys(CorrectionRow.shape)
  const row = names.map((name) => fields[name] ?? '').join(',')
  return writeFile(join(home, 'reference', 'corrections.csv'), `${names.join(',')}\n${row}\n`)
}

/** The largest row of the last month, with 7 firms more than it says. */
async function line(): Promise<{ region_code: string; total: number; fields: Record<string, string> }> {
  const [row] = await ask<{ region_code: string; total: number }>(
    `select region_code, nonpublic_total as total from staging.coverage where period = '2026-10'
     order by nonpublic_total desc, region_code limit 1`,
  )
  if (!row) throw new Error('no row')
  const fields = {
    ...{ dataset: 'coverage', region_code: row.region_code, period: '2026-10', column_name: 'nonpublic_total' },
    ...{ action: 'override', value: String(row.total + 7), expect: String(row.total) },
    ...{ decided_on: '2026-11-01', decided_by: '市委组织部基层办', reason: '漏录七户' },
  }
  return { ...row, fields }
}

test(
  'a declared correction is published with its figures and told on the pages',
  async () => {
    const { region_code, total, fields } = await line()
    const cityOf = `select denominator from marts.indicator_values
    where region_code = '990300' and period = '2026-10' and indicator_id = 'nonpublic_coverage_pct'`
    const [before] = await ask<{ denominator: number }>(cityOf)
    await declare(fields)
    const published = await jiceng('refresh', '--home', home, '--json')
    expect(JSON.parse(published.stdout)).toMatchObject({ release: '2026-10-2', audits: { failed: 0 } })
    expect(await ask(cityOf)).toEqual([{ denominator: (before?.denominator ?? 0) + 7 }])
    const { declared } = await read<QualityData>('quality.json')
    expect(declared).toMatchObject([{ line: 2, cell: { found: total, put: total + 7 }, reason: '漏录七户' }])
    const { history } = await read<TopicData>('coverage.json')
    expect(new Set(history.corrections.map((each) => each.region_code))).toEqual(
      new Set(['990300', region_code.slice(0, 6)]),
    )
    // 锦垣区 corrected its June of 2025 on 12 August.
    expect(history.revisions).toContainEqual(
      expect.objectContaining({ region_code: '990305', period: '2025-06', received_on: '2025-08-12' }),
    )
  },
  patience,
)

test(
  'once the return says something else the refresh stops with exit code 4, and says what to do',
  async () => {
    const { total, fields } = await line()
    await declare({ ...fields, expect: String(total - 1) })
    const stopped = await jiceng('refresh', '--home', home, '--no-site')
    expect(stopped.code).toBe(4)
    expect(stopped.stderr).toContain('请删除或更新 reference/corrections.csv 的这一行')
    expect(stopped.stderr).toContain(`"expected":"${total - 1}","found":"${total}"`)
    expect(await readlink(join(home, 'releases', 'current'))).toBe('2026-10-1')
  },
  patience,
)

test('a line that does not fit is refused with exit code 3 before anything is worked out', async () => {
  await declare({ ...(await line()).fields, value: '七' })
  const { code, stderr } = await jiceng('refresh', '--home', home, '--no-site')
  expect(code).toBe(3)
  expect(stderr).toMatch(/corrections\.csv 第 2 行 value 列：“七”不对，nonpublic_total 须是整数，单位家/)
})
