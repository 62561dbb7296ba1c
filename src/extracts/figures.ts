import type { Figure } from '../domain/page-data.js'
import { type Period, shiftPeriod } from '../domain/period.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import type { Series } from '../domain/topic-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { changeKey, changesOf } from './changes.js'

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

interface Shown {
  indicator_id: string
  period: Period
}

/**
 * The period that pages show for each indicator: the last one, complete in the month, for which anything at all came in. An annual
 * return keeps showing last year until this year's arrives.
 */
function shownPeriods(warehouse: Warehouse, city: RegionCode, month: Period): Promise<Shown[]> {
  return warehouse.query<Shown>(
    `select statuses.indicator_id, max(statuses.period) as period
     from marts.statuses
     inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
     inner join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = statuses.period
     where statuses.region_code = $1 and statuses.units_reported > 0 and calendar.last_month <= $2
     group by statuses.indicator_id`,
    [city, month],
  )
}

/** Rows as a table in SQL, and the values of its columns, each once: named in a condition, they keep the engine from the rest of history. */
function tableOf(rows: readonly (readonly string[])[]): { rows: string; values: (column: number) => string } {
  const listed = (values: Iterable<string>) => [...values].map((value) => `'${value}'`).join(', ')
  return {
    rows: `values ${rows.map((row) => `(${listed(row)})`).join(', ')}`,
    values: (column) => listed(new Set(rows.map((row) => row[column] ?? ''))),
  }
}

/** A figure with what it takes to sort it: the level of its region and the region above. */
export interface PlacedFigure extends Figure {
  region_level: RegionLevel
  parent_code: RegionCode | null
}

/** The shown figures of every region of today, as of a month, indicators in the order of the catalog, regions by code. */
export async function figuresOf(
  warehouse: Warehouse,
  city: RegionCode,
  month: Period,
  levels: readonly RegionLevel[] = RegionLevel.options,
): Promise<PlacedFigure[]> {
  const figures = await shownFigures(warehouse, city, month, levels)
  const changes = await changesOf(warehouse, new Set(figures.map(({ period }) => period)))
  return figures.map((figure) => ({
    ...figure,
    previous: changes.get(changeKey('previous', figure)) ?? null,
    year_before: changes.get(changeKey('year_before', figure)) ?? null,
  }))
}

/** The same without what they are held against. */
export async function shownFigures(
  warehouse: Warehouse,
  city: RegionCode,
  month: Period,
  levels: readonly RegionLevel[],
): Promise<Omit<PlacedFigure, 'previous' | 'year_before'>[]> {
  const shown = await shownPeriods(warehouse, city, month)
  if (shown.length === 0) return []
  const table = tableOf(shown.map(({ indicator_id, period }) => [indicator_id, period]))
  return warehouse.query(
    `with shown (indicator_id, period) as (${table.rows}),
     regions as (select distinct region_code, region_level, parent_code, place from marts.regions where is_current)
     select
       statuses.region_code, statuses.indicator_id, statuses.period,
       round(statuses.value, 4) as value, cast(statuses.numerator as double) as numerator,
       cast(statuses.denominator as double) as denominator, statuses.units_expected, statuses.units_reported,
       statuses.status, cast(statuses.warning as double) as warning, cast(statuses.critical as double) as critical,
       cast(statuses.target as double) as target, statuses.gap, statuses.arrival_period,
       statuses.target_gap, statuses.target_arrival_period, statuses.pace,
       regions.region_level, regions.parent_code
     from marts.statuses
     inner join shown on shown.indicator_id = statuses.indicator_id and shown.period = statuses.period
     inner join regions on regions.place = statuses.place
     inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
     where statuses.period in (${table.values(1)}) and list_contains(string_split($1, ','), statuses.region_level)
     order by indicators.position, statuses.region_code`,
    [levels.join(',')],
  )
}

/** The figures that a condition holds for, as pages read them. */
export function pick(figures: readonly PlacedFigure[], condition: (figure: PlacedFigure) => boolean): Figure[] {
  return figures.filter(condition).map(plainFigure)
}

/** A figure as pages read it. */
export function plainFigure({ region_level, parent_code, ...figure }: PlacedFigure): Figure {
  return figure
}

/** A figure that is shown beside others: what it is held against would make the page half as heavy again. */
export function withoutChanges(figure: Figure): Figure {
  return { ...figure, previous: null, year_before: null }
}

/** The last values of regions' indicators, and the warning line that each was held against, by `recentKey`, oldest first. */
export type RecentValues = Map<
  string,
  { periods: Period[]; values: (number | null)[]; warnings: (number | null)[]; carried_until: Series['carried_until'] }
>

/** The values of the last `count` periods of each region and indicator up to the shown one, oldest first, aligned and gapped. */
export async function recentValues(
  warehouse: Warehouse,
  city: RegionCode,
  month: Period,
  count: number,
): Promise<RecentValues> {
  const shown = await shownPeriods(warehouse, city, month)
  const recent: RecentValues = new Map()
  if (shown.length === 0) return recent
  const table = tableOf(
    shown.flatMap(({ indicator_id, period }) =>
      Array.from({ length: count }, (_, steps) => [indicator_id, shiftPeriod(period, -steps)]),
    ),
  )
  const rows = await warehouse.query<{
    region_code: string
    indicator_id: string
    periods: string
    values: string
    warnings: string
    carried_until: Period | null
  }>(
    `with shown (indicator_id, period) as (${table.rows}),
     places as (select distinct place from marts.regions where is_current)
     select statuses.region_code, statuses.indicator_id,
       to_json(list(statuses.period order by statuses.ordinal)) as periods,
       to_json(list(round(statuses.value, 4) order by statuses.ordinal)) as values,
       to_json(list(cast(statuses.warning as double) order by statuses.ordinal)) as warnings,
       max(case when statuses.is_carried_back then statuses.period end) as carried_until
     from marts.statuses
     inner join places on places.place = statuses.place
     inner join shown on shown.indicator_id = statuses.indicator_id and shown.period = statuses.period
     where statuses.period in (${table.values(1)})
     group by statuses.region_code, statuses.indicator_id`,
  )
  for (const { region_code, indicator_id, carried_until, ...row } of rows) {
    const [periods, values, warnings] = [row.periods, row.values, row.warnings].map((text) => JSON.parse(text))
    recent.set(recentKey(region_code, indicator_id), { periods, values, warnings, carried_until })
  }
  return recent
}

/** The key under which `recentValues` keeps a region's indicator. */
export function recentKey(region: RegionCode, indicator: string): string {
  return `${region}/${indicator}`
}
