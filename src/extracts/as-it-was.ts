import type { AsItWas } from '../domain/history-data.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'

interface FigureRow {
  region_code: RegionCode
  month: Period
  region_name: string
  is_today: boolean
  indicator_id: string
  period: Period
  value: number | null
}

/**
 * What each of some regions of today was made of at each of its boundary changes: the headline figures of the last period before, of every region
 * that gave it a part as they were, itself among them when it was there, and last its own, carried back onto its boundaries of today.
 * A change of code alone is left out: both are the same. By region.
 */
export async function asItWasOf(
  warehouse: Warehouse,
  codes: readonly RegionCode[],
  headlines: readonly string[],
): Promise<Map<RegionCode, AsItWas[]>> {
  const rows = await warehouse.query<FigureRow>(
    `with changes as (
       select distinct regions.region_code, boundary_changes.month, boundary_changes.place, boundary_changes.region_level, regions.region_name
       from marts.boundary_changes
       inner join marts.regions on regions.place = boundary_changes.place and regions.is_current
       where regions.region_code in ${inList(1)} and boundary_changes.month <= (select month from raw.run)
     ),
     made_of as (
       select changes.region_code, changes.month, before.place
       from changes
       inner join raw.region_changes as lines on lines.month = changes.month
       inner join marts.ancestors as now on now.unit_code = lines.to_code and now.place = changes.place
         and lines.month between now.from_month and now.to_month and not now.is_carried_back
       inner join marts.ancestors as before on before.unit_code = lines.from_code and before.region_level = changes.region_level
         and lines.month_before between before.from_month and before.to_month and not before.is_carried_back
       union
       select region_code, month, place from changes
     ),
     figures as (
       select made_of.region_code, made_of.month, statuses.place, statuses.indicator_id, statuses.period, statuses.value,
         max(statuses.period) over (partition by made_of.region_code, made_of.month, statuses.indicator_id) as last_period
       from made_of
       inner join marts.statuses on statuses.place = made_of.place and not statuses.is_carried_back
         and statuses.value is not null and list_contains(string_split($2, ','), statuses.indicator_id)
       inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
       inner join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = statuses.period
         and calendar.last_month < made_of.month
     ),
     as_they_were as (
       select figures.region_code, figures.month, max_by(regions.region_name, regions.valid_from) as region_name, false as is_today,
         figures.indicator_id, figures.period, figures.value, figures.place
       from figures
       inner join marts.regions on regions.place = figures.place and regions.valid_from < figures.month
       where figures.period = figures.last_period
       group by all
     ),
     both_series as (
       select * from as_they_were
       union all
       select distinct changes.region_code, changes.month, changes.region_name, true, carried.indicator_id, carried.period, carried.value, changes.place
       from changes
       inner join as_they_were on as_they_were.region_code = changes.region_code and as_they_were.month = changes.month
       inner join marts.carried_values as carried on carried.region_code = changes.region_code
         and carried.indicator_id = as_they_were.indicator_id and carried.period = as_they_were.period
     )
     select both_series.region_code, both_series.month, both_series.region_name, both_series.is_today, both_series.indicator_id, both_series.period,
       round(both_series.value, 4) as value
     from both_series
     inner join raw.indicators on indicators.indicator_id = both_series.indicator_id
     order by both_series.region_code, both_series.month, both_series.is_today, both_series.place, indicators.position`,
    [codes.join(','), headlines.join(',')],
  )
  const byRegion = grouped(rows, ({ region_code }) => [region_code])
  return new Map([...byRegion].map(([code, own]) => [code, changesIn(own)]))
}

/** The rows of one region, a change each. */
function changesIn(rows: readonly FigureRow[]): AsItWas[] {
  const changes = new Map<Period, AsItWas>()
  for (const row of rows) {
    const {
      period: month,
      regions,
      figures,
    } = changes.get(row.month) ?? { period: row.month, regions: [], figures: [] }
    changes.set(month, { period: month, regions, figures })
    const same = (region: AsItWas['regions'][number]) =>
      region.name === row.region_name && region.is_today === row.is_today
    if (!regions.some(same)) regions.push({ name: row.region_name, is_today: row.is_today })
    const figure = figures.find(({ indicator_id }) => indicator_id === row.indicator_id)
    const at = regions.findIndex(same)
    if (figure) figure.values[at] = row.value
    else
      figures.push({
        indicator_id: row.indicator_id,
        period: row.period,
        values: Array(at).fill(null).concat(row.value),
      })
  }
  return [...changes.values()]
    .map((change) => ({
      ...change,
      figures: change.figures.map((figure) => ({
        ...figure,
        values: change.regions.map((_, index) => figure.values[index] ?? null),
      })),
    }))
    .filter(({ figures }) => figures.some(({ values }) => new Set(values).size > 1))
}
