import type { RegionCode } from '../domain/region.js'
import type { RegionData } from '../domain/region-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'

/** The last cells that were refused of each county's returns, since it is the place that it is: at most 20. */
export async function rejectsOf(warehouse: Warehouse): Promise<Map<RegionCode, RegionData['rejects']>> {
  const rows = await warehouse.query<RegionData['rejects'][number] & { region_code: RegionCode }>(
    `with began as (
       select of_today.region_code, min(regions.valid_from) as month
       from marts.regions as of_today
       inner join marts.regions on regions.place = of_today.place
       where of_today.is_current
       group by of_today.region_code
     )
     select began.region_code, submissions.file_name, rejects.sheet, rejects.cell, rejects.column_name as column, rejects.message
     from raw.rejects
     inner join raw.submissions on submissions.submission_id = rejects.submission_id
     inner join began on began.region_code = submissions.reporting_unit
     where rejects.severity = 'reject' and strftime(submissions.received_on, '%Y-%m') >= began.month
     qualify row_number() over (partition by began.region_code order by submissions.seq desc, rejects.row_number, rejects.cell) <= 20
     order by began.region_code, submissions.seq desc, rejects.row_number, rejects.cell`,
  )
  const rejects = new Map<RegionCode, RegionData['rejects']>()
  for (const [code, own] of grouped(rows, ({ region_code }) => [region_code]))
    rejects.set(
      code,
      own.map(({ region_code, ...row }) => row),
    )
  return rejects
}
