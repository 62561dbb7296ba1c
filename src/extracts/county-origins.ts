import type { OriginData, OriginNode } from '../domain/figure-origin.js'
import type { Figure } from '../domain/page-data.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { submissionsIn } from './origin-files.js'
import { type FigureQuestion, type OriginContext, originsOf } from './origins.js'

/**
 * Where the figures of county pages come from, by county. Regions are named down to townships, so that a file does not grow with the
 * number of villages: of those it says in which rows of which file they stand.
 */
export async function countyOrigins(
  warehouse: Warehouse,
  figures: readonly Figure[],
  context: OriginContext,
): Promise<Map<RegionCode, OriginData>> {
  const all = await originsOf(warehouse, questionsOf(figures, context.topics), context)
  const rows = new Map(Object.entries(all.rows))
  const counties = new Map<RegionCode, OriginData>()
  for (const code of new Set(all.figures.map(({ region }) => region.region_code))) {
    const own = all.figures.filter(({ region }) => region.region_code === code)
    const keys = new Set(own.flatMap(({ region }) => keysIn(region)))
    const files = new Set(own.flatMap(({ region }) => submissionsIn(region, rows)))
    counties.set(code, {
      release: all.release,
      figures: own,
      rows: Object.fromEntries([...rows].filter(([key]) => keys.has(key))),
      files: Object.fromEntries(Object.entries(all.files).filter(([id]) => files.has(id))),
    })
  }
  return counties
}

/** One question for each return and period, about all counties that show figures of it. */
function questionsOf(figures: readonly Figure[], topics: readonly Topic[]): FigureQuestion[] {
  const levels = RegionLevel.options
  return topics.flatMap(({ dataset, indicators }) => {
    const own = figures.filter(({ indicator_id }) => indicators.some(({ id }) => id === indicator_id))
    const leaf = levels.indexOf(dataset.grain) > levels.indexOf('township') ? 'township' : dataset.grain
    return [...new Set(own.map(({ period }) => period))].map((period): FigureQuestion => {
      const shown = own.filter((figure) => figure.period === period)
      return {
        ...{ dataset, period, leaf },
        indicators: indicators.filter(({ id }) => shown.some(({ indicator_id }) => indicator_id === id)),
        regions: [...new Set(shown.map(({ region_code }) => region_code))],
      }
    })
  })
}

function keysIn(node: OriginNode): string[] {
  return [...node.rows, ...node.children.flatMap(keysIn)]
}
