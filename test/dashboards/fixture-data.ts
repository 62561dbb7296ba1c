import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { coverageIndicators } from '../../pipelines/coverage/indicators.js'
import { topics } from '../../pipelines/index.js'
import type { Alert, AlertsData, NearMiss } from '../../src/domain/alert-data.js'
import type { CompareData } from '../../src/domain/compare-data.js'
import type { Indicator } from '../../src/domain/indicator.js'
import { isPercent, scaleOf } from '../../src/domain/indicator.js'
import type { MapData } from '../../src/domain/map-data.js'
import type { MethodologyData } from '../../src/domain/methodology-data.js'
import type { Change, Figure, IndicatorMeta, OverviewData, RegionName, SiteData } from '../../src/domain/page-data.js'
import { frequencyOf, type Period, periodsBetween, shiftPeriod } from '../../src/domain/period.js'
import type { QualityData } from '../../src/domain/quality-data.js'
import type { RegionData } from '../../src/domain/region-data.js'
import type { CompletenessState, Status } from '../../src/domain/status.js'
import { pageOf } from '../../src/domain/topic.js'
import type { IndicatorTrend, TopicData } from '../../src/domain/topic-data.js'
import { briefFixture } from './brief-fixture.js'
import { changesFixture } from './changes-fixture.js'
import { historyFixture } from './history-fixture.js'
import { asRead, originFixture } from './origin-fixture.js'
import { qualityFixture } from './quality-fixture.js'
import { earlierFixture, searchFixture } from './reading-fixture.js'
import { askedFixture, taskLinesFixture } from './task-fixture.js'

/** Plausible page data of the fictional city, the same on every run, to draw pages from before and apart from the warehouse. */
export interface FixtureData {
  site: SiteData
  overview: OverviewData
  topics: Record<string, TopicData>
  alerts: AlertsData
  quality: QualityData
  methodology: MethodologyData
  regions: RegionData[]
}

const month = '2026-10'
const city: RegionName = {
  region_code: '990300',
  region_name: '河州市',
  short_name: '河州',
  region_level: 'prefecture',
  region_class: null,
}
const counties = (
  [
    ['02', '东漪区', 'urban'],
    ['03', '河澜区', 'urban'],
    ['04', '西塬区', 'urban'],
    ['05', '临沣区', 'urban'],
    ['06', '南岬区', 'urban'],
    ['11', '新漪区', 'plain'],
    ['22', '孟塬县', 'plain'],
    ['23', '新埭县', 'hill'],
    ['24', '栾溪县', 'mountain'],
    ['25', '石岑县', 'mountain'],
    ['26', '汝漪县', 'hill'],
    ['27', '宜岑县', 'hill'],
    ['28', '洛漪县', 'mountain'],
    ['29', '伊漪县', 'plain'],
  ] as const
).map(
  ([digits, name, region_class]): RegionName => ({
    region_code: `9903${digits}`,
    region_name: name,
    short_name: name.slice(0, -1),
    region_level: 'county',
    region_class,
  }),
)
const townshipNames = [
  '城关镇',
  '白杨镇',
  '柳泉镇',
  '韩庄镇',
  '石井乡',
  '大坪乡',
  '上戈镇',
  '下峪镇',
  '罗岭乡',
  '小界乡',
  '东宋镇',
  '赵村乡',
]

/** Lines of the sample: where the city starts, where it ends, and what it is held against. */
const lines: Record<
  string,
  { from: number; to: number; warning: number; critical: number; base: number; spread: number }
