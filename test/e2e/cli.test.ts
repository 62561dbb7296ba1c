import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { coverage } from '../../pipelines/coverage/return.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { jiceng } from './jiceng.js'

const commands = [
  'sample',
  'template',
  'check',
  'refresh',
  'release',
  'sql',
  'thresholds',
  'brief',
  'notify',
  'serve',
  'doctor',
]
const root = join(import.meta.dirname, '..', '..')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('help', () => {
  test.each(commands)('of %s says what it does and gives an example, in both languages', async (command) => {
    const zh = await jiceng(command, '--help')
    const en = await jiceng(command, '--help', '--lang', 'en')
    expect([zh.code, en.code]).toEqual([0, 0])
    expect(zh.stdout).toContain('示例：')
    expect(zh.stdout).toContain(`jiceng ${command}`)
    expect(en.stdout).toContain('Examples:')
    expect(en.stdout.replace(/报表/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test.each(['README.md', 'README.zh-CN.md'])('%s names every command', async (name) => {
    const readme = await readFile(join(root, name), 'utf8')
    for (const command of commands) expect(readme).toContain(`jiceng ${command}`)
  })

  test('an unknown command or option is a usage error', async () => {
    expect((await jiceng('publish')).code).toBe(2)
    expect((await jiceng('refresh', '--fast')).code).toBe(2)
    expect((await jiceng('refresh', '--period', '2026-13')).stderr).toContain('2026-13')
    expect(await jiceng('refresh', '--period', '2026-Q3', '--home', folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('2026-Q3'),
    })
    expect(await jiceng('sample', '--to', '2026-Q3', '--home', folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('2026-Q3'),
    })
  })
})

test('thresholds names what is under it, with a help in both languages', async () => {
  expect((await jiceng('thresholds', '--help')).stdout).toMatch(/^ {2}try /m)
  const [zh, en] = [
    await jiceng('thresholds', 'try', '--help'),
    await jiceng('thresholds', 'try', '--help', '--lang', 'en'),
  ]
  expect([zh.code, en.code]).toEqual([0, 0])
  expect(zh.stdout).toContain('jiceng thresholds try')
  expect(en.stdout.replace(/报表/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  expect((await jiceng('thresholds', 'try', join(folder, 'none.csv'), '--lang', 'en')).stderr).toContain(
    'cannot read file',
  )
})

describe('release', () => {
  const sub = ['list', 'show', 'use', 'diff', 'verify']

  test('names everything under it, each with a help of its own', async () => {
    const { stdout } = await jiceng('release', '--help')
    for (const name of sub) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
      const help = await jiceng('release', name, '--help', '--lang', 'en')
      expect(help.code).toBe(0)
      expect(help.stdout).toContain(`jiceng release ${name}`)
      expect(help.stdout.replace(/报表/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('an unknown word, a missing name and a release that is not there are usage errors', async () => {
    expect((await jiceng('release', 'undo')).code).toBe(2)
    expect((await jiceng('release', 'use')).code).toBe(2)
    expect(await jiceng('release', 'use', '2026-10-7', '--home', inject('home'))).toMatchObject({
      code: 2,
      stderr: '没有这一期：2026-10-7；已有：2026-10-1\n',
    })
  })

  test('the sample is what its archive gives again, site and all', { timeout: 300_000 }, async () => {
    const { code, stdout } = await jiceng('release', 'verify', '--home', inject('home'), '--json')
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'proven', differing: [], warehouse: null })
    expect(code).toBe(0)
  })
})

describe('check', () => {
  test('names each wrong cell and ends with 3: a text in a count column, an unknown region, a part above its total', async () => {
    const warehouse = await Warehouse.open(join(inject('home'), 'releases', 'current', 'warehouse.duckdb'), {
      readOnly: true,
    })
    const [county] = await warehouse.query<{ region_code: string; region_name: string }>(
      `select region_code, region_name from marts.regions where is_current and region_level = 'county' order by 1 limit 1`,
    )
    const towns = await warehouse.query<{ region_code: string; region_name: string }>(
      `select region_code, region_name from marts.regions where is_current and parent_code = $1 order by 1 limit 2`,
      [county?.region_code ?? ''],
    )
    await warehouse.close()
    const good: string[] = coverage.columns.map(({ name }) =>
      name.endsWith('_total') ? '30' : name.endsWith('_eligible') ? '20' : '5',
    )
    const first = [...good]
    const second = [...good]
    first[0] = '三十'
    second[2] = '40'
    const rows = [
      ['行政区划代码', '地区名称', ...coverage.columns.map(({ header }) => header.zh)],
      [towns[0]?.region_code, towns[0]?.region_name, ...first],
      [towns[1]?.region_code, towns[1]?.region_name, ...second],
      [`${county?.region_code}999`, '没有这个镇', ...good],
    ]
    const path = join(folder, `${county?.region_name}覆盖情况表2026年10月.csv`)
    await writeFile(path, rows.map((row) => row.join(',')).join('\n'))

    const { code, stdout } = await jiceng('check', path, '--home', inject('home'), '--json')
    expect(code).toBe(3)
    const [said] = JSON.parse(stdout)
    expect(said).toMatchObject({
      dataset: 'coverage',
      region_code: county?.region_code,
      period: '2026-10',
      rows: { in: 3, loaded: 0, rejected: 3 },
    })
    const rejects = said.findings.filter((finding: { severity: string }) => finding.severity === 'reject')
    const found = rejects.map(({ code: rule, row, cell, original }: Record<string, unknown>) => [
      rule,
      row,
      cell,
      original,
    ])
    expect(found).toContainEqual(['not_a_count', 2, 'C2', '三十'])
    expect(found).toContainEqual(['unknown_region', 4, 'A4', `${county?.region_code}999`])
    expect(rejects.find(({ code: rule }: { code: string }) => rule === 'nonpublic_parts_within_total')).toMatchObject({
      row: 3,
    })

    const forPeople = await jiceng('check', path, '--home', inject('home'))
    expect(forPeople.stdout).toContain('C2')
    expect(forPeople.stdout).toContain('三十')
  })

  test('a file that is not there is a usage error without a stack', async () => {
    const { code, stderr } = await jiceng('check', join(folder, 'nowhere.xlsx'), '--home', inject('home'))
    expect(code).toBe(2)
    expect(stderr).toContain('nowhere.xlsx')
    expect(stderr).not.toContain('    at ')
  })
})

describe('sql', () => {
  const ask = (...args: string[]) => jiceng('sql', ...args, '--home', inject('home'))

  test('answers as a table, as CSV and as JSON', async () => {
    const query = "select 7 as n, '河州市' as name"
    expect((await ask(query)).stdout).toBe('n  name\n-  ------\n7  河州市\n')
    expect((await ask(query, '--format', 'csv')).stdout).toBe('n,name\n7,河州市\n')
    expect(JSON.parse((await ask(query, '--json')).stdout)).toEqual([{ n: 7, name: '河州市' }])
  })

  test('writes an Arrow stream to a file, and only to a file', async () => {
    const path = join(folder, 'answer.arrow')
    expect((await ask('select 7 as n', '--format', 'arrow')).code).toBe(2)
    expect((await ask('select 7 as n', '--format', 'arrow', '--out', path)).code).toBe(0)
    expect(
      tableFromIPC(await readFile(path))
        .toArray()[0]
        ?.toJSON(),
    ).toEqual({ n: 7n })
  })

  test('gives the published figures', async () => {
    const value = async (indicator: string, period: string) =>
      (
        await ask(
          `select round(value, 0) as v from marts.indicator_values where region_level = 'prefecture' and period = '${period}' and indicator_id = '${indicator}'`,
          '--format',
          'csv',
        )
      ).stdout
    expect(await value('nonpublic_coverage_pct', '2018-01')).toBe('v\n78\n')
    expect(await value('social_coverage_pct', '2018-01')).toBe('v\n71\n')
  })

  test('writes nothing, reads no other file, and says where a query is wrong', async () => {
    for (const query of [
      'create table x as select 1',
      "select * from read_csv('/etc/passwd')",
      "copy marts.alerts to '/tmp/x.csv'",
      'install httpfs',
    ]) {
      const { code, stderr } = await ask(query)
      expect(code, query).toBe(2)
      expect(stderr).toContain('查询有误')
    }
    expect((await ask('select * form marts.alerts')).stderr).toContain('form')
  })
})

test('doctor finds everything in place, and says what is missing elsewhere', async () => {
  expect((await jiceng('doctor', '--home', inject('home'))).code).toBe(0)
  const { code, stdout } = await jiceng('doctor', '--home', join(folder, 'empty'), '--json')
  expect(code).toBe(3)
  expect(JSON.parse(stdout).find(({ id }: { id: string }) => id === 'reference')).toMatchObject({
    ok: false,
    found: expect.stringContaining('regions.csv'),
  })
})
