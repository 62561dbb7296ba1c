import type { Change, Figure } from '../domain/page-data.js'
import { type Period, shiftPeriod, yearBefore } from '../domain/period.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** What a value is held against. */
export type Against = 'previous' | 'year_before'

type Place = Pick<Figure, 'region_code' | 'indicator_id' | 'period'>

/** The key under which `changesOf` keeps the change of a region's indicator in a period. */
export function changeKey(against: Against, { region_code, indicator_id, period }: Place): string {
  return `${against}/${region_code}/${indicator_id}/${period}`
}

/** The changes of these periods' values, by `changeKey`. */
export async function changesOf(warehouse: Warehouse, periods: ReadonlySet<Period>): Promise<Map<string, Change>> {
  // Both named, so that the engine reads nothing of the rest of history.
  const named = (wanted: Iterable<Period>) => [...new Set(wanted)].map((period) => `'${period}'`).join(', ') || 'null'
  const before = [...periods].flatMap((period) => [shiftPeriod(period, -1), yearBefore(period)])
  const rows = await warehouse.query<Change & Place & { against: Against }>(
    `select against, region_code, indicator_id, period, round(value_before, 4) as value_before,
       round(from_numerator, 4) as from_numerator, round(from_denominator, 4) as from_denominator,
       round(from_units, 4) as from_units, is_same_units
     from marts.changes
     where period in (${named(periods)}) and period_before in (${named(before)})`,
  )
  return new Map(
    rows.map(({ against, region_code, indicator_id, period, ...change }) => [
      changeKey(against, { region_code, indicator_id, period }),
      change,
    ]),
  )
}
