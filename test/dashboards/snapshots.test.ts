// @vitest-environment jsdom
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest'
import { bandBars } from '../../dashboards/components/band-bars.js'
import { gapTable } from '../../dashboards/components/gap-table.js'
import { indicatorCard } from '../../dashboards/components/indicator-card.js'
import { regionDots } from '../../dashboards/components/region-dots.js'
import { sparkline } from '../../dashboards/components/sparkline.js'
import { statusGrid } from '../../dashboards/components/status-grid.js'
import { transitionMatrix } from '../../dashboards/components/transition-matrix.js'
import { type TrendData, trend } from '../../dashboards/components/trend.js'
import { createView, type View } from '../../dashboards/components/view.js'
import type { Figure } from '../../src/domain/page-data.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import { figure } from './figure.js'
import { fixtureData } from './fixture-data.js'

// Every kind of chart in each of its states, as it is drawn: small enough to be read, and looked at by whoever changes one.
const { site } = fixtureData()
const some = { ...site, counties: site.counties.filter(({ region_code }) => /2[2458]$/.test(region_code)) }

const city = (changes: Partial<Figure> = {}) =>
  figure({ region_code: '990300', units_expected: 40, units_reported: 40, ...changes })
const counties = [
  figure({ value: 71.2, status: 'critical', gap: 42 }),
  figure({ region_code: '990324', value: 78.4, status: 'warning', gap: 8 }),
  figure({ region_code: '990322', value: 90 }),
]
const silent = figure({ region_code: '990328', value: null, status: 'not_reported', units_reported: 0 })
const course = (values: (number | null)[], last: number | null): IndicatorTrend => ({
  indicator_id: 'nonpublic_coverage_pct',
  periods: ['2026-07', '2026-08', '2026-09', '2026-10'],
  warning: [null, 78, 80, 80],
  critical: [null, 70, 75, 75],
  target: [null, null, null, 95],
  series: [
    { region_code: '990300', values, carried_until: null },
    { region_code: '990325', values: values.some(Boolean) ? [76, 77, 77.5, last] : values, carried_until: '2026-08' },
  ],
})
const trendOf = (changes: Partial<TrendData> = {}): TrendData => ({
  ...{ trend: course([82, null, 83, 83.2], 78), figures: [city()], national: [], breaks: [] },
  ...changes,
})
const villages = (region_code: string, ...counts: number[]) =>
  counts.map((count, index) => ({
    ...{ region_code, period: '2025', villages: count },
    band: ['none', 'up_to_50k', '50k_to_100k', '100k_to_500k', '500k_to_1m', 'from_1m'][index] ?? '',
  }))
const moves = [
  { period: '2025', from_band: 'none', to_band: 'up_to_50k', villages: 12 },
  { period: '2025', from_band: 'up_to_50k', to_band: 'none', villages: 3 },
  { period: '2025', from_band: 'none', to_band: 'none', villages: 40 },
]
const partly = city({ units_reported: 39 })
const dots = (figures: Figure[], whole: Figure | null = city()) => ({ figures, whole, level: 'county' as const })
const grid = [...counties, silent, figure({ region_code: '990322', indicator_id: 'tasks_overdue_count', value: 2 })]
const history = { values: [80, null, 82, 83.2], warning: [80, 80, 80, 80] }

const drawings: Record<string, (view: View) => Element | null> = {
  'trend whole': (view) => trend(trendOf(), view, 420),
  'trend partly': (view) => trend(trendOf({ figures: [partly], selected: '990325' }), view, 420),
  'trend silent': (view) => trend(trendOf({ trend: course([82, null, 83, 83.2], null) }), view, 420),
  'trend provisional': (view) => trend(trendOf({ figures: [city(), { ...silent, status: 'not_due' }] }), view, 420),
  'trend empty': (view) => trend(trendOf({ trend: course([null, null, null, null], null), figures: [] }), view, 420),
  'dots whole': (view) => regionDots(dots(counties), view, 420),
  'dots partly': (view) => regionDots(dots([...counties, silent], partly), view, 420),
  'dots provisional': (view) => regionDots(dots([...counties, { ...silent, status: 'not_due' }]), view, 420),
  'dots silent': (view) => regionDots(dots([silent], city({ value: null, units_reported: 0 })), view, 420),
  'bands whole': (view) =>
    bandBars([...villages('990300', 6, 30, 25, 30, 6, 3), ...villages('990325', 9, 1)], view, 420, { whole: '990300' }),
  'bands empty': (view) => bandBars([], view, 420, { whole: '990300' }),
  'transitions whole': (view) => transitionMatrix(moves, view, city({ period: '2025' })),
  'transitions empty': (view) => transitionMatrix([], view),
  'grid partly': (view) => statusGrid(grid, view),
  'grid empty': (view) => statusGrid([], view),
  'gaps partly': (view) => gapTable([...counties, silent], view),
  'gaps none': (view) => gapTable([figure()], view),
  'gaps empty': (view) => gapTable([], view),
  'spark broken': () => sparkline(history, { label: 'x' }),
  'spark empty': () => sparkline({ values: [null, null], warning: 80 }, { label: 'x' }),
  'card partly': (view) => indicatorCard({ figure: partly, course: history }, view),
  'card silent': (view) =>
    indicatorCard(
      {
        figure: city({ value: null, status: 'not_reported', units_reported: 0 }),
        course: { values: [null], warning: 80 },
      },
      view,
    ),
}

let warn: MockInstance
beforeEach(() => {
  warn = vi.spyOn(console, 'warn')
})
afterEach(() => {
  expect(warn).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

/** One tag a line, numbers as short as eyes need. */
function formatted(element: Element | null): string {
  return `${(element?.outerHTML ?? '')
    .replace(/(\d+\.\d{2})\d+/g, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/>\s*</g, '>\n<')}\n`
}

const inEnglish = ['trend partly', 'dots partly', 'bands whole', 'grid partly', 'gaps partly', 'transitions whole']
const cases = Object.entries(drawings).flatMap(([name, draw]) =>
  (['zh', 'en'] as const)
    .filter((lang) => lang === 'zh' || inEnglish.includes(name))
    .map((lang) => ({ file: `${name.replace(' ', '-')}.${lang}.html`, lang, draw })),
)
test.each(cases)('$file', async ({ file, lang, draw }) => {
  const element = draw(createView(some, { lang, width: 420 }))
  await expect(formatted(element)).toMatchFileSnapshot(`snapshots/${file}`)
})
