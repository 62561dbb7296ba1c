import type { Region } from '../domain/region.js'
import type { Warehouse } from './warehouse.js'

const held = new WeakMap<Warehouse, readonly Region[]>()

/** While a large file is staged, the engine keeps so much of it in memory and the rest in its folder for temporary files. */
const memoryLimit = '250MB'

/** Holds the engine to that, until `reset memory_limit`. */
export async function limitMemory(warehouse: Warehouse): Promise<void> {
  await warehouse.run(`set memory_limit = '${memoryLimit}'`)
}

/** So many regions go to the engine at a time. */
const batch = 20_000

/**
 * Puts the list of regions beside the warehouse's tables, once for each list: `bulk_regions` with those whose code no
 * other one has or had, `bulk_several` with the rest. Where two have a code at the same time (`is_unclear`), only a closer look can
 * tell them apart.
 */
export async function putRegions(warehouse: Warehouse, regions: readonly Region[]): Promise<void> {
  if (held.get(warehouse) === regions) return
  await limitMemory(warehouse)
  await warehouse.run('drop view if exists bulk_all_regions')
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
      select *, region_code in (
        select one.region_code from bulk_regions as one
        inner join bulk_regions as other on other.region_code = one.region_code and one.seq < other.seq
          and one.valid_from <= coalesce(other.valid_to, '9999-12') and other.valid_from <= coalesce(one.valid_to, '9999-12')
      ) as is_unclear
      from bulk_regions
      where region_code in (select region_code from bulk_regions group by region_code having count(*) > 1);
    delete from bulk_regions where region_code in (select region_code from bulk_several);
    create or replace temp view bulk_all_regions as
      select * from bulk_regions union all select * exclude (is_unclear) from bulk_several`)
  held.set(warehouse, regions)
}
