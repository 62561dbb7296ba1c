import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { modelFolder, topics } from '../../pipelines/index.js'
import { homeAt } from '../../src/refresh/home.js'
import { markOf } from '../../src/refresh/process-mark.js'
import { type RefreshOptions, refresh } from '../../src/refresh/refresh.js'
import { usualKeep } from '../../src/refresh/retention.js'
import { jiceng } from './jiceng.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-refresh-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A copy of the published sample without its site, so that a test may change it. */
async function copiedHome(): Promise<string> {
  await cp(inject('home'), folder, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    filter: (path) => !path.includes('/.work'),
  })
  return folder
}

const options = (home: string): RefreshOptions => ({
  home: homeAt(home),
  topics,
  modelFolder,
  period: null,
  asOf: null,
  dryRun: false,
  site: false,
  keep: usualKeep,
  progress: () => {},
})

describe('the published release', () => {
  test('is the month of the last returns, pointed to by current, whole and accounted for', async () => {
    const home = inject('home')
    const report = inject('report')
    expect(report).toMatchObject({ release: '2026-10-1', published: true, period: '2026-10', audits: { failed: 0 } })
    expect(await readlink(join(home, 'releases', 'current'))).toBe('2026-10-1')
    expect((await readdir(join(home, 'releases'))).sort()).toEqual(['2026-10-1', 'current', 'latest'])
    const manifest = JSON.parse(await readFile(join(home, 'releases', 'current', 'manifest.json'), 'utf8'))
    const files = await readdir(join(home, 'releases', 'current'), { recursive: true, withFileTypes: true })
    expect(Object.keys(manifest.outputs)).toHaveLength(files.filter((entry) => entry.isFile()).length - 1)
    expect(manifest.inputs.submissions).toHaveLength(report.submissions.received)
  })
})

test('what has to be sent again is told: three files with their cells, and a letter that is no return', () => {
  const { returned, submissions } = inject('report')
  expect(submissions).toMatchObject({ partly: 3, refused: 1 })
  expect(returned.map(({ file_name, verdict, rows_rejected }) => [file_name, verdict, rows_rejected])).toEqual([
    ['2026-10/望岭县_村党组织书记报酬落实情况_2026年10月.xlsx', 'partly_accepted', 1],
    ['2026-10/平畴县_非公企业和社会组织覆盖情况_2026年10月.xlsx', 'partly_accepted', 1],
    ['2026-10/松陂县_非公企业和社会组织覆盖情况_2026年10月.xlsx', 'partly_accepted', 7],
    ['2026-10/云硖县_村党组织书记报酬落实情况_2026年10月.csv', 'refused', 0],
  ])
  // Only the county that corrected itself has nothing to send again.
  expect(returned.filter(({ replaced }) => replaced).map(({ file_name }) => file_name)).toEqual([
    '2026-10/松陂县_非公企业和社会组织覆盖情况_2026年10月.xlsx',
  ])
  for (const said of ['待核', '大于企业总数', '近30', '没有找到报表']) expect(JSON.stringify(returned)).toContain(said)
})

describe('a second refresh', () => {
  test('with nothing new publishes nothing and says so', async () => {
    const home = inject('home')
    const before = await readdir(join(home, 'releases'))
    const { code, stdout } = await jiceng('refresh', '--home', home, '--json')
    const said = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(said).toMatchObject({
      release: '2026-10-1',
      published: false,
      nothing_new: true,
      submissions: { received: 0 },
    })
    expect(said.submissions.already_known).toBe(inject('report').submissions.received)
    expect(await readdir(join(home, 'releases'))).toEqual(before)
    expect((await jiceng('refresh', '--home', home)).stdout).toContain('没有新内容')
  })

  test('with a new return publishes the next issue, and the first stays', async () => {
    const home = await copiedHome()
    const name = '瑞桥区_非公企业和社会组织覆盖情况_2026年10月.csv'
    const bytes = await readFile(join(home, 'inbox', '2026-10', name))
    await writeFile(join(home, 'inbox', '2026-10', `更正 ${name}`), Buffer.concat([bytes, Buffer.from('\n')]))
    const report = await refresh(options(home))
    expect(report).toMatchObject({ release: '2026-10-2', published: true, submissions: { received: 1 } })
    expect(await readlink(join(home, 'releases', 'current'))).toBe('2026-10-2')
    expect((await readdir(join(home, 'releases'))).sort()).toEqual(['2026-10-1', '2026-10-2', 'current', 'latest'])
  })
})

/** 锦垣区's share of social organisations with an organisation of their own or with others, in June 2025, from a file's own lines. */
async function covered(file: string): Promise<number> {
  const text = await readFile(join(inject('home'), 'inbox', 'history', `${file}.csv`), 'utf8')
  const rows = text.split('\n').map((line) => line.split(','))
  const own = rows.filter(([period, code]) => period === '2025-06' && code?.startsWith('990305'))
  const sum = (header: string) => own.reduce((all, row) => all + Number(row[rows[0]?.indexOf(header) ?? -1]), 0)
  return Math.round((1000 * (sum('单独组建组织数') + sum('联合组建组织数'))) / sum('社会组织总数')) / 10
}

