import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figuresOf as figuresAt } from '../../dashboards/components/earlier-figures.js'
import { modelFolder, topics } from '../../pipelines/index.js'
import { writeBrief } from '../../src/briefing/write-brief.js'
import type { AlertsData } from '../../src/domain/alert-data.js'
import type { CompareData } from '../../src/domain/compare-data.js'
import type { EarlierData } from '../../src/domain/earlier-data.js'
import type { OriginFormulas, RegionOrigins } from '../../src/domain/figure-origin.js'
import type { MethodologyData } from '../../src/domain/methodology-data.js'
import type { Figure, OverviewData, SiteData } from '../../src/domain/page-data.js'
import type { RegionData } from '../../src/domain/region-data.js'
import type { SearchData } from '../../src/domain/search-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
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

test('there is a file for every page, and one for each county and each township of today', async () => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).sort()
  expect(names).toEqual(
    [
      'alerts',
      'asked',
      'brief',
      'burden',
      'changes',
      'compare',
      'coverage',
      'earlier/burden',
      'earlier/coverage',
      'earlier/foundations',
      'earlier/income',
      'earlier/stipend',
      'earlier/tasks',
      'earlier/team',
      'formulas',
      'foundations',
      'income',
      'lineage/990101',
      'lineage/990104',
      ...['990101001', '990101002', '990104001', '990104002'].map((code) => `lineage/${code}`),
      'map',
      'methodology',
      'overview',
      'quality',
      'regions/990101',
      'regions/990104',
      ...['990101001', '990101002', '990104001', '990104002'].map((code) => `regions/${code}`),
      'search',
      'site',
      'stipend',
      'task-lines',
      'tasks',
      'team',
    ]
      .map((name) => `${name}.json`)
      .sort(),
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

test('every period of a topic stands in columns: the city first, then each county, the latest as on the page', async () => {
  const { indicators } = await read<EarlierData>('earlier/coverage.json')
  const [columns] = indicators
  if (!columns) throw new Error('no columns')
  expect(columns).toMatchObject({
    indicator_id: 'nonpublic_coverage_pct',
    periods: ['2025-12', '2026-01', '2026-02'],
    regions: ['990100', '990101', '990104'],
    figures: { value: [45, 55, 72.5, 50, 60, 80, 40, 50, 65] },
  })
  // The line is 70 %: of 20 units 14, of 40 units 28. 丁区 has 8, 10 and 13, the city 18, 22 and 29.
  expect(columns.figures.gap).toEqual([10, 6, null, 4, 2, null, 6, 4, 1])
  // Of the first period nothing is known before it.
  expect(columns.previous.value_before).toEqual([null, 45, 55, null, 50, 60, null, 40, 50])
  const { figures } = await read<TopicData>('coverage.json')
  const latest = figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  const rounded = (list: Figure[]) => list.map(({ pace, ...rest }) => ({ ...rest, pace: pace?.toFixed(5) }))
  expect(rounded(figuresAt(columns, '2026-02'))).toEqual(rounded(latest))
})

test('what the search looks through: the city, counties and townships of today with their readings, and every indicator', async () => {
  const { regions, indicators } = await read<SearchData>('search.json')
  expect(regions.map(({ name }) => name)).toEqual(['小城市', '甲区', '丁区', '甲一镇', '甲二镇', '乙一乡', '丙一乡'])
  expect(regions.map(({ parent }) => parent)).toEqual([
    null,
    '990100',
    '990100',
    '990101',
    '990101',
    '990104',
    '990104',
  ])
  // 区 is qū, and ōu as a family name; 丁 is dīng, and zhēng of blows.
  expect(regions[2]?.pinyin).toBe('ding/zheng qu/ou')
  expect(indicators).toHaveLength(topics.flatMap((topic) => topic.indicators).length)
  expect(indicators[0]).toMatchObject({ id: 'nonpublic_coverage_pct', page: 'coverage' })
  expect(indicators[0]?.pinyin[1]).toBe('fei gong fu gai')
})

test('the page of two regions has the latest figures of the city and every county with their courses', async () => {
  const { figures } = await read<CompareData>('compare.json')
  const own = figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  expect(own.map(({ region_code, value, recent }) => [region_code, value, recent])).toEqual([
    ['990100', 72.5, [45, 55, 72.5]],
    ['990101', 80, [50, 60, 80]],
    ['990104', 65, [40, 50, 65]],
  ])
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

test('a township’s page has its place, its own figures and alerts, and what its county sent about it', async () => {
  const data = await read<RegionData>('regions/990104001.json')
  expect(data.above.map(({ region_name }) => region_name)).toEqual(['小城市', '丁区'])
  expect(data.siblings.map(({ region_name }) => region_name)).toEqual(['乙一乡', '丙一乡'])
  expect(data.children).toEqual([])
  const [figure] = data.figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  // 3 of 10 firms under its old code, then 4, then 5; 70 % of 10 are two more than 5.
  expect(figure).toMatchObject({
    value: 50,
    gap: 2,
    recent: [30, 40, 50],
    previous: { value_before: 40 },
    carried_until: '2025-12',
  })
  // Its line is the county's, at 55 it is critical.
  expect(data.alerts).toMatchObject([
    { region_code: '990104001', state: 'open', opened_period: '2025-12', worst_value: 30, recent: [30, 40, 50] },
  ])
  // Of 丁区, which began in 2026: two months, each with the township's row; received on the 4th, due on the 5th.
  expect(
    data.returns.map(({ dataset, period, state, units_expected, units_reported }) => [
      dataset,
      period,
      state,
      units_expected,
      units_reported,
    ]),
  ).toEqual([
    ['coverage', '2026-02', 'on_time', 1, 1],
    ['coverage', '2026-01', 'on_time', 1, 1],
  ])
  expect(data.rejects).toEqual([])
})

test('a township’s figures are traced to its own rows', async () => {
  const { figures, rows, files } = await read<RegionOrigins>('lineage/990104001.json')
  const own = figures.find(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  expect(own).toMatchObject({ value: 50, region: { region_code: '990104001', numerator: 5, denominator: 10 } })
  expect(Object.keys(rows)).toEqual(['coverage/990104001/2026-02'])
  expect(Object.keys(files)).toHaveLength(1)
  // How it is worked out is the same for all regions, and said once.
  const { nonpublic_coverage_pct: formula } = await read<OriginFormulas>('formulas.json')
  expect(formula?.terms.map(({ name }) => name)).toEqual(['numerator', 'denominator'])
})

test('the alerts of townships are on their own pages alone', async () => {
  const { alerts } = await read<AlertsData>('alerts.json')
  expect(alerts.filter(({ region_code }) => region_code.length > 6)).toEqual([])
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
