// @vitest-environment jsdom
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { alertTable } from '../../dashboards/components/alert-table.js'
import { bandBars } from '../../dashboards/components/band-bars.js'
import { completenessLine } from '../../dashboards/components/completeness-line.js'
import { figureTable } from '../../dashboards/components/figure-table.js'
import { gapTable } from '../../dashboards/components/gap-table.js'
import { indicatorCard } from '../../dashboards/components/indicator-card.js'
import { regionDots } from '../../dashboards/components/region-dots.js'
import { sparkline } from '../../dashboards/components/sparkline.js'
import { statusMark } from '../../dashboards/components/status.js'
import { statusGrid } from '../../dashboards/components/status-grid.js'
import { transitionMatrix } from '../../dashboards/components/transition-matrix.js'
import { trend } from '../../dashboards/components/trend.js'
import { createView } from '../../dashboards/components/view.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import { change, figure } from './figure.js'
import { fixtureData } from './fixture-data.js'

const data = fixtureData()
const view = createView(data.site, { lang: 'zh', width: 1000 })
const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

let warn: MockInstance
beforeEach(() => {
  warn = vi.spyOn(console, 'warn')
})
afterEach(() => {
  expect(warn).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

const months = ['2026-07', '2026-08', '2026-09', '2026-10']
const short: IndicatorTrend = {
  indicator_id: 'nonpublic_coverage_pct',
  periods: months,
  warning: [null, 78, 80, 80],
  critical: [null, 70, 75, 75],
  target: [null, null, null, null],
  series: [
    { region_code: '990300', values: [82, null, 83, 83.4], carried_until: null },
    { region_code: '990325', values: [76, 77, 77.5, null], carried_until: '2026-08' },
  ],
}

test('a trend says its finding, breaks at what was not reported, and names its lines', () => {
  const element = trend(
    {
      trend: short,
      figures: [],
      national: [],
      breaks: [{ region_code: '990325', period: '2026-09', note: '合并', former: null }],
    },
    view,
    600,
  )
  expect(words(element.querySelector('strong'))).toBe('2026年10月河州市 83.4%，未越预警线')
  const svg = element.querySelector('svg.chart')
  expect(svg?.getAttribute('aria-label')).toBe(words(element.querySelector('strong')))
  const bold = svg?.querySelector('[data-mark="line"][stroke="var(--ink)"] path')?.getAttribute('d') ?? ''
  expect(bold.match(/M/g)).toHaveLength(2)
  expect(words(svg)).toContain('河州 83.4%')
  expect(words(svg)).toContain('预警线 80%')
  expect(words(element)).toContain('2026年9月区划调整：合并')
  expect(words(element)).not.toContain('⚠')
  expect(element.dataset).toMatchObject({ chart: 'trend', indicator: 'nonpublic_coverage_pct' })
})

test('a trend below its line says by how many points; its table says 未报', () => {
  const below = { ...short, series: [{ region_code: '990300', values: [76, 77, null, 78.2], carried_until: null }] }
  const element = trend({ trend: below, figures: [], national: [], breaks: [] }, view, 600)
  expect(words(element.querySelector('strong'))).toBe('2026年10月河州市 78.2%，低于预警线 1.8 个百分点')
  const details = element.querySelector('details')
  details?.dispatchEvent(new Event('toggle'))
  const rows = [...(details?.querySelectorAll('tbody tr') ?? [])].map(words)
  expect(rows[0]).toContain('78.2%')
  expect(rows[1]).toContain('未报')
})

test('published national figures are points as published, only the first and last in words', () => {
  const national =
    data.topics.coverage?.national.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct') ?? []
  const element = trend({ trend: short, figures: [], national, breaks: [] }, view, 600)
  expect(element.querySelectorAll('[data-mark="dot"] path')).toHaveLength(national[0]?.points.length ?? 0)
  expect(words(element.querySelector('svg'))).toContain('全国 37.6%')
  expect(words(element.querySelector('svg'))).toContain('73.1%')
})

test('a trend without a single figure is an empty state', () => {
  const empty = { ...short, series: [{ region_code: '990300', values: [null, null, null, null], carried_until: null }] }
  expect(words(trend({ trend: empty, figures: [], national: [], breaks: [] }, view, 600))).toBe('尚无数据')
})

test('region dots name only those beyond a line, and those that did not report', () => {
  const figures = [
    figure({ value: 71.2, status: 'critical', gap: 42 }),
    figure({ region_code: '990324', value: 78.4, status: 'warning', gap: 8 }),
    figure({ region_code: '990322', value: 90 }),
    figure({ region_code: '990328', value: null, status: 'not_reported' }),
  ]
  const element = regionDots({ figures, whole: figure({ region_code: '990300' }), level: 'county' }, view, 500)
  expect(words(element?.querySelector('strong') ?? null)).toBe('4 个县区中 2 个低于预警线')
  const drawn = words(element?.querySelector('svg') ?? null)
  expect(drawn).toContain('石岑 71.2%')
  expect(drawn).toContain('栾溪 78.4%')
  expect(drawn).not.toContain('孟塬')
  expect(words(element)).toContain('未列出（未报）：洛漪')
})

test('where classes have lines of their own, each warning line says whose it is', () => {
  const figures = [
    figure({ warning: 79, critical: 72 }),
    figure({ region_code: '990324', warning: 79, critical: 72 }),
    figure({ region_code: '990302', value: 90 }),
    figure({ region_code: '990322', value: 88 }),
  ]
  const element = regionDots({ figures, whole: null, level: 'county' }, view, 500)
  const drawn = words(element?.querySelector('svg') ?? null)
  expect(drawn).toContain('预警线 79%（山区县区）')
  expect(drawn).toContain('预警线 80%（其他）')
  expect(drawn).not.toContain('严重线')
  expect(words(element)).toContain('严重线：72%（山区县区）、75%（其他）')
})

test('region dots count only those that were judged, and say when the base is too small', () => {
  const small = figure({ region_code: '990322', value: 0, status: 'small_base' })
  const titleOf = (...figures: ReturnType<typeof figure>[]) => {
    const element = regionDots({ figures, whole: null, level: 'county' }, view, 500)
    return [words(element?.querySelector('strong') ?? null), words(element).includes('基数小，不作判断（1 个）')]
  }
  expect(titleOf(small, figure(), figure({ region_code: '990302' }))).toEqual(['已判定的 2 个县区都不低于预警线', true])
  expect(titleOf(small)).toEqual(['1 个县区基数都小，不作判断', true])
})

test('region dots of nobody reporting are an empty state', () => {
  const element = regionDots(
    { figures: [figure({ value: null, status: 'not_reported' })], whole: null, level: 'county' },
    view,
    500,
  )
  expect(words(element)).toContain('尚无数据')
})

test('the gap list says units, arrival and change in words, worst first', () => {
  const element = gapTable(
    [
      figure({
        region_code: '990324',
        value: 78.4,
        status: 'warning',
        gap: 8,
        arrival_period: '2027-03',
        previous: change(78.1, 0.3, 0),
      }),
      figure({ value: 71.2, status: 'critical', gap: 42, units_reported: 12 }),
      figure({ region_code: '990322' }),
    ],
    view,
  )
  const rows = [...element.querySelectorAll('tbody tr')].map(words)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toContain('石岑县')
  expect(rows[0]).toContain('12/13 个乡镇已报')
  expect(rows[0]).toContain('还差 42 家')
  expect(rows[0]).toContain('到不了')
  expect(rows[1]).toContain('2027年3月')
  expect(rows[1]).toContain('升 0.3 个百分点（好转）')
})

test('an empty gap list says so', () => {
  expect(words(gapTable([figure()], view))).toBe('达标 没有县区低于预警线')
})

test('a card has the raw value for those who check, and no change of a small base', () => {
  const course = { values: [82, null, 83.2], warning: 80 }
  const card = indicatorCard({ figure: figure(), course }, view)
  const value = card.querySelector<HTMLElement>('[data-figure="nonpublic_coverage_pct"]')
  expect(value?.dataset.value).toBe('83.2')
  expect(words(value)).toBe('83.2%')
  expect(words(card)).toContain('比上月升 0.2 个百分点（好转）')
  const small = indicatorCard({ figure: figure({ status: 'small_base', numerator: 3, denominator: 7 }), course }, view)
  expect(words(small)).toContain('7 个中 3 个')
  expect(words(small)).toContain('基数小')
  expect(words(small)).not.toContain('百分点')
})

test('a card says what a change comes from under it', () => {
  const moved = figure({ value: 83.2, previous: change(82, 2, -0.8), year_before: change(83.2, 0, 0) })
  const card = indicatorCard({ figure: moved, course: { values: [82, 83.2], warning: 80 } }, view)
  expect([...card.querySelectorAll('.changes div')].map(words)).toEqual([
    '比上月升 1.2 个百分点（好转）其中新建组织 +2.0，企业增加 -0.8',
    '比上年同期持平',
  ])
})

test('the table behind a chart has every county’s changes with their parts; one of townships, whose changes are not told, has none', () => {
  const indicator = view.indicator('nonpublic_coverage_pct')
  const moved = figure({ value: 83.2, previous: change(82, 2, -0.8), year_before: null })
  const table = figureTable(view, indicator, [moved, figure({ region_code: '990324', status: 'small_base' })])
  expect([...table.querySelectorAll('thead th')].map(words)).toEqual([
    ...['地区代码', '数值', '状态', '缺口', '填报', '比上月', '比上年同期'],
  ])
  const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].slice(-2).map(words),
  )
  expect(rows).toEqual([
    ['升 1.2 个百分点（好转）其中新建组织 +2.0，企业增加 -0.8', '—'],
    ['—', '—'],
  ])
  const still = figureTable(view, indicator, [figure({ previous: null, year_before: null })])
  expect(still.querySelectorAll('thead th')).toHaveLength(5)
})

