import type { FigureOrigin, OriginData, OriginNode } from '../domain/figure-origin.js'
import type { Figure } from '../domain/page-data.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'
import { submissionsIn } from './origin-files.js'
import { type FigureQuestion, type OriginContext, originsOf } from './origins.js'

/**
 * Gives where the figures of a region's page come from: a county's or a township's. Regions are named down to townships, so that a file
 * does not grow with the number of villages: of those it says in which rows of which file they stand.
 */
export async function regionOrigins(
  warehouse: Warehouse,
  figures: readonly Figure[],
  context: OriginContext,
): Promise<(code: RegionCode) => OriginData> {
  const all = await originsOf(warehouse, questionsOf(figures, context.topics), context)
  const rows = new Map(Object.entries(all.rows))
  const figuresOf = grouped(all.figures, ({ region }) => [region.region_code])
  return (code) => {
    const own: FigureOrigin[] = figuresOf.get(code) ?? []
    const keys = new Set(own.flatMap(({ region }) => keysIn(region)))
    const files = new Set(own.flatMap(({ region }) => submissionsIn(region, rows)))
    return {
      release: all.release,
      figures: own,
      rows: picked(all.rows, keys),
      files: picked(all.files, files),
    }
  }
}

/** One question for each return and period, about all regions that show figures of it. */
function questionsOf(figures: readonly Figure[], topics: readonly Topic[]): FigureQuestion[] {
  const levels = RegionLevel.options
  return topics.flatMap(({ dataset, indicators }) => {
    const ids = new Set(indicators.map(({ id }) => id))
    const leaf = levels.indexOf(dataset.grain) > levels.indexOf('township') ? 'township' : dataset.grain
    const own = grouped(
      figures.filter(({ indicator_id }) => ids.has(indicator_id)),
      ({ period }) => [period],
    )
    return [...own].map(([period, shown]): FigureQuestion => {
      const asked = new Set(shown.map(({ indicator_id }) => indicator_id))
      return {
        ...{ dataset, period, leaf },
        indicators: indicators.filter(({ id }) => asked.has(id)),
        regions: [...new Set(shown.map(({ region_code }) => region_code))],
      }
    })
  })
}

function keysIn(node: OriginNode): string[] {
  return [...node.rows, ...node.children.flatMap(keysIn)]
}

function picked<Value>(all: Readonly<Record<string, Value>>, keys: Iterable<string>): Record<string, Value> {
  return Object.fromEntries([...keys].flatMap((key) => (all[key] === undefined ? [] : [[key, all[key]]])))
}