> = {
  nonpublic_coverage_pct: { from: 78, to: 84.6, warning: 80, critical: 75, base: 454, spread: 7 },
  social_coverage_pct: { from: 71, to: 79.3, warning: 75, critical: 70, base: 165, spread: 7 },
  nonpublic_eligible_coverage_pct: { from: 96.5, to: 99.4, warning: 99, critical: 97, base: 370, spread: 1.5 },
  nonpublic_work_coverage_pct: { from: 92, to: 99.3, warning: 98, critical: 95, base: 454, spread: 2 },
  social_work_coverage_pct: { from: 90, to: 98.9, warning: 98, critical: 95, base: 165, spread: 2 },
  key_firm_coverage_pct: { from: 93, to: 98.5, warning: 98, critical: 95, base: 41, spread: 2 },
  social_30plus_coverage_pct: { from: 91, to: 98.2, warning: 98, critical: 95, base: 9, spread: 4 },
  villages_no_income_pct: { from: 63, to: 4.1, warning: 5, critical: 10, base: 194, spread: 5 },
  villages_up_to_50k_pct: { from: 88, to: 31, warning: 30, critical: 45, base: 194, spread: 14 },
  villages_from_180k_pct: { from: 3, to: 24, warning: 20, critical: 10, base: 194, spread: 9 },
  income_median_yuan: { from: 0, to: 91_300, warning: 80_000, critical: 50_000, base: 194, spread: 38_000 },
  income_mean_yuan: { from: 36_000, to: 186_400, warning: 120_000, critical: 80_000, base: 194, spread: 60_000 },
  stipend_mean_yuan_per_month: { from: 1480, to: 2964, warning: 2600, critical: 2200, base: 190, spread: 420 },
  stipend_below_standard_pct: { from: 38, to: 4.8, warning: 5, critical: 10, base: 190, spread: 5 },
  stipend_arrears_pct: { from: 9, to: 0.8, warning: 1, critical: 5, base: 190, spread: 1.6 },
  documents_change_pct: { from: 4, to: -33, warning: -30, critical: -10, base: 30, spread: 20 },
  meetings_change_pct: { from: 5, to: -36, warning: -30, critical: -10, base: 16, spread: 16 },
  inspections_change_pct: { from: 8, to: -52, warning: -50, critical: -25, base: 10, spread: 18 },
  cells_required: { from: 1900, to: 1050, warning: 1200, critical: 1600, base: 1, spread: 300 },
  tasks_overdue_count: { from: 0, to: 1, warning: 0, critical: 1, base: 8, spread: 1 },
  tasks_done_pct: { from: 10, to: 52, warning: 40, critical: 20, base: 9, spread: 20 },
  stipend_to_rural_income_ratio: { from: 1.42, to: 1.94, warning: 2, critical: 1.6, base: 190, spread: 0.22 },
  premises_standard_pct: { from: 58, to: 95, warning: 92, critical: 85, base: 194, spread: 8 },
  premises_none_or_rented_pct: { from: 1.9, to: 0.2, warning: 0.5, critical: 1, base: 194, spread: 0.8 },
  premises_built_this_year_pct: { from: 60, to: 6, warning: 4, critical: 2, base: 194, spread: 4 },
  funding_norm_met_pct: { from: 48, to: 94, warning: 90, critical: 80, base: 194, spread: 9 },
  funding_per_village_yuan: { from: 42_000, to: 118_000, warning: 70_000, critical: 60_000, base: 194, spread: 21_000 },
  funding_growth_pct: { from: 147, to: 4, warning: 0, critical: -10, base: 3_000_000, spread: 14 },
  villages_with_reserve_pct: { from: 46, to: 93, warning: 90, critical: 80, base: 194, spread: 9 },
  dual_role_pct: { from: 33, to: 98, warning: 95, critical: 90, base: 194, spread: 4 },
  secretaries_trained_pct: { from: 70, to: 78, warning: 70, critical: 55, base: 190, spread: 9 },
  commissioner_vacancy_pct: { from: 21, to: 4, warning: 5, critical: 10, base: 26, spread: 5 },
  weak_rectified_pct: { from: 50, to: 66, warning: 60, critical: 45, base: 14, spread: 12 },
  weak_listed_pct: { from: 9, to: 6.4, warning: 5, critical: 3, base: 194, spread: 2 },
  weak_listed_twice_pct: { from: 3, to: 1.1, warning: 1.5, critical: 3, base: 194, spread: 1 },
}

