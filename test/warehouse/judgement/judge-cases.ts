import { type Period, shiftPeriod } from '../../../src/domain/period.js'
import type { Region, RegionChange, RegionCode } from '../../../src/domain/region.js'
import type { Threshold } from '../../../src/domain/threshold.js'
import type { Warehouse } from '../../../src/warehouse/warehouse.js'
import { type TinyFile, threshold, tinyWarehouse } from '../tiny.js'
import type { Case, Parts, Series } from './read-cases.js'

const month = '2026-06'
const city = '990200'
const indicators: Record<Series, { dataset: string; indicator: string; last: Period }> = {
  firms: { dataset: 'coverage', indicator: 'nonpublic_coverage_pct', last: month },
  arrears: { dataset: 'stipend', indicator: 'stipend_arrears_pct', last: month },
  pay: { dataset: 'stipend', indicator: 'stipend_mean_yuan_per_month', last: month },
  villages: { dataset: 'income', indicator: 'villages_no_income_pct', last: '2025' },
}

/** What came out of a case, as the case says it. */
export type Outcome = Pick<Case, 'status' | 'alerts' | 'near' | 'gap' | 'arrival'>

/** Puts every case into one city, each as a county with lines of its own, works all tables out, and tells what came out of each. */
export async function judgeCases(cases: readonly Case[], as_of: string): Promise<Outcome[]> {
  const regions: Region[] = [region(city, 'prefecture', null)]
  const changes: RegionChange[] = []
  const files: TinyFile[] = []
  const revisions: TinyFile[] = []
  const thresholds: Threshold[] = []
  let next = 990201
  const codes = cases.map((one) => {
    const code = String(next++)
    const { dataset, indicator, last } = indicators[one.series]
    const periods = one.values.map((_, index) => shiftPeriod(last, index + 1 - one.values.length))
    const begins = one.parts.length > 0 ? (periods[0] ?? last) : '2000-01'
    const villages = one.series === 'villages' ? Math.max(...one.values.map((parts) => parts?.[1] ?? 0)) : 0
    regions.push(...county(code, begins, null, villages))
    files.push(...filesOf(one.series, code, periods, one.values))
    for (const [side, values] of one.parts.entries()) {
      const part = String(next++)
      const ends = shiftPeriod(begins, -1)
      regions.push(...county(part, '2000-01', ends, 0))
      changes.push(change('merge', part, code, begins), change('recode', `${part}001`, `${code}00${side + 1}`, begins))
      regions.push(region(`${code}00${side + 1}`, 'township', code, begins))
      files.push(
        ...filesOf(
          one.series,
          part,
          values.map((_, index) => shiftPeriod(ends, index + 1 - values.length)),
          values,
        ),
      )
    }
    for (const { period, parts } of one.revised) revisions.push(...filesOf(one.series, code, [period], [parts]))
    for (const { from, to, fields } of one.lines)
      thresholds.push(
        threshold({ indicator_id: indicator, scope: `region:${code}`, valid_from: from, valid_to: to, ...fields }),
      )
    return { code, dataset, indicator }
  })
  const all = [...files, ...revisions].map((file, index) => ({
    ...file,
    received_at: new Date(Date.UTC(2026, 6, 1) + index * 1000).toISOString(),
  }))
  const { warehouse, failures } = await tinyWarehouse(all, { regions, changes, thresholds, period: month, as_of })
  try {
    if (failures.length > 0) throw new Error(JSON.stringify(failures))
    const outcomes: Outcome[] = []
    for (const [index, { code, indicator }] of codes.entries())
      outcomes.push(await outcomeOf(warehouse, code, indicator, cases[index]?.status.length ?? 0))
    return outcomes
  } finally {
    await warehouse.close()
  }
}

const region = (
  code: RegionCode,
  level: Region['region_level'],
  parent: RegionCode | null,
  from = '2000-01',
  to: string | null = null,
): Region => ({
  ...{ region_code: code, region_name: `地${code}`, short_name: code, region_level: level, parent_code: parent },
  ...{ region_class: null, valid_from: from, valid_to: to },
})

/** A county of one township, with villages where they are what is counted; a merged one has the townships of its parts. */
function county(code: RegionCode, from: Period, to: Period | null, villages: number): Region[] {
  const isMerged = from !== '2000-01'
  const village = (_: unknown, index: number) => region(`${code}001${201 + index}`, 'village', `${code}001`, from, to)
  return [
    region(code, 'county', city, from, to),
    ...(isMerged ? [] : [region(`${code}001`, 'township', code, from, to)]),
    ...Array.from({ length: villages }, village),
  ]
}

const change = (kind: RegionChange['kind'], from_code: RegionCode, to_code: RegionCode, at: Period): RegionChange => ({
  ...{ month: at, kind, from_code, to_code, note: '', share: null },
})

/** One file of a county for the periods that it reported; a merged one reports all under its first township. */
function filesOf(series: Series, code: RegionCode, periods: readonly Period[], values: readonly Parts[]): TinyFile[] {
  const rows = periods.flatMap((period, index): TinyFile['rows'] => {
    const parts = values[index] ?? null
    if (parts === null) return []
    const [numerator, denominator] = parts
    if (series === 'villages')
      return Array.from({ length: denominator }, (_, village) => [
        `${code}001${201 + village}`,
        period,
        { total_income_yuan: village < numerator ? 0 : 60_000 },
      ])
    const row = {
      firms: { nonpublic_org_single: numerator, nonpublic_total: denominator },
      arrears: { posts_in_arrears: numerator, posts: denominator },
      pay: { paid_total_yuan: numerator, posts: denominator },
    }[series]
    return [[`${code}001`, period, row]]
  })
  if (rows.length === 0) return []
  return [{ dataset: indicators[series].dataset, unit: code, received_at: '', rows }]
}

async function outcomeOf(warehouse: Warehouse, code: RegionCode, indicator: string, count: number): Promise<Outcome> {
  const key = [code, indicator]
  const rows = await warehouse.query(
    `select status, gap, target_gap, arrival_period, target_arrival_period, pace from marts.statuses
     where region_code = $1 and indicator_id = $2 order by ordinal desc limit ${count}`,
    key,
  )
  const alerts = await warehouse.query(
    'select * from marts.alerts where region_code = $1 and indicator_id = $2 order by opened_period',
    key,
  )
  const near = await warehouse.query(
    `select 1 from marts.near_misses where region_code = $1 and indicator_id = $2 and period in ('${month}', '2025')`,
    key,
  )
  const [latest = {}] = rows
  const arrival = (gap: unknown, period: unknown) => {
    if (gap === null) return '-'
    if (period !== null) return period
    if (latest.pace === null) return 'unknown'
    return latest.pace === 0 ? 'still' : Number(latest.pace) < 0 ? 'backward' : 'beyond'
  }
  return {
    status: rows.map(({ status }) => String(status ?? 'none')).reverse(),
    alerts: alerts.map((alert) => {
      if (alert.state === 'withdrawn') return `${alert.opened_period} withdrawn`
      if (alert.state === 'closed') return `${alert.opened_period}..${alert.closed_period} ${alert.life}`
      const worst = `worst ${alert.worst_period}`
      return [alert.opened_period, alert.state, alert.life, alert.is_chronic ? 'chronic' : '', worst]
        .filter(Boolean)
        .join(' ')
    }),
    near: near.length > 0 ? 'yes' : 'no',
    gap: `${latest.gap ?? '-'}, ${latest.target_gap ?? '-'}`,
    arrival: `${arrival(latest.gap, latest.arrival_period)}, ${arrival(latest.target_gap, latest.target_arrival_period)}`,
  }
}
