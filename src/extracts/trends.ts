import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { IndicatorTrend } from '../domain/topic-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** A region's line over time, each list in JSON and in the order of the periods. */
interface TrendRow {
  region_code: string
  indicator_id: string
  periods: string
  values: string
  carried_until: Period | null
  warning: string
  critical: string
  target: string
}

/** The whole history of a dataset's indicators: the city and every county of today, with the city's lines of each period. */
export async function trendsOf(warehouse: Warehouse, city: RegionCode, dataset: string): Promise<IndicatorTrend[]> {
  const inOrder = (value: string) => `to_json(list(${value} order by statuses.ordinal))`
  const line = (name: string) =>
    `case when statuses.region_code = $2 then ${inOrder(`cast(statuses.${name} as double)`)} end`
  const rows = await warehouse.query<TrendRow>(
    `with places as (
       select distinct place from marts.regions where is_current and (region_level = 'county' or region_code = $2)
     )
     select statuses.region_code, statuses.indicator_id, ${inOrder('statuses.period')} as periods,
       ${inOrder('round(statuses.value, cast(indicators.decimals as integer))')} as values,
       max(case when statuses.is_carried_back then statuses.period end) as carried_until,
       ${['warning', 'critical', 'target'].map((name) => `${line(name)} as ${name}`).join(', ')}
     from marts.statuses
     inner join places on places.place = statuses.place
     inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
     where indicators.dataset = $1 and statuses.region_level in ('province', 'prefecture', 'county')
     group by indicators.position, statuses.region_code, statuses.indicator_id
     order by indicators.position, statuses.region_code <> $2, statuses.region_code`,
    [dataset, city],
  )
  const trends: IndicatorTrend[] = []
  let positions = new Map<Period, number>()
  for (const { region_code, indicator_id, carried_until, ...row } of rows) {
    const periods: Period[] = JSON.parse(row.periods)
    // The city comes first and has every period, so its length is that of all others.
    if (region_code === city) {
      positions = new Map(periods.map((period, index) => [period, index]))
      const [warning, critical, target] = [row.warning, row.critical, row.target].map((text) => JSON.parse(text))
      trends.push({ indicator_id, periods, warning, critical, target, series: [] })
    }
    const values: (number | null)[] = Array(positions.size).fill(null)
    for (const [index, value] of (JSON.parse(row.values) as (number | null)[]).entries()) {
      const position = positions.get(periods[index] ?? '')
      if (position !== undefined) values[position] = value
    }
    trends.at(-1)?.series.push({ region_code, values, carried_until })
  }
  return trends
}
