import type { RegionCode } from '../domain/region.js'
import type { RegionReturn } from '../domain/region-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'

/** Listed of a region at most. */
const listed = 24

type ReturnRow = Omit<RegionReturn, 'title'> & { region_code: RegionCode; title: string; title_en: string }

/**
 * The last returns that were due about each county and township, newest first. A township's are those that its county sends with a row
 * about it, with how much of the county's file is about it.
 */
export async function returnsOf(warehouse: Warehouse): Promise<Map<RegionCode, RegionReturn[]>> {
  const counties = await returnRows(
    warehouse,
    `select reporting_unit as region_code, completeness.* exclude (reporting_unit) from marts.completeness
     where place in (select place from marts.regions where is_current)`,
  )
  const periods = [...new Set(counties.map(({ period }) => `'${period}'`))].join(', ') || 'null'
  const townships = await returnRows(
    warehouse,
    `with townships as (
       select region_code, place from marts.regions where is_current and region_level = 'township'
     ),
     own as (
       select statuses.place, indicators.dataset, statuses.period, max(statuses.units_expected) as units_expected,
         max(statuses.units_reported) as units_reported
       from marts.statuses
       inner join raw.indicators on indicators.indicator_id = statuses.indicator_id
       where statuses.region_level = 'township' and statuses.period in (${periods})
       group by statuses.place, indicators.dataset, statuses.period
     )
     select townships.region_code, sent.dataset, sent.period, sent.due_date, sent.received_at, sent.state,
       own.units_expected, own.units_reported
     from townships
     inner join marts.completeness as sent on sent.reporting_unit = substr(townships.region_code, 1, 6)
     inner join own on own.place = townships.place and own.dataset = sent.dataset and own.period = sent.period`,
  )
  const returns = new Map<RegionCode, RegionReturn[]>()
  for (const [code, rows] of grouped([...counties, ...townships], ({ region_code }) => [region_code]))
    returns.set(
      code,
      rows.map(({ region_code, title, title_en, ...row }) => ({ ...row, title: { zh: title, en: title_en } })),
    )
  return returns
}

/** The newest of the returns that a query gives, of each region. */
function returnRows(warehouse: Warehouse, sent: string): Promise<ReturnRow[]> {
  return warehouse.query<ReturnRow>(
    `select sent.region_code, sent.dataset, datasets.title, datasets.title_en, sent.period, sent.due_date, sent.received_at, sent.state,
       sent.units_expected, sent.units_reported
     from (${sent}) as sent
     inner join raw.datasets on datasets.dataset = sent.dataset
     qualify row_number() over (partition by sent.region_code order by sent.due_date desc, sent.dataset) <= ${listed}
     order by sent.region_code, sent.due_date desc, sent.dataset`,
  )
}