describe('what was known on a day', () => {
  test('makes a release of its own, readers stay; asked again it is there already', async () => {
    const home = await copiedHome()
    // 锦垣区 corrected June 2025 on 12 August; the day before, its own figures of the first half year stood.
    const asked = { ...options(home), asOf: '2025-08-11' }
    const report = await refresh(asked)
    expect(report).toMatchObject({ release: '2025-06-1', current: '2026-10-1', published: true, period: '2025-06' })
    expect(await readlink(join(home, 'releases', 'current'))).toBe('2026-10-1')
    const share = async (release: string) => {
      const question = `select round(value, 1) as value from marts.indicator_values
        where indicator_id = 'social_coverage_pct' and region_code = '990305' and period = '2025-06'`
      return JSON.parse((await jiceng('sql', question, '--home', home, '--release', release, '--json')).stdout)
    }
    expect(await share('2025-06-1')).toEqual([
      { value: await covered('河州市_非公企业和社会组织覆盖情况_2025年上半年') },
    ])
    expect(await share('2026-10-1')).toEqual([
      { value: await covered('锦垣区_非公企业和社会组织覆盖情况_2025年6月_更正') },
    ])
    expect(await refresh(asked)).toMatchObject({ release: '2025-06-1', nothing_new: true, published: false })
    expect(await refresh(options(home))).toMatchObject({ release: '2026-10-1', nothing_new: true })
  })

  test('is nothing before the first receipt', async () => {
    const home = await copiedHome()
    await expect(refresh({ ...options(home), asOf: '2010-01-01' })).rejects.toMatchObject({
      exitCode: 3,
      text: { zh: expect.stringContaining('2010-01-01') },
    })
  })
})

test('an earlier month is published from what is about it and before; later returns wait', async () => {
  const home = await copiedHome()
  const report = await refresh({ ...options(home), period: '2026-09' })
  expect(report).toMatchObject({ release: '2026-09-1', published: true, period: '2026-09', audits: { failed: 0 } })
  const { stdout } = await jiceng(
    'sql',
    "select max(period) as period from marts.indicator_values where period not like '%Q%'",
    '--home',
    home,
    '--json',
  )
  expect(JSON.parse(stdout)).toEqual([{ period: '2026-09' }])
})

describe('nothing is published', () => {
  test('when an audit finds rows: exit code 4, the rows named, the old release in place', async () => {
    const home = await copiedHome()
    const models = join(folder, 'models')
    await cp(modelFolder, models, { recursive: true })
    await writeFile(
      join(models, 'shared', 'audits', 'always.sql'),
      "-- a finding made for this test\nselect 'somewhere' as place",
    )
    await writeFile(
      join(home, 'reference', 'thresholds.csv'),
      `${await readFile(join(home, 'reference', 'thresholds.csv'), 'utf8')}\n`,
    )
    const failed = refresh({ ...options(home), modelFolder: models })
    await expect(failed).rejects.toMatchObject({
      exitCode: 4,
      text: { zh: expect.stringContaining('{"place":"somewhere"}') },
    })
    expect(await readlink(join(home, 'releases', 'current'))).toBe('2026-10-1')
    expect((await readdir(join(home, 'releases'))).sort()).toEqual(['2026-10-1', 'current', 'latest'])
  })

  test('when every new file is refused: exit code 3, each with its reason', async () => {
    const home = await copiedHome()
    await writeFile(join(home, 'inbox', '说明.csv'), '这不是报表\n')
    const failed = refresh(options(home))
    await expect(failed).rejects.toMatchObject({ exitCode: 3, text: { zh: expect.stringContaining('说明.csv') } })
    expect((await readdir(join(home, 'releases'))).sort()).toEqual(['2026-10-1', 'current', 'latest'])
    await expect(refresh(options(home))).rejects.toMatchObject({ exitCode: 3 })
  })

  test('when another refresh is at work: exit code 5; the lock of a process that is gone is taken over', async () => {
    const home = await copiedHome()
    const lock = join(home, 'refresh.lock')
    await mkdir(lock)
    await writeFile(join(lock, String(await markOf(process.pid))), '')
    await expect(refresh(options(home))).rejects.toMatchObject({ exitCode: 5 })
    await rm(lock, { recursive: true })
    await mkdir(lock)
    await writeFile(join(lock, '999999999'), '')
    expect(await refresh(options(home))).toMatchObject({ published: false })
  })

  test('when the inbox was always empty, or a reference table is wrong: exit code 3 and the way out', async () => {
    await expect(refresh(options(folder))).rejects.toMatchObject({
      exitCode: 3,
      text: { zh: expect.stringContaining('jiceng sample') },
    })
    await copiedHome()
    await writeFile(
      join(folder, 'reference', 'regions.csv'),
      'region_code,region_name,short_name,region_level,parent_code,region_class,valid_from,valid_to\n9903,河州市,河州,prefecture,,,2000-01,\n',
    )
    await expect(refresh(options(folder))).rejects.toMatchObject({
      exitCode: 3,
      text: { zh: expect.stringMatching(/regions\.csv 第 2 行 region_code 列：“9903”/) },
    })
  })

  test('in a dry run, which tells what would happen and keeps nothing', async () => {
    await mkdir(join(folder, 'reference'), { recursive: true })
    await cp(join(inject('home'), 'reference'), join(folder, 'reference'), { recursive: true })
    await cp(join(inject('home'), 'inbox'), join(folder, 'inbox'), { recursive: true, preserveTimestamps: true })
    const report = await refresh({ ...options(folder), dryRun: true })
    expect(report).toMatchObject({
      release: null,
      published: false,
      rows: inject('report').rows,
      alerts: inject('report').alerts,
    })
    expect((await readdir(folder)).filter((name) => name !== '.work').sort()).toEqual(['inbox', 'reference'])
  })
})
