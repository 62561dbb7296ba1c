import type { Figure } from '../domain/page-data.js'
import type { Period } from '../domain/period.js'
import type { RegionCode, RegionLevel } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** The region that the whole site is about: the highest one below the nation. */
export async function topRegion(warehouse: Warehouse): Promise<RegionCode> {
  const [row] = await warehouse.query<{ region_code: string }>(
    `select region_code from marts.regions
     where is_current and region_level in ('province', 'prefecture', 'county')
     order by case region_level when 'province' then 1 when 'prefecture' then 2 else 3 end, region_code
     limit 1`,
  )
  if (!row) throw new Error('the region list has no province, prefecture or county that is valid in the period')
  return row.region_code
}

/**
 * The period that pages show for each indicator: the last one, complete in the month, for which anything at all came in. An annual
 * return keeps showing last year until this year's arrives.
 */
const shownPeriods = `
  select statuses.indicator_id, max(statuses.period) as period
  from marts.statuses
  inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
  inner join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = statuses.period
  where statuses.region_code = $1 and statuses.units_reported > 0 and calendar.last_month <= $2
  group by statuses.indicator_id`

/** A figure with what it takes to sort it: the level of its region and the region above. */
export interface PlacedFigure extends Figure {
  region_level: RegionLevel
  parent_code: RegionCode | null
}

/** The shown figures of every region of today, as of a month, indicators in the order of the catalog, regions by code. */
export async function figuresOf(warehouse: Warehouse, city: RegionCode, month: Period): Promise<PlacedFigure[]> {
  return warehouse.query<PlacedFigure>(
    `with shown as (${shownPeriods}),
     regions as (select distinct region_code, region_level, parent_code from marts.regions where is_current)
     select
       statuses.region_code, statuses.indicator_id, statuses.period,
       round(statuses.value, 4) as value, cast(statuses.numerator as double) as numerator,
       cast(statuses.denominator as double) as denominator, statuses.units_expected, statuses.units_reported,
       statuses.status, cast(statuses.warning as double) as warning, cast(statuses.critical as double) as critical,
       cast(statuses.target as double) as target, statuses.gap, statuses.arrival_period,
       round(previous.value, 4) as previous_value, round(year_before.value, 4) as year_before_value,
       regions.region_level, regions.parent_code
     from marts.statuses
     inner join shown on shown.indicator_id = statuses.indicator_id and shown.period = statuses.period
     inner join regions on regions.region_code = statuses.region_code
     inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
     left join marts.indicator_values as previous
       on previous.region_code = statuses.region_code and previous.indicator_id = statuses.indicator_id
       and previous.ordinal = statuses.ordinal - 1
     left join marts.indicator_values as year_before
       on year_before.region_code = statuses.region_code and year_before.indicator_id = statuses.indicator_id
       and year_before.ordinal = statuses.ordinal - case indicators.frequency when 'M' then 12 when 'Q' then 4 else 1 end
     order by indicators.position, statuses.region_code`,
    [city, month],
  )
}

/** The figures that a condition holds for, as pages read them. */
export function pick(figures: readonly PlacedFigure[], condition: (figure: PlacedFigure) => boolean): Figure[] {
  return figures.filter(condition).map(({ region_level, parent_code, ...figure }) => figure)
}

/** The last values of regions' indicators, by `recentKey`, oldest first. */
export type RecentValues = Map<string, { periods: Period[]; values: (number | null)[] }>

/** The values of the last `count` periods of each region and indicator up to the shown one, oldest first, aligned and gapped. */
export async function recentValues(
  warehouse: Warehouse,
  city: RegionCode,
  month: Period,
  count: number,
): Promise<RecentValues> {
  const rows = await warehouse.query<{
    region_code: string
    indicator_id: string
    period: string
    value: number | null
  }>(
    `with shown as (${shownPeriods}),
     last_ordinals as (
       select shown.indicator_id, calendar.ordinal
       from shown
       inner join raw.indicators on indicators.indicator_id = shown.indicator_id
       inner join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = shown.period
     )
     select statuses.region_code, statuses.indicator_id, statuses.period, round(statuses.value, 4) as value
     from marts.statuses
     inner join last_ordinals on last_ordinals.indicator_id = statuses.indicator_id
       and statuses.ordinal between last_ordinals.ordinal - ${count - 1} and last_ordinals.ordinal
     where statuses.region_level in ('province', 'prefecture', 'county')
     order by statuses.region_code, statuses.indicator_id, statuses.ordinal`,
    [city, month],
  )
  const recent: RecentValues = new Map()
  for (const row of rows) {
    const key = recentKey(row.region_code, row.indicator_id)
    const entry = recent.get(key) ?? { periods: [], values: [] }
    entry.periods.push(row.period)
    entry.values.push(row.value)
    recent.set(key, entry)
  }
  return recent
}

/** The key under which `recentValues` keeps a region's indicator. */
export function recentKey(region: RegionCode, indicator: string): string {
  return `${region}/${indicator}`
}