/** A fixed number between 0 and 1 for a text: the only source of chance here. */
function chance(seed: string): number {
  let hash = 2166136261
  for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296
}

const metaOf = ({ gap, national_series: _, ...indicator }: Indicator): IndicatorMeta => {
  const topic = topics.find((one) => one.dataset.id === indicator.dataset)
  if (!topic) throw new Error(`no dataset: ${indicator.dataset}`)
  const { dataset } = topic
  const { source: __, ...rest } = indicator
  const { frequency, grain, title } = dataset
  return { ...rest, page: pageOf(topic), gap_unit: gap.unit, frequency, grain, return_title: title }
}
const declared = topics.flatMap((topic) => topic.indicators)
const indicators = declared.map(metaOf)
const periodsOf = (indicator: IndicatorMeta): Period[] =>
  indicator.frequency === 'A'
    ? periodsBetween('2018', '2025')
    : indicator.frequency === 'Q'
      ? periodsBetween('2018-Q1', '2026-Q3')
      : periodsBetween('2018-01', month)

function valueAt(indicator: IndicatorMeta, code: string, share: number, period: Period): number | null {
  const line = lines[indicator.id]
  if (!line) throw new Error(`no sample line for ${indicator.id}`)
  // One county stops reporting in the last two months.
  if (code === '990328' && indicator.dataset === 'coverage' && period >= '2026-09') return null
  if (code === '990326' && period >= '2021-03' && period <= '2021-06') return null
  const offset =
    code === city.region_code
      ? 0
      : (chance(code + indicator.id) - 0.42) *
        2 *
        line.spread *
        (code.length === 9 ? 1.6 : code === '990324' || code === '990325' ? 2.6 : 1)
  const wave =
    Math.sin(share * 9 + chance(code) * 6) * line.spread * 0.12 +
    (chance(code + period + indicator.id) - 0.5) * line.spread * 0.06
  const course = line.from + (line.to - line.from) * share ** 0.8
  const sign = indicator.direction === 'higher_is_better' ? 1 : -1
  const value = course + sign * (offset * Math.min(1, 0.4 + share) + wave)
  const least = indicator.unit === 'change_pct' ? -100 : 0
  const bounded = Math.max(least, Math.min(indicator.unit === 'pct' ? 100 : Number.POSITIVE_INFINITY, value))
  return Math.round(bounded * 1e4) / 1e4
}

function statusOf(indicator: IndicatorMeta, value: number | null, denominator: number | null): Status {
  const line = lines[indicator.id]
  if (value === null || !line) return 'not_reported'
  if (denominator !== null && denominator < 8) return 'small_base'
  const sign = indicator.direction === 'higher_is_better' ? 1 : -1
  if (sign * (line.critical - value) > 0) return 'critical'
  return sign * (line.warning - value) > 0 ? 'warning' : 'ok'
}

