import type { Alert, RegionData, RegionName } from '../domain/page-data.js'
import type { RegionCode } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type PlacedFigure, pick, type RecentValues, recentKey } from './figures.js'

/** The regions of a level, or below a parent, that are valid in the month, by code. */
export async function regionNames(
  warehouse: Warehouse,
  column: 'region_level' | 'parent_code' | 'region_code',
  value: string,
): Promise<RegionName[]> {
  return warehouse.query<RegionName>(
    `select region_code, region_name, short_name, region_level, region_class from marts.regions
     where is_current and ${column} = $1 order by region_code`,
    [value],
  )
}

/** Everything about one place. `alerts` are those of the whole city, of which it takes its own. */
export async function regionData(
  warehouse: Warehouse,
  region: RegionName,
  placed: readonly PlacedFigure[],
  alerts: readonly Alert[],
  recent: RecentValues,
): Promise<RegionData> {
  const code = region.region_code
  const figures = pick(placed, ({ region_code }) => region_code === code)
  return {
    region,
    figures: figures.map((figure) => {
      const history = recent.get(recentKey(code, figure.indicator_id))
      return { ...figure, recent: history?.values ?? [], recent_periods: history?.periods ?? [] }
    }),
    children: await regionNames(warehouse, 'parent_code', code),
    child_figures: pick(placed, ({ parent_code }) => parent_code === code),
    alerts: alerts.filter((alert) => alert.region_code === code),
    returns: await returnsOf(warehouse, code),
    rejects: await warehouse.query(
      `select submissions.file_name, rejects.sheet, rejects.cell, rejects.column_name as column, rejects.message
       from raw.rejects
       inner join raw.submissions on submissions.submission_id = rejects.submission_id
       where submissions.reporting_unit = $1 and rejects.severity = 'reject'
       order by submissions.seq desc, rejects.row_number limit 20`,
      [code],
    ),
    changes: await warehouse.query(
      `select distinct month as period, note from raw.region_changes
       where (from_code = $1 or to_code = $1) and note <> '' order by 1`,
      [code],
    ),
  }
}

async function returnsOf(warehouse: Warehouse, code: RegionCode): Promise<RegionData['returns']> {
  const rows = await warehouse.query<
    Omit<RegionData['returns'][number], 'title'> & { title: string; title_en: string }
  >(
    `select completeness.dataset, datasets.title, datasets.title_en, completeness.period, completeness.due_date,
       completeness.received_at, completeness.state
     from marts.completeness
     inner join raw.datasets on datasets.dataset = completeness.dataset
     where completeness.reporting_unit = $1
     order by completeness.due_date desc, completeness.dataset limit 24`,
    [code],
  )
  return rows.map(({ title, title_en, ...row }) => ({ ...row, title: { zh: title, en: title_en } }))
}