test('a card of a region that did not report says 未报 and not zero', () => {
  const silent = figure({ value: null, numerator: null, denominator: null, status: 'not_reported', units_reported: 0 })
  const card = indicatorCard({ figure: silent, course: { values: [82, 83, null], warning: 80 } }, view)
  expect(words(card.querySelector('[data-figure]'))).toBe('未报')
  expect(card.querySelector<HTMLElement>('[data-figure]')?.dataset.value).toBe('')
  expect(words(card)).not.toMatch(/(^|\D)0(\.0)?%/)
})

test('each cell of the grid has a value, a status in word and shape, and a way to the region', () => {
  const grid = statusGrid(data.overview.grid, view)
  const cells = [...grid.querySelectorAll<HTMLAnchorElement>('td a')]
  expect(cells).toHaveLength(data.overview.grid.length)
  for (const cell of cells) {
    expect(cell.getAttribute('href')).toMatch(/^\.\/regions\/9903\d\d#/)
    expect(words(cell.querySelector('.mark'))).toMatch(/严重|预警|达标|未报|基数小/)
    expect(cell.querySelector('svg.shape')).not.toBeNull()
  }
})

test('the unit of a column of the grid is said once, in its head', () => {
  const grid = statusGrid(data.overview.grid, view)
  const heads = [...grid.querySelectorAll('thead th')].map((head) => words(head))
  const column = heads.findIndex((head) => head.includes('元/月'))
  expect(column).toBeGreaterThan(0)
  const cells = [...grid.querySelectorAll('tbody tr')].map((row) =>
    words(row.children[column]?.querySelector('b') ?? null),
  )
  expect(cells.filter((cell) => /^[\d,]+$/.test(cell)).length).toBeGreaterThan(0)
  expect(cells.join()).not.toContain('元')
})

test('statuses differ in shape, not in colour alone', () => {
  const marks = (['critical', 'warning', 'ok', 'not_reported', 'small_base'] as const).map((status) =>
    statusMark('zh', status),
  )
  const shapes = marks.map((mark) => mark.querySelector('path')?.getAttribute('d'))
  expect(new Set(shapes).size).toBe(marks.length)
  expect(words(statusMark('zh', null))).toBe('未设线')
})

test('a sparkline lifts the pen at what was not reported and steps with its line', () => {
  const svg = sparkline({ values: [1, 2, null, 4], warning: [2, 2, 3, 3] }, { label: '走势' })
  expect(svg.querySelector('.spark-value')?.getAttribute('d')?.match(/M/g)).toHaveLength(2)
  expect(svg.querySelector('.spark-line')?.getAttribute('d')).toMatch(
    /^M[\d. ]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+$/,
  )
  expect(svg.getAttribute('aria-label')).toBe('走势')
})

test('bands are in their own order and add up to the villages that reported', () => {
  const bars = bandBars(data.topics.income?.bands ?? [], view, 600, { whole: '990300' })
  expect(words(bars.querySelector('strong'))).toMatch(/^2025年全市 2,7\d\d 个村中 \d+ 个（3\d\.\d%）收入在5万元及以下$/)
  expect([...bars.querySelectorAll('.key li')].map(words)).toEqual([
    '无收入',
    '5万及以下',
    '5万–10万',
    '10万–50万',
    '50万–100万',
    '100万及以上',
  ])
  expect(words(bars)).toContain('恰为5万、10万、50万元的归入较低一组')
})

test('transitions say how many moved up, down or not at all', () => {
  const rows = [
    { period: '2024', from_band: 'none', to_band: 'from_1m', villages: 99 },
    { period: '2025', from_band: 'none', to_band: 'up_to_50k', villages: 12 },
    { period: '2025', from_band: 'up_to_50k', to_band: 'none', villages: 3 },
    { period: '2025', from_band: 'none', to_band: 'none', villages: 40 },
  ]
  expect(words(transitionMatrix(rows, view).querySelector('strong'))).toBe(
    '2025年与上年相比，12 个村升档，3 个村降档，40 个村不变',
  )
  expect(words(transitionMatrix([], view))).toBe('尚无两年可比的数据')
})

test('completeness counts what came, and names who is late or missing', () => {
  const line = data.overview.completeness[0]
  if (!line) throw new Error('no line')
  expect(words(completenessLine(line, view))).toContain('13/14 个单位已报')
  expect(words(completenessLine(line, view))).toContain('未报 洛漪')
})

test('an alert that went silent says for how long', () => {
  const alert = data.alerts.alerts[0]
  if (!alert) throw new Error('no alert')
  const table = alertTable(
    [{ ...alert, state: 'open', life: 'silent', silent_periods: 2, opened_period: '2026-02' }],
    view,
    'open',
    '预警',
  )
  expect(words(table)).toContain('已 2 个月未报送，状态保持')
  const short = alertTable(
    [{ ...alert, state: 'open', life: 'silent', silent_periods: 2, opened_period: '2026-02' }],
    view,
    'short',
    '预警',
  )
  expect(words(short)).toContain('已 2 个月未报送，状态保持')
})

test('a withdrawn alert has the day, what was reported and what it is since, and is not called closed', () => {
  const [alert] = data.alerts.alerts
  if (!alert) throw new Error('no alert')
  const withdrawn = {
    ...alert,
    ...{ indicator_id: 'nonpublic_coverage_pct', state: 'withdrawn' as const, closed_period: null },
    ...{ opened_period: '2026-09', worst_period: '2026-09', worst_value: 71.2 },
    ...{ withdrawn_on: '2026-11-06', corrected_value: 83.4 },
  }
  const table = alertTable([withdrawn], view, 'withdrawn', '撤销')
  expect([...table.querySelectorAll('tbody td')].map(words).slice(1)).toEqual([
    ...['2026年9月', '71.2%2026年9月', '83.4%', '2026年11月6日因数据更正撤销'],
  ])
  const english = alertTable([withdrawn], createView(data.site, { lang: 'en', width: 1000 }), 'withdrawn', 'x')
  expect(words(english)).toContain('Nov 6, 2026withdrawn by correction')
  expect(words(table) + words(english)).not.toMatch(/解除|closed/)
})