function figureOf(indicator: IndicatorMeta, code: string, ago = 0): Figure {
  const periods = periodsOf(indicator)
  const period = periods.at(-1 - ago) ?? month
  const at = (back: number) =>
    valueAt(
      indicator,
      code,
      (periods.length - 1 - ago - back) / (periods.length - 1),
      periods.at(-1 - ago - back) ?? month,
    )
  const line = lines[indicator.id]
  const raw = at(0)
  const scale = code.length === 6 ? (code === city.region_code ? 14 : 1) : 1 / 12
  const denominator = raw === null ? null : Math.max(1, Math.round((line?.base ?? 1) * scale * (0.6 + chance(code))))
  const numerator = raw === null || denominator === null ? null : Math.round((raw * denominator) / scaleOf(indicator))
  const value =
    numerator === null || denominator === null
      ? null
      : isPercent(indicator)
        ? Math.round((numerator * 1e6) / denominator) / 1e4
        : raw
  const status = statusOf(indicator, value, denominator)
  const isOff = status === 'warning' || status === 'critical'
  const distance = Math.abs((value ?? 0) - (line?.warning ?? 0))
  const gap = !isOff
    ? null
    : isPercent(indicator)
      ? Math.ceil((distance * (denominator ?? 0)) / 100)
      : Math.ceil(distance * 10 ** indicator.decimals) / 10 ** indicator.decimals
  const arrives = chance(`arrive${code}${indicator.id}`) > 0.3
  const expected =
    indicator.grain === 'village'
      ? code === city.region_code
        ? 2719
        : 194
      : code === city.region_code
        ? 168
        : code.length === 6
          ? 12
          : 1
  return {
    region_code: code,
    indicator_id: indicator.id,
    period,
    value,
    numerator,
    denominator,
    units_expected: expected,
    units_reported:
      value === null ? 0 : code === '990325' && indicator.dataset === 'coverage' ? expected - 1 : expected,
    status,
    warning: line?.warning ?? null,
    critical: line?.critical ?? null,
    target: indicator.unit === 'pct' ? (indicator.direction === 'higher_is_better' ? 100 : 0) : null,
    gap,
    arrival_period: isOff && arrives ? shiftPeriod(period, 2 + Math.round(chance(code) * 20)) : null,
    target_gap: isOff && gap !== null ? gap + 40 : null,
    target_arrival_period: isOff && arrives ? shiftPeriod(period, 30) : null,
    pace: arrives ? 0.2 : -0.1,
    previous: changeOf(indicator, value, at(1), `${code}${period}`),
    year_before: changeOf(indicator, value, at({ A: 1, Q: 4, M: 12 }[indicator.frequency]), `${code}${period} a year`),
  }
}

/** A change that the numerator pulls one way and the denominator the other, with a little from units that reported only once. */
function changeOf(
  indicator: IndicatorMeta,
  value: number | null,
  value_before: number | null,
  seed: string,
): Change | null {
  if (value === null || value_before === null) return null
  if (indicator.part_words === null)
    return { value_before, from_numerator: null, from_denominator: null, from_units: null, is_same_units: true }
  const change = value - value_before
  const from_denominator = (chance(`base${seed}`) - 0.5) * change
  const is_same_units = chance(`units${seed}`) > 0.3
  const from_units = is_same_units ? 0 : 0.2 * change
  return {
    value_before,
    from_numerator: change - from_denominator - from_units,
    from_denominator,
    from_units,
    is_same_units,
  }
}

function trendOf(indicator: IndicatorMeta): IndicatorTrend {
  const periods = periodsOf(indicator)
  const line = lines[indicator.id]
  const series = [city, ...counties].map(({ region_code }) => ({
    region_code,
    values: periods.map((period, index) => valueAt(indicator, region_code, index / (periods.length - 1), period)),
    carried_until: region_code === '990303' ? (periods.findLast((period) => period < '2023') ?? null) : null,
  }))
  const sign = indicator.direction === 'higher_is_better' ? 1 : -1
  // The line is set in 2019 and raised at the start of 2022.
  const step = (value: number | undefined, earlier: number) =>
    periods.map((period) =>
      value === undefined || period < '2019' ? null : period < '2022' ? value - sign * earlier : value,
    )
  const room = (line?.spread ?? 0) * 0.7
  return {
    indicator_id: indicator.id,
    periods,
    warning: step(line?.warning, room),
    critical: step(line?.critical, room),
    target: periods.map(() => null),
    series,
  }
}

const near_misses: NearMiss[] = [
  {
    ...{ region_code: '990325', indicator_id: 'nonpublic_coverage_pct', period: '2026-10' },
    ...{ value: 80.4, warning: 80, room: 0.4 },
  },
]

const lives = ['opened', 'worsening', 'improving', 'steady'] as const

