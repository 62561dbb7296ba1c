import type { Alert, Break, FigureHistory, NearMiss, RegionData, RegionName } from '../domain/page-data.js'
import type { RegionCode } from '../domain/region.js'
import type { TaskLine } from '../domain/task-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { asItWasOf } from './as-it-was.js'
import { renamingsOf } from './breaks.js'
import { type PlacedFigure, pick, type RecentValues, recentKey } from './figures.js'
import { historyPart } from './history.js'

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

/** What is known of all regions, of which each takes its own. */
export interface RegionParts {
  figures: readonly PlacedFigure[]
  alerts: readonly Alert[]
  near_misses: readonly NearMiss[]
  lines: readonly TaskLine[]
  recent: RecentValues
  breaks: readonly Break[]
  history: FigureHistory
  /** The headline indicators. */
  headlines: readonly string[]
}

/** Everything about one place. */
export async function regionData(
  warehouse: Warehouse,
  region: RegionName,
  { figures: placed, alerts, near_misses, lines, recent, breaks, headlines, history }: RegionParts,
): Promise<RegionData> {
  const code = region.region_code
  const figures = pick(placed, ({ region_code }) => region_code === code)
  const own = breaks.filter(({ region_code }) => region_code === code)
  const childFigures = pick(placed, ({ parent_code }) => parent_code === code)
  const latest = new Set(childFigures.map((each) => `${each.region_code}/${each.indicator_id}/${each.period}`))
  return {
    region,
    figures: figures.map((figure) => {
      const course = recent.get(recentKey(code, figure.indicator_id))
      return {
        ...figure,
        recent: course?.values ?? [],
        recent_warning: course?.warnings ?? [],
        recent_periods: course?.periods ?? [],
        carried_until: course?.carried_until ?? null,
      }
    }),
    children: await regionNames(warehouse, 'parent_code', code),
    child_figures: childFigures,
    alerts: alerts.filter((alert) => alert.region_code === code),
    near_misses: near_misses.filter(({ region_code }) => region_code === code),
    tasks: lines.filter((line) => line.region_code === code),
    returns: await returnsOf(warehouse, code),
    rejects: await warehouse.query(
      `select submissions.file_name, rejects.sheet, rejects.cell, rejects.column_name as column, rejects.message
       from raw.rejects
       inner join raw.submissions on submissions.submission_id = rejects.submission_id
       where submissions.reporting_unit = $1 and rejects.severity = 'reject'
         and strftime(submissions.received_on, '%Y-%m') >= (select min(valid_from) from marts.regions
           where place in (select place from marts.regions where region_code = $1 and is_current))
       order by submissions.seq desc, rejects.row_number limit 20`,
      [code],
    ),
    changes: own,
    renamings: await renamingsOf(warehouse, code),
    as_it_was: own.length > 0 ? await asItWasOf(warehouse, code, headlines) : [],
    history: historyPart(history, ({ region_code, indicator_id, period }) =>
      region_code === code
        ? (recent.get(recentKey(code, indicator_id))?.periods.includes(period) ?? false)
        : latest.has(`${region_code}/${indicator_id}/${period}`),
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
       and completeness.place in (select place from marts.regions where is_current)
     order by completeness.due_date desc, completeness.dataset limit 24`,
    [code],
  )
  return rows.map(({ title, title_en, ...row }) => ({ ...row, title: { zh: title, en: title_en } }))
}
