import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { buildTownships } from '../../data/sample/city.js'
import { counties, successors } from '../../data/sample/counties.js'
import { sampleCity } from '../../data/sample/prefectures.js'
import type { ReturnRow } from '../../data/sample/return-row.js'
import { sampleReturns } from '../../data/sample/returns.js'
import { topics } from '../../pipelines/index.js'
import { monthsOf, ordinalOf, type Period, periodsBetween } from '../../src/domain/period.js'
import type { Status } from '../../src/domain/status.js'
import { Threshold } from '../../src/domain/threshold.js'

/** A county's standing on an indicator in a period, worked out here from the rows alone. */
export interface Standing {
  county: string
  indicator: string
  period: Period
  numerator: number
  denominator: number
  value: number
  status: Status | null
  isClear: boolean
  clearPeriods: number
}

export const thresholds: Threshold[] = (
  parse(readFileSync(new URL('../../data/reference/thresholds.csv', import.meta.url)), { columns: true }) as unknown[]
).map((row) => Threshold.parse(row))

export const returns = Object.fromEntries(
  sampleReturns(buildTownships(counties), sampleCity).map((made) => [made.dataset.id, made]),
)

type Parts = (value: (name: string) => number, income: number) => [number, number]

/** Numerator and denominator of a row, for the indicators that sums of rows give. */
const partsOf: Record<string, Parts> = {
  nonpublic_coverage_pct: (v) => [v('nonpublic_org_single') + v('nonpublic_org_joint'), v('nonpublic_total')],
  social_coverage_pct: (v) => [v('social_org_single') + v('social_org_joint'), v('social_total')],
  nonpublic_eligible_coverage_pct: (v) => [
    v('nonpublic_org_single') + v('nonpublic_org_joint'),
    v('nonpublic_eligible'),
  ],
  nonpublic_work_coverage_pct: (v) => [
    v('nonpublic_org_single') + v('nonpublic_org_joint') + v('nonpublic_instructor'),
    v('nonpublic_total'),
  ],
  social_work_coverage_pct: (v) => [
    v('social_org_single') + v('social_org_joint') + v('social_instructor'),
    v('social_total'),
  ],
  key_firm_coverage_pct: (v) => [v('nonpublic_key_with_org'), v('nonpublic_key_total')],
  social_30plus_coverage_pct: (v) => [v('social_30plus_with_org'), v('social_30plus_total')],
  villages_no_income_pct: (v) => [v('total_income_yuan') === 0 ? 1 : 0, 1],
  villages_up_to_50k_pct: (v) => [v('total_income_yuan') <= 50_000 ? 1 : 0, 1],
  villages_from_180k_pct: (v) => [v('total_income_yuan') >= 180_000 ? 1 : 0, 1],
  income_mean_yuan: (v) => [v('total_income_yuan'), 1],
  stipend_mean_yuan_per_month: (v) => [v('paid_total_yuan'), v('posts')],
  stipend_below_standard_pct: (v) => [v('posts_below_standard'), v('posts')],
  stipend_arrears_pct: (v) => [v('posts_in_arrears'), v('posts')],
  stipend_to_rural_income_ratio: (v, income) => [v('paid_total_yuan') * 12, v('posts') * income],
  premises_standard_pct: (v) => [v('standard'), v('villages')],
  premises_none_or_rented_pct: (v) => [v('rented') + v('none'), v('villages')],
  premises_built_this_year_pct: (v) => [v('built_this_year'), v('villages')],
  funding_norm_met_pct: (v) => [v('villages_meeting_norm'), v('villages')],
  funding_per_village_yuan: (v) => [v('office_funds_yuan') + v('service_funds_yuan'), v('villages')],
  villages_with_reserve_pct: (v) => [v('villages_with_reserve'), v('villages')],
  dual_role_pct: (v) => [v('secretary_also_director'), v('villages')],
  secretaries_trained_pct: (v) => [v('secretaries_trained_this_year'), v('secretaries')],
  commissioner_vacancy_pct: (v) => [v('commissioner_vacant'), v('commissioner_posts')],
  weak_rectified_pct: (v) => [v('rectified'), v('listed')],
  weak_listed_pct: (v) => [v('listed'), v('organisations')],
  weak_listed_twice_pct: (v) => [v('listed_twice_in_5_years'), v('organisations')],
}

export const indicators = topics.flatMap((topic) => topic.indicators)

/** Every county's standing on every indicator of a dataset in a period; a county without rows is not there. */
export function standingsIn(dataset: string, period: Period): Standing[] {
  const rows = returns[dataset]?.rowsOf(period) ?? []
  const byCounty = new Map<string, ReturnRow[]>()
  for (const row of rows) {
    const county = row.region_code.slice(0, 6)
    byCounty.set(county, [...(byCounty.get(county) ?? []), row])
  }
  return [...byCounty].flatMap(([county, own]) =>
    indicators
      .filter(({ id, dataset: from }) => from === dataset && id in partsOf)
      .map(({ id }) => standing(county, id, period, own)),
  )
}

