import type { IndicatorTrend } from '../domain/page-data.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'

interface TrendRow {
  region_code: string
  indicator_id: string
  period: string
  value: number | null
  warning: number | null
  critical: number | null
  target: number | null
}

/** The whole history of a dataset's indicators: the city and every county of today, with the city's lines of each period. */
export async function trendsOf(warehouse: Warehouse, city: RegionCode, dataset: string): Promise<IndicatorTrend[]> {
  const rows = await warehouse.query<TrendRow>(
    `with counties as (select distinct region_code from marts.regions where is_current and region_level = 'county')
     select statuses.region_code, statuses.indicator_id, statuses.period,
       round(statuses.value, cast(indicators.decimals as integer)) as value, cast(statuses.warning as double) as warning,
       cast(statuses.critical as double) as critical, cast(statuses.target as double) as target
     from marts.statuses
     inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
     where indicators.dataset = $1
       and (statuses.region_code = $2 or statuses.region_code in (select region_code from counties))
     order by indicators.position, statuses.region_code <> $2, statuses.region_code, statuses.ordinal`,
    [dataset, city],
  )
  const trends = new Map<string, IndicatorTrend>()
  for (const row of rows) {
    let trend = trends.get(row.indicator_id)
    if (!trend) {
      trend = { indicator_id: row.indicator_id, periods: [], warning: [], critical: [], target: [], series: [] }
      trends.set(row.indicator_id, trend)
    }
    if (row.region_code === city) {
      trend.periods.push(row.period)
      trend.warning.push(row.warning)
      trend.critical.push(row.critical)
      trend.target.push(row.target)
    }
    valuesOf(trend, row.region_code)[trend.periods.indexOf(row.period)] = row.value
  }
  return [...trends.values()]
}

function valuesOf(trend: IndicatorTrend, region_code: RegionCode): (number | null)[] {
  let series = trend.series.find((candidate) => candidate.region_code === region_code)
  if (!series) {
    // The city comes first and has every period, so its length is that of all others.
    series = { region_code, values: region_code === trend.series[0]?.region_code ? [] : trend.periods.map(() => null) }
    trend.series.push(series)
  }
  return series.values
}

/** Months in which boundaries changed, with the sentence that the change list gives. */
export async function breaksOf(warehouse: Warehouse): Promise<{ period: Period; note: string }[]> {
  return warehouse.query(
    `select distinct region_changes.month as period, region_changes.note
     from raw.region_changes
     where length(region_changes.from_code) = 6 and region_changes.note <> ''
     order by 1, 2`,
  )
}