function alertOf(figure: Figure, index: number, state: Alert['state']): Alert {
  const indicator = indicators.find(({ id }) => id === figure.indicator_id)
  const periods = indicator ? periodsOf(indicator) : []
  const recent = periods.slice(-13)
  const values = recent.map((period, at) =>
    indicator
      ? valueAt(indicator, figure.region_code, (periods.length - recent.length + at) / (periods.length - 1), period)
      : null,
  )
  const known = values.filter((value) => value !== null)
  const worst = indicator?.direction === 'higher_is_better' ? Math.min(...known) : Math.max(...known)
  const silent = values.at(-1) === null ? 2 : 0
  const age = index % 4 === 0 ? 1 : indicator?.frequency === 'A' ? 1 + (index % 6) : 3 + (index % 17)
  return {
    alert_id: `${figure.region_code}/${figure.indicator_id}/${index}`,
    region_code: figure.region_code,
    indicator_id: figure.indicator_id,
    state,
    opened_period: shiftPeriod(figure.period, -age),
    worst_period: recent[values.indexOf(worst)] ?? figure.period,
    worst_value: worst,
    latest_period: figure.period,
    latest_value: known.at(-1) ?? 0,
    closed_period: state === 'closed' ? figure.period : null,
    withdrawn_on: state === 'withdrawn' ? '2026-11-06' : null,
    corrected_value: state === 'withdrawn' ? figure.value : null,
    silent_periods: state === 'open' ? silent : 0,
    latest_status:
      state === 'open' ? (figure.status === 'critical' ? 'critical' : index % 9 === 8 ? 'ok' : 'warning') : 'ok',
    gap: state === 'open' ? (figure.gap ?? 3) : null,
    arrival_period: figure.arrival_period,
    target_gap: figure.target_gap,
    target_arrival_period: figure.target_arrival_period,
    pace: figure.pace,
    life: state === 'open' ? (silent > 0 ? 'silent' : (lives[index % lives.length] ?? 'steady')) : state,
    is_chronic: state === 'open' && age > 12,
    age_periods: age,
    recent: values,
    recent_warning: values.map(() => figure.warning),
    warning: figure.warning,
    tasks:
      state === 'open' && index % 3 === 0
        ? [
            {
              task_id: 'RW-2026-02',
              title: '集中组建攻坚',
              owner_unit: '县委组织部',
              due_date: '2026-09-30',
              state: 'overdue',
            },
          ]
        : [],
  }
}

const isOff = ({ status }: Figure) => status === 'warning' || status === 'critical'

function topicOf(dataset: string): TopicData {
  const own = indicators.filter((indicator) => indicator.page === dataset)
  const bands = ['none', 'up_to_50k', '50k_to_100k', '100k_to_500k', '500k_to_1m', 'from_1m']
  const shares = [0.04, 0.27, 0.3, 0.32, 0.05, 0.02]
  return {
    parts: topics
      .filter((one) => one.indicators.length > 0 && pageOf(one) === dataset)
      .map((one) => ({ dataset: one.dataset.id, title: one.dataset.title })),
    trends: own.map(trendOf),
    figures: own.flatMap((indicator) => [city, ...counties].map(({ region_code }) => figureOf(indicator, region_code))),
    national: dataset === 'coverage' ? nationalSeries : [],
    bands:
      dataset !== 'income'
        ? []
        : [city, ...counties].flatMap(({ region_code }) =>
            bands.map((band, index) => ({
              region_code,
              period: '2025',
              band,
              villages: Math.round(
                (region_code === city.region_code ? 2719 : 194) *
                  (shares[index] ?? 0) *
                  (region_code === city.region_code ? 1 : 0.4 + 1.2 * chance(region_code + band)),
              ),
            })),
          ),
    transitions:
      dataset !== 'income'
        ? []
        : bands.flatMap((from_band, from) =>
            bands.map((to_band, to) => ({
              period: '2025',
              from_band,
              to_band,
              villages:
                Math.abs(from - to) > 2
                  ? 0
                  : Math.round(
                      2719 *
                        (shares[from] ?? 0) *
                        ([0.68, 0.2, 0.02][Math.abs(from - to)] ?? 0) *
                        (to < from ? 0.4 : 1),
                    ),
            })),
          ),
    breaks:
      dataset === 'income'
        ? []
        : [
            {
              region_code: '990303',
              period: '2023-01',
              note: '原北漪区与原澜北县合并为河澜区，新漪市改为新漪区',
              former: null,
            },
          ],
    history: dataset === 'coverage' ? historyFixture : { revisions: [], corrections: [] },
  }
}

