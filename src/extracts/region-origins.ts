import type { OriginFormulas, OriginNode, RegionOrigins } from '../domain/figure-origin.js'
import type { Figure } from '../domain/page-data.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'
import { submissionsIn } from './origin-files.js'
import { type FigureQuestion, type OriginContext, originsOf } from './origins.js'

/** Where the figures of all region pages come from: how indicators are worked out, and of each region the rest. */
export interface PageOrigins {
  formulas: OriginFormulas
  of(code: RegionCode): RegionOrigins
}

/**
 * Gives where the figures of region pages come from, counties' and townships'. Regions are named down to townships, so that a file
 * does not grow with the number of villages: of those it says in which rows of which file they stand.
 */
export async function regionOrigins(
  warehouse: Warehouse,
  figures: readonly Figure[],
  context: OriginContext,
): Promise<PageOrigins> {
  const all = await originsOf(warehouse, questionsOf(figures, context.topics), context)
  const rows = new Map(Object.entries(all.rows))
  const figuresOf = grouped(all.figures, ({ region }) => [region.region_code])
  const formulas = Object.fromEntries(all.figures.map(({ indicator_id, formula }) => [indicator_id, formula]))
  const of = (code: RegionCode): RegionOrigins => {
    const own = figuresOf.get(code) ?? []
    const keys = new Set(own.flatMap(({ region }) => keysIn(region)))
    const files = new Set(own.flatMap(({ region }) => submissionsIn(region, rows)))
    return {
      release: all.release,
      figures: own.map(({ formula, ...figure }) => figure),
      rows: picked(all.rows, keys),
      files: picked(all.files, files),
    }
  }
  return { formulas, of }
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
