import type { OriginRange } from '../domain/figure-origin.js'
import type { RegionCode } from '../domain/region.js'
import { quoted, type Warehouse } from '../warehouse/warehouse.js'
import { type RegionQuestion, unitsBelow, unitValues } from './origin-regions.js'

/** Rows of one file that stand together, and the letters of each column there. */
interface Range extends Omit<OriginRange, 'letters'> {
  letters: Map<string, string>
}

/** For regions that are not opened down to single rows: where in which files the rows below each stand, by region. */
export async function originRanges(
  warehouse: Warehouse,
  question: RegionQuestion,
  mask: (text: string) => string,
): Promise<Map<RegionCode, Range[]>> {
  const { dataset, period } = question
  const rows = await warehouse.query<Omit<Range, 'letters'> & { region_code: RegionCode; places: string | null }>(
    `with ${unitsBelow},
     ranges as (
       select units.region_code, staged.submission_id, given.sheet, given.table_number, min(given.row_number) as first_row,
         max(given.row_number) as last_row, count(*) as rows
       from (select distinct region_code, unit_code from units) as units
       inner join staging.${quoted(dataset)} as staged on staged.region_code = units.unit_code and staged.period = $5
       inner join raw.${quoted(dataset)} as given on given.submission_id = staged.submission_id
         and given.region_code = staged.region_code and given.period = staged.period
       group by units.region_code, staged.submission_id, given.sheet, given.table_number
     )
     select ranges.region_code, ranges.submission_id, ranges.sheet, ranges.first_row, ranges.last_row, ranges.rows,
       (
         select string_agg(places.column_name || ' ' || places.letters, ',' order by places.column_name)
         from raw.column_places as places
         where places.submission_id = ranges.submission_id and places.sheet is not distinct from ranges.sheet
           and places.table_number is not distinct from ranges.table_number
       ) as places
     from ranges
     order by ranges.region_code, ranges.submission_id, ranges.sheet, ranges.first_row`,
    [...unitValues(question), period],
  )
  const ranges = new Map<RegionCode, Range[]>()
  for (const { region_code, places, sheet, ...range } of rows) {
    const letters = new Map((places?.split(',') ?? []).map((place) => place.split(' ') as [string, string]))
    const own = ranges.get(region_code) ?? []
    own.push({ ...range, sheet: sheet === null ? null : mask(sheet), letters })
    ranges.set(region_code, own)
  }
  return ranges
}
