import type { Region } from '../domain/region.js'
import type { Warehouse } from './warehouse.js'

const held = new WeakMap<Warehouse, readonly Region[]>()

/** So many regions go to the engine at a time. */
const batch = 20_000

/**
 * Puts the list of regions beside the warehouse's tables, once for each list: `bulk_regions`; `bulk_codes` with each code once, and
 * nothing else where several regions have it; `bulk_several` with these, but for those that have it at the same time, which only a
 * closer look can tell apart.
 */
export async function putRegions(warehouse: Warehouse, regions: readonly Region[]): Promise<void> {
  if (held.get(warehouse) === regions) return
  await warehouse.run(`create or replace temp table bulk_regions (seq bigint, region_code varchar, region_name varchar,
    short_name varchar, region_level varchar, valid_from varchar, valid_to varchar)`)
  // Columns as one text each: row by row, a nation's villages would take longer than all their figures.
  const columns: ((region: Region) => string)[] = [
    (region) => region.region_code,
    (region) => region.region_name,
    (region) => region.short_name,
    (region) => region.region_level,
    (region) => region.valid_from,
    (region) => region.valid_to ?? '',
  ]
  const split = columns.map((_, index) => `string_split($${index + 1}, chr(9)) as l${index}`).join(', ')
  for (let from = 0; from < regions.length; from += batch) {
    const part = regions.slice(from, from + batch)
    await warehouse.query(
      `insert into bulk_regions
       select ${from} + generate_subscripts(l0, 1) - 1, unnest(l0), unnest(l1), unnest(l2), unnest(l3), unnest(l4), nullif(unnest(l5), '')
       from (select ${split})`,
      columns.map((column) => part.map((region) => column(region).replaceAll('\t', ' ')).join('\t')),
    )
  }
  await warehouse.run(`create or replace temp table bulk_several as
      select * from bulk_regions where region_code in (select region_code from bulk_regions group by region_code having count(*) > 1);
    create or replace temp table bulk_codes as
      select * from bulk_regions where region_code not in (select region_code from bulk_several)
      union all
      select min(seq), region_code, null, null, null, null, null from bulk_several group by region_code;
    delete from bulk_several where region_code in (
      select one.region_code from bulk_several as one
      inner join bulk_several as other on other.region_code = one.region_code and one.seq <> other.seq
        and one.valid_from <= coalesce(other.valid_to, '9999-12') and other.valid_from <= coalesce(one.valid_to, '9999-12'))`)
  held.set(warehouse, regions)
}