const incomes = new Map<string, number>()
function incomeBefore(code: string, period: Period): number {
  const year = String(Number(period.slice(0, 4)) - 1)
  const county = code.slice(0, 6)
  if (!incomes.has(`${county}/${year}`))
    for (const row of returns.rural_income?.rowsOf(year) ?? [])
      incomes.set(`${row.region_code}/${year}`, Number(row.values.disposable_income_yuan))
  // In its first year a new code has no income of the year before: that of a part stands in here.
  const part = counties.find(({ successor }) => successor === county)?.code
  return incomes.get(`${county}/${year}`) ?? incomes.get(`${part}/${year}`) ?? Number.NaN
}

function standing(county: string, id: string, period: Period, rows: readonly ReturnRow[]): Standing {
  const indicator = indicators.find((candidate) => candidate.id === id)
  const parts = rows.map((row) =>
    partsOf[id]?.((name) => Number(row.values[name]), incomeBefore(row.region_code, period)),
  )
  const numerator = parts.reduce((all, part) => all + (part?.[0] ?? 0), 0)
  const denominator = parts.reduce((all, part) => all + (part?.[1] ?? 0), 0)
  const value = (numerator / denominator) * (indicator?.unit === 'pct' ? 100 : 1)
  const sign = indicator?.direction === 'lower_is_better' ? -1 : 1
  const line = lineFor(county, id, period)
  const beyond = (limit: number | null | undefined) => limit != null && sign * (limit - value) > 1e-9
  const status = !line
    ? null
    : denominator < line.min_denominator
      ? 'small_base'
      : beyond(line.critical)
        ? 'critical'
        : beyond(line.warning)
          ? 'warning'
          : 'ok'
  const isClear = status === 'ok' && sign * (value - (line?.warning ?? 0)) >= (line?.clear_margin ?? 0) - 1e-6
  return {
    county,
    indicator: id,
    period,
    numerator,
    denominator,
    value,
    status,
    isClear,
    clearPeriods: line?.clear_periods ?? 1,
  }
}

function lineFor(county: string, id: string, period: Period): Threshold | undefined {
  const region = [...counties, ...successors].find(({ code }) => code === county)
  const narrow = (scope: string) => (scope === 'all' ? 2 : scope.startsWith('class:') ? 1 : 0)
  return thresholds
    .filter(
      (row) =>
        row.indicator_id === id &&
        (row.region_level === null || row.region_level === 'county') &&
        monthsOf(row.valid_from).first <= monthsOf(period).last &&
        (row.valid_to === null || monthsOf(row.valid_to).last >= monthsOf(period).last) &&
        ['all', `class:${region?.region_class}`, `region:${county}`].includes(row.scope),
    )
    .sort((a, b) => narrow(a.scope) - narrow(b.scope))
    .map((row) => onPath(row, id, period))[0]
}

/** A linear line as it stands in a month: so many months of the way to the target, at the decimals that are shown. */
function onPath(row: Threshold, id: string, month: Period): Threshold {
  if (row.path === 'flat' || row.warning === null || row.target === null || row.target_due === null) return row
  const [from, to, at] = [row.valid_from, row.target_due, month].map(ordinalOf) as [number, number, number]
  const way = Math.min(at, to) - from
  const decimals = indicators.find((indicator) => indicator.id === id)?.decimals ?? 0
  const rise = Number((((row.target - row.warning) * way) / (to - from)).toFixed(decimals))
  return { ...row, warning: row.warning + rise, critical: row.critical === null ? null : row.critical + rise }
}

/** The alerts of a county's standings in order of time: opened below the line, closed after enough clear periods in a row. */
export function alertsOf(standings: readonly Standing[]): { opened: Period; closed: Period | null }[] {
  const alerts: { opened: Period; closed: Period | null }[] = []
  let clear = 0
  for (const { period, status, isClear, clearPeriods } of standings) {
    if (status === 'small_base' || status === null) continue
    const open = alerts.at(-1)?.closed === null ? alerts.at(-1) : undefined
    clear = isClear ? clear + 1 : 0
    if (!open && status !== 'ok') alerts.push({ opened: period, closed: null })
    if (open && isClear && clear >= clearPeriods) open.closed = period
  }
  return alerts.sort((a, b) => ordinalOf(a.opened) - ordinalOf(b.opened))
}

/** Standings of every month of the sample up to 2026-10. */
export function monthlyStandings(dataset: string): Standing[] {
  return periodsBetween('2018-01', '2026-10').flatMap((period) => standingsIn(dataset, period))
}

/** Standings of every quarter of the sample that is over by 2026-10. */
export function quarterlyStandings(dataset: string): Standing[] {
  return periodsBetween(returns[dataset]?.first ?? '', '2026-Q3').flatMap((period) => standingsIn(dataset, period))
}