const nationalSeries: TopicData['national'] = [
  {
    series: 'nonpublic_coverage_of_all',
    indicator_id: 'nonpublic_coverage_pct',
    definition: {
      zh: '已建立党组织的非公有制企业占全部非公有制企业的比例',
      en: 'non-public firms with an organisation over all non-public firms',
    },
    unit: '%',
    points: [
      ['2011', 37.6, 'People’s Daily Online', 'http://en.people.cn/90785/7879086.html'],
      ['2014', 53.1, 'China Daily', 'http://usa.chinadaily.com.cn/china/2015-07/01/content_21154452.htm'],
      ['2016', 67.9, '人民网', 'http://cpc.people.com.cn/19th/BIG5/n1/2017/1019/c414536-29596679.html'],
      ['2017', 73.1, '人民中国', 'http://peopleschina.com/zzjj/201807/t20180703_800134254.html'],
    ].map(([period, value, publisher, source_url]) => ({
      period: String(period),
      value: Number(value),
      publisher: String(publisher),
      source_url: String(source_url),
    })),
  },
  {
    series: 'nonpublic_coverage_of_eligible',
    indicator_id: 'nonpublic_eligible_coverage_pct',
    definition: {
      zh: '已建立党组织的非公有制企业占具备组建条件的非公有制企业的比例',
      en: 'non-public firms with an organisation over those that meet the conditions',
    },
    unit: '%',
    points: [
      {
        period: '2012',
        value: 99.95,
        publisher: '中国政府网',
        source_url: 'http://big5.www.gov.cn/gate/big5/www.gov.cn/jrzg/2013-07/01/content_2437534.htm',
      },
    ],
  },
]

/** All of it. */
export function fixtureData(): FixtureData {
  const headline = indicators.filter((indicator) => indicator.headline)
  const grid = counties.flatMap(({ region_code }) => headline.map((indicator) => figureOf(indicator, region_code)))
  const everything = indicators.flatMap((indicator) =>
    [city, ...counties].map(({ region_code }) => figureOf(indicator, region_code)),
  )
  const open = everything.filter(isOff).map((figure, index) => alertOf(figure, index, 'open'))
  const rank = (alert: Alert) => ['critical', 'warning', 'ok'].indexOf(alert.latest_status)
  open.sort((a, b) => rank(a) - rank(b) || b.age_periods - a.age_periods)
  const ended = everything
    .filter((figure) => figure.status === 'ok')
    .filter((_, index) => index % 9 === 0)
    .map((figure, index) => alertOf(figure, index, index % 5 === 4 ? 'withdrawn' : 'closed'))
  const worstOf = (code: string) => {
    const statuses = grid.filter(({ region_code }) => region_code === code).map(({ status }) => status)
    return statuses.includes('critical') ? 'critical' : statuses.includes('warning') ? 'warning' : 'ok'
  }
  const critical = counties.filter(({ region_code }) => worstOf(region_code) === 'critical').length
  const counts = (
    on_time: number,
    late: number,
    missing: number,
    partly: number,
  ): Record<CompletenessState, number> => ({ on_time, late, missing, partly, not_due: 0 })
  const datasets = topics.map((topic) => topic.dataset).filter(({ id }) => id !== 'national' && id !== 'rural_income')
  return {
    site: {
      sample: true,
      city,
      period: month,
      release: '2026-10-1',
      as_of: '2026-11-08',
      indicators,
      counties,
    },
    overview: {
      counties: counties.length,
      critical,
      critical_before: critical + 2,
      warning: counties.filter(({ region_code }) => worstOf(region_code) === 'warning').length,
      cards: headline.map((indicator) => {
        const trend = trendOf(indicator)
        return {
          figure: figureOf(indicator, city.region_code),
          trend: { periods: trend.periods, warning: trend.warning, values: trend.series[0]?.values ?? [] },
          below: grid.filter((figure) => figure.indicator_id === indicator.id && isOff(figure)).length,
          counties: counties.length,
        }
      }),
      grid,
      opened: open.filter(({ age_periods }) => age_periods === 1).slice(0, 4),
      closed: [],
      withdrawn: ended.filter(({ state }) => state === 'withdrawn').slice(0, 2),
      open_alerts: open.length,
      silent_alerts: open.filter(({ silent_periods }) => silent_periods > 0).length,
      completeness: datasets.map(({ id, title, frequency }, index) => ({
        dataset: id,
        title,
        period: frequency === 'A' ? '2025' : month,
        due_date: frequency === 'A' ? '2026-01-20' : '2026-11-05',
        expected: 14,
        counts: index === 0 ? counts(9, 3, 1, 1) : counts(14, 0, 0, 0),
        units:
          index === 0
            ? [
                { region_code: '990328', state: 'missing', received_at: null },
                { region_code: '990325', state: 'partly', received_at: '2026-11-04' },
                ...['990303', '990322', '990311'].map((region_code) => ({
                  region_code,
                  state: 'late' as const,
                  received_at: '2026-11-07',
                })),
              ]
            : [],
      })),
    },
    topics: Object.fromEntries(
      ['coverage', 'income', 'stipend', 'foundations', 'team', 'burden', 'tasks'].map((page) => [page, topicOf(page)]),
    ),
    alerts: { alerts: [...open, ...ended], near_misses },
    quality: qualityFixture('few', counties),
    methodology: methodologyOf(),
    regions: counties.map((county) => regionOf(county, [...open, ...ended])),
  }
}

