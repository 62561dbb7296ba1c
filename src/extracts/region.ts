import type { Alert, NearMiss } from '../domain/alert-data.js'
import type { Break, FigureHistory } from '../domain/history-data.js'
import type { Figure, RegionName } from '../domain/page-data.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { RegionData } from '../domain/region-data.js'
import type { TaskLine } from '../domain/task-data.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { asItWasOf } from './as-it-was.js'
import { renamingsOf } from './breaks.js'
import { type PlacedFigure, plainFigure, type RecentValues, recentKey, withoutChanges } from './figures.js'
import { grouped } from './grouped.js'
import { historyOfPages, historyPart } from './history.js'
import { regionBands } from './region-bands.js'
import { rejectsOf } from './region-rejects.js'
import { returnsOf } from './region-returns.js'
import type { RegionsOfToday } from './regions-of-today.js'
import { similarRegions } from './similar-regions.js'

/** What is known of all regions, of which each page takes its own. */
export interface RegionParts {
  topics: readonly Topic[]
  regions: RegionsOfToday
  month: Period
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

/** Gives everything about one place: what all places need is asked once and sorted here. */
export async function regionPages(
  warehouse: Warehouse,
  parts: RegionParts,
): Promise<(region: RegionName) => RegionData> {
  const { topics, regions, month, figures, recent, headlines } = parts
  const own = ({ region_code }: { region_code: RegionCode }) => [region_code]
  const figuresOf = grouped(figures, own)
  const figuresBelow = grouped(figures, ({ parent_code }) => (parent_code === null ? [] : [parent_code]))
  const alerts = grouped(parts.alerts, own)
  const near_misses = grouped(parts.near_misses, own)
  const lines = grouped(parts.lines, own)
  const breaks = grouped(parts.breaks, own)
  const historyOf = historyOfPages(parts.history, (code) => regions.above(code).at(-1)?.region_code)
  const returns = await returnsOf(warehouse)
  const rejects = await rejectsOf(warehouse)
  const renamings = await renamingsOf(warehouse)
  const as_it_was = await asItWasOf(warehouse, [...breaks.keys()], headlines)
  const bands = await regionBands(warehouse, topics)
  const similar = await similarRegions(warehouse, topics, regions, figures.map(plainFigure), month)

  return (region) => {
    const code = region.region_code
    const isTownship = region.region_level === 'township'
    const above = regions.above(code)
    const parent = above.at(-1)
    // A county's neighbours are known to every page, and villages are counted, never named.
    const siblings = isTownship && parent ? regions.childrenOf(parent.region_code) : []
    const children = regions.childrenOf(code)
    const child_figures = (figuresBelow.get(code) ?? []).map(plainFigure).map(withoutChanges)
    const latest = new Set(child_figures.map(keyOf))
    return {
      ...{ region, above, siblings },
      figures: (figuresOf.get(code) ?? []).map((figure) => withCourse(plainFigure(figure), recent)),
      ...{ children, child_figures },
      bands: isTownship
        ? bands.over(code)
        : bands.latest(
            code,
            children.map(({ region_code }) => region_code),
          ),
      similar: similar.get(code) ?? null,
      alerts: alerts.get(code) ?? [],
      near_misses: near_misses.get(code) ?? [],
      tasks: lines.get(code) ?? [],
      returns: returns.get(code) ?? [],
      rejects: rejects.get(code) ?? [],
      changes: breaks.get(code) ?? [],
      renamings: renamings.get(code) ?? [],
      as_it_was: as_it_was.get(code) ?? [],
      history: historyPart(historyOf(code), (figure) =>
        figure.region_code === code
          ? (recent.get(recentKey(code, figure.indicator_id))?.periods.includes(figure.period) ?? false)
          : latest.has(keyOf(figure)),
      ),
    }
  }
}

const keyOf = ({ region_code, indicator_id, period }: Pick<Figure, 'region_code' | 'indicator_id' | 'period'>) =>
  `${region_code}/${indicator_id}/${period}`

function withCourse(figure: Figure, recent: RecentValues): RegionData['figures'][number] {
  const course = recent.get(recentKey(figure.region_code, figure.indicator_id))
  return {
    ...figure,
    recent: course?.values ?? [],
    recent_warning: course?.warnings ?? [],
    recent_periods: course?.periods ?? [],
    carried_until: course?.carried_until ?? null,
  }
}
