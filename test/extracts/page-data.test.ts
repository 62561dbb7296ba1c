import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelFolder, topics } from '../../pipelines/index.js'
import { writeBrief } from '../../src/briefing/write-brief.js'
import type {
  AlertsData,
  MethodologyData,
  OverviewData,
  RegionData,
  SiteData,
  TopicData,
} from '../../src/domain/page-data.js'
import { releaseStateOf } from '../../src/extracts/release-state.js'
import { writePageData } from '../../src/extracts/write.js'
import { readModels } from '../../src/warehouse/model.js'
import { type TinyFile, threshold, tinyWarehouse } from '../warehouse/tiny.js'

const firms = (total: number, single: number) => ({
  nonpublic_total: total,
  nonpublic_eligible: total,
  nonpublic_org_single: single,
})
const month = (period: string, received_at: string, rows: [string, number, number][]): TinyFile => ({
  dataset: 'coverage',
  unit: '990100',
  received_at,
  rows: rows.map(([region, total, single]) => [region, period, firms(total, single)]),
})

// 甲区: 50 %, 60 %, 80 %. 丁区: 40 %, 50 %, 65 %. The city, of 20 firms each month: 45 %, 55 %, 72.5 % of 40.
const files = [
  month('2025-12', '2026-01-04T00:00:00.000Z', [
    ['990101001', 10, 5],
    ['990101002', 10, 5],
    ['990102001', 10, 3],
    ['990103001', 10, 5],
  ]),
  month('2026-01', '2026-02-04T00:00:00.000Z', [
    ['990101001', 10, 6],
    ['990101002', 10, 6],
    ['990104001', 10, 4],
    ['990104002', 10, 6],
  ]),
  month('2026-02', '2026-03-04T00:00:00.000Z', [
    ['990101001', 10, 8],
    ['990101002', 10, 8],
    ['990104001', 10, 5],
    ['990104002', 10, 8],
  ]),
]

let folder: string
const read = async <Data>(name: string): Promise<Data> => JSON.parse(await readFile(join(folder, name), 'utf8'))
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-extracts-'))
  const thresholds = [threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '70', critical: '55' })]
  const { warehouse } = await tinyWarehouse(files, { thresholds, period: '2026-02' })
  const { models } = await readModels(modelFolder)
  const run = { period: '2026-02', as_of: '2026-03-10' }
  const sources = { reference: {}, code: '0'.repeat(64) }
  const state = await releaseStateOf(warehouse, { release: '2026-02-1', run, sources, topics })
  await writePageData(warehouse, folder, {
    topics,
    models,
    thresholds,
    map: null,
    run,
    release: '2026-02-1',
    state,
    previous: null,
    sample: true,
    mask: (text) => text,
    writeBrief,
  })
  await warehouse.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('there is a file for every page, and one for each county of today', async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort()
  expect(names).toEqual(
    [
      'alerts',
      'asked',
      'brief',
      'burden',
      'changes',
      'coverage',
      'foundations',
      'income',
      'lineage/990101',
      'lineage/990104',
      'map',
      'methodology',
      'overview',
      'quality',
      'regions/990101',
      'regions/990104',
      'site',
      'stipend',
      'task-lines',
      'tasks',
      'team',
    ].map((name) => `${name}.json`),
  )
  const site = await read<SiteData>('site.json')
  expect(site.counties.map(({ region_name }) => region_name)).toEqual(['甲区', '丁区'])
  expect(site).toMatchObject({ city: { region_code: '990100' }, period: '2026-02', release: '2026-02-1', sample: true })
})

describe('the overview', () => {
  test('gives the city’s figure with its changes, and counts the counties below the line', async () => {
    const { cards } = await read<OverviewData>('overview.json')
    const card = cards.find(({ figure }) => figure.indicator_id === 'nonpublic_coverage_pct')
    expect(card?.figure).toMatchObject({
      value: 72.5,
      numerator: 29,
      denominator: 40,
      status: 'ok',
      // 11 of 20 were 22 of 40: seven more of 40 are 17.5.
      previous: { value_before: 55, from_numerator: 17.5, from_denominator: 0, from_units: 0, is_same_units: true },
      year_before: null,
    })
    expect(card).toMatchObject({
      below: 1,
      counties: 2,
      trend: { periods: ['2025-12', '2026-01', '2026-02'], values: [45, 55, 72.5], warning: [70, 70, 70] },
    })
  })

  test('counts the counties with something critical, now and a month ago', async () => {
    // In January 丁区 was at 50 %, below 55; in February nobody is. 甲区 was at 60 %, a warning.
    expect(await read<OverviewData>('overview.json')).toMatchObject({
      counties: 2,
      critical: 0,
      critical_before: 1,
      warning: 1,
    })
  })

  test('lists what opened and closed in the month', async () => {
    const { opened, closed, open_alerts } = await read<OverviewData>('overview.json')
    expect(opened).toEqual([])
    // 甲区 and the city came above the line in February.
    expect(closed.map(({ region_code }) => region_code).sort()).toEqual(['990100', '990101'])
    expect(open_alerts).toBe(1)
  })
})

test('a topic has every line: the city first, then each county, earlier boundaries carried onto it', async () => {
  const { trends, figures } = await read<TopicData>('coverage.json')
  expect(trends[0]).toMatchObject({
    indicator_id: 'nonpublic_coverage_pct',
    series: [
      { region_code: '990100', values: [45, 55, 72.5] },
      { region_code: '990101', values: [50, 60, 80] },
      { region_code: '990104', values: [40, 50, 65] },
    ],
  })
  const [, , figure] = figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  // 70 % of 20 is 14, one more than 13. From 40 to 65 in two months is 12.5 a month: the next month is enough.
  expect(figure).toMatchObject({ region_code: '990104', status: 'warning', gap: 1, arrival_period: '2026-03' })
})

test('a county’s page has its townships, its alerts and its returns', async () => {
  const data = await read<RegionData>('regions/990104.json')
  expect(data.children.map(({ region_name }) => region_name)).toEqual(['乙一乡', '丙一乡'])
  expect(
    data.child_figures
      .filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
      .map(({ value }) => value),
  ).toEqual([50, 80])
  expect(data.alerts).toMatchObject([
    { state: 'open', opened_period: '2025-12', worst_value: 40, latest_value: 65, age_periods: 2 },
  ])
  expect(data.returns.map(({ period, state }) => [period, state])).toEqual([
    ['2026-02', 'on_time'],
    ['2026-01', 'on_time'],
  ])
})

test('alerts carry the values of the last periods', async () => {
  const { alerts } = await read<AlertsData>('alerts.json')
  expect(alerts.map(({ region_code, state, recent }) => [region_code, state, recent])).toEqual([
    ['990104', 'open', [40, 50, 65]],
    ['990100', 'closed', [45, 55, 72.5]],
    ['990101', 'closed', [50, 60, 80]],
  ])
})

test('the methodology shows the SQL of each indicator, and only its own', async () => {
  const { indicators } = await read<MethodologyData>('methodology.json')
  for (const { id, sql } of indicators) {
    expect(sql, id).toContain(`'${id}' as indicator_id`)
    expect(sql.match(/ as indicator_id/g), id).toHaveLength(1)
  }
})