function regionOf(region: RegionName, alerts: Alert[]): RegionData {
  const children = townshipNames.map(
    (name, index): RegionName => ({
      region_code: `${region.region_code}${100 + index}`,
      region_name: name,
      short_name: name.slice(0, -1),
      region_level: 'township',
      region_class: null,
    }),
  )
  return {
    region,
    above: [city],
    siblings: [],
    bands: {
      page: 'income',
      rows: [region, ...children].flatMap(({ region_code }, index) => [
        { region_code, period: '2025', band: 'none', villages: index === 0 ? 12 : 1 },
        { region_code, period: '2025', band: '100k_to_500k', villages: index === 0 ? 60 : 5 },
      ]),
    },
    similar: null,
    figures: indicators.map((indicator) => {
      const periods = periodsOf(indicator)
      const recent_periods = periods.slice(-13)
      return {
        ...figureOf(indicator, region.region_code),
        recent_periods,
        recent_warning: recent_periods.map(() => lines[indicator.id]?.warning ?? null),
        carried_until: null,
        recent: recent_periods.map((period, index) =>
          valueAt(
            indicator,
            region.region_code,
            (periods.length - recent_periods.length + index) / (periods.length - 1),
            period,
          ),
        ),
      }
    }),
    children,
    child_figures: indicators
      .filter(({ grain }) => grain !== 'county')
      .flatMap((indicator) => children.map(({ region_code }) => figureOf(indicator, region_code))),
    history: historyFixture,
    alerts: alerts.filter(({ region_code }) => region_code === region.region_code),
    near_misses: near_misses.filter(({ region_code }) => region_code === region.region_code),
    tasks: taskLinesFixture.filter(({ region_code }) => region_code === region.region_code),
    returns: periodsBetween('2025-11', month)
      .reverse()
      .flatMap((period, index) =>
        ['coverage', 'stipend'].map((dataset) => ({
          dataset,
          title: topics.find((topic) => topic.dataset.id === dataset)?.dataset.title ?? { zh: dataset, en: dataset },
          period,
          due_date: `${shiftPeriod(period, 1)}-05`,
          received_at: index === 3 ? null : `${shiftPeriod(period, 1)}-0${index === 5 ? 8 : 4}T09:12:00Z`,
          state: index === 3 ? ('missing' as const) : index === 5 ? ('late' as const) : ('on_time' as const),
          units_expected: children.length,
          units_reported: index === 3 ? 0 : children.length,
        })),
      ),
    rejects:
      region.region_code === '990325'
        ? [
            {
              file_name: '石岑县2026年10月覆盖情况表.xlsx',
              sheet: 'Sheet1',
              cell: 'D14',
              column: '非公企业总数',
              message: '“约40”不是一个数：请填写确切数字',
            },
          ]
        : [],
    changes:
      region.region_code === '990303'
        ? [{ region_code: '990303', period: '2023-01', note: '原北漪区与原澜北县合并为河澜区', former: null }]
        : [],
    renamings: [],
    as_it_was: [],
  }
}

