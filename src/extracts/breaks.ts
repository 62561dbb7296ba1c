import type { Break } from '../domain/history-data.js'
import type { RegionCode } from '../domain/region.js'
import type { RegionData } from '../domain/region-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'

/**
 * The boundary changes of the regions of today down to townships, with the sentence that the list of changes gives, and where one has the
 * code of another place from before. By region, earliest first.
 */
export async function breaksOf(warehouse: Warehouse): Promise<Break[]> {
  return warehouse.query<Break>(
    `with places as (
       select region_code, place, min(valid_from) as valid_from, max_by(region_name, valid_from) as region_name,
         bool_or(is_current) as is_current
       from marts.regions where region_level not in ('nation', 'village') group by region_code, place
     ),
     of_today as (
       select * from (
         select *, lag(region_name) over (partition by region_code order by valid_from) as former from places
       ) where is_current
     )
     select of_today.region_code, changes.month as period, changes.note, null as former
     from of_today
     inner join marts.boundary_changes as changes on changes.place = of_today.place
     cross join raw.run
     where changes.month <= run.month
     union all
     select region_code, valid_from as period, '' as note, former from of_today where former is not null
     order by region_code, period, former nulls first, note`,
  )
}

/** The renamings of regions of today that the list of changes says something of, by region, earliest first. */
export async function renamingsOf(warehouse: Warehouse): Promise<Map<RegionCode, RegionData['renamings']>> {
  const rows = await warehouse.query<RegionData['renamings'][number] & { region_code: RegionCode }>(
    `select distinct changes.to_code as region_code, changes.month as period, changes.note
     from raw.region_changes as changes
     inner join marts.regions as began on began.region_code = changes.to_code and began.valid_from = changes.month
     where changes.kind = 'rename' and changes.note <> '' and began.region_level <> 'village'
       and began.place in (select place from marts.regions where is_current)
       and changes.month <= (select month from raw.run)
     order by region_code, period, note`,
  )
  const renamings = new Map<RegionCode, RegionData['renamings']>()
  for (const [code, own] of grouped(rows, ({ region_code }) => [region_code]))
    renamings.set(
      code,
      own.map(({ period, note }) => ({ period, note })),
    )
  return renamings
}
