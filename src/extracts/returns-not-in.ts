import type { UnitLine } from '../domain/news.js'
import type { Period } from '../domain/period.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/**
 * The reporting units of a return whose figures for a period have not come, or not whole, by code. The period may be one that the release
 * does not publish yet: then those are asked who had to report the last one before it.
 */
export async function returnsNotIn(warehouse: Warehouse, dataset: string, period: Period): Promise<UnitLine[]> {
  return warehouse.query<UnitLine>(
    `with asked as (
       select region_code, place, units_expected from marts.expected_units
       where dataset = $1 and region_level = 'county' and not is_carried_back
         and period = (select max(period) from marts.expected_units where dataset = $1 and period <= $2)
     ),
     known as (
       select units.reporting_unit, max_by(units.rows_loaded, submissions.seq) as rows_loaded
       from raw.submission_units as units
       inner join raw.submissions on submissions.submission_id = units.submission_id
       where units.dataset = $1 and units.period = $2
       group by units.reporting_unit
     ),
     regions as (select distinct place, region_name from marts.regions where is_current)
     select asked.region_code, regions.region_name,
       case when known.rows_loaded is null then 'missing' else 'partly' end as state
     from asked
     inner join regions on regions.place = asked.place
     left join known on known.reporting_unit = asked.region_code
     where coalesce(known.rows_loaded < asked.units_expected, true)
     order by asked.region_code`,
    [dataset, period],
  )
}