function methodologyOf(): MethodologyData {
  return {
    datasets: topics.map(({ dataset }) => ({ ...dataset })),
    indicators: declared.map((indicator) => ({
      ...metaOf(indicator),
      source: indicator.source,
      sql: `select region_code, period, '${indicator.id}' as indicator_id\nfrom staging.${indicator.dataset}`,
    })),
    thresholds: declared.map(({ id }) => ({
      indicator_id: id,
      scope: 'all',
      region_level: null,
      warning: lines[id]?.warning ?? null,
      critical: lines[id]?.critical ?? null,
      target: null,
      target_due: null,
      path: 'flat' as const,
      clear_margin: 0.5,
      clear_periods: 2,
      min_denominator: 8,
      valid_from: frequencyOf('2022-01') === 'M' ? '2022-01' : '2022',
      valid_to: null,
      basis: '示例',
      note: '虚构城市自定',
    })),
    national: nationalSeries,
    bands: [
      { band: 'none', name: { zh: '无收入', en: 'None' }, rule: { zh: '等于0元', en: 'exactly 0 yuan' } },
      {
        band: 'up_to_50k',
        name: { zh: '5万及以下', en: 'Up to 50k' },
        rule: { zh: '大于0元，不超过5万元', en: 'above 0, at most 50,000 yuan' },
      },
    ],
    conditions: [
      {
        name: { zh: '村数', en: 'Villages' },
        unit: { zh: '个', en: 'villages' },
        return_title: { zh: '村级组织活动场所情况表', en: 'Meeting places of village organisations' },
        levels: ['county', 'township'],
      },
    ],
  }
}

/** Writes the data as the files that pages read. */
export async function writeFixtureData(folder: string): Promise<void> {
  const data = fixtureData()
  for (const part of ['regions', 'lineage', 'earlier']) await mkdir(join(folder, part), { recursive: true })
  const write = (path: string, content: unknown) => writeFile(join(folder, path), JSON.stringify(content))
  await write('site.json', data.site)
  await write('overview.json', data.overview)
  const places = data.site.counties.map(({ region_code }, index) => ({
    region_code,
    column: (index % 5) + 1,
    row: Math.floor(index / 5) + 1,
  }))
  await write('map.json', { kind: 'tiles', columns: 5, rows: 3, places } satisfies MapData)
  await write('brief.json', briefFixture(data))
  await write('alerts.json', data.alerts)
  await write('changes.json', changesFixture(data.site.counties))
  await write('quality.json', data.quality)
  await write('methodology.json', data.methodology)
  await write('task-lines.json', { lines: taskLinesFixture })
  await write('asked.json', askedFixture)
  await write('search.json', searchFixture)
  await write('compare.json', { figures: [] } satisfies CompareData)
  for (const [dataset, topic] of Object.entries(data.topics)) {
    await write(`${dataset}.json`, topic)
    await write(`earlier/${dataset}.json`, earlierFixture)
  }
  for (const { region, ...rest } of data.regions) {
    await write(`regions/${region.region_code}.json`, { region, ...rest })
    const { formulas, ...origins } = asRead(originFixture())
    await write(`lineage/${region.region_code}.json`, origins)
    await write('formulas.json', formulas)
  }
}

/** Used by tests that need one indicator of the sample. */
export const sampleIndicator = coverageIndicators[0]

if (process.argv[1] === import.meta.filename) await writeFixtureData(process.argv[2] ?? 'dashboards/data')
