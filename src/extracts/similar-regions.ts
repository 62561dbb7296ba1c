import type { Figure, RegionName } from '../domain/page-data.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { ComparedFigure, SimilarRegions } from '../domain/region-data.js'
import { nearestRegions } from '../domain/similar.js'
import type { Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type ConditionValues, comparedLevels, conditionValues, isKnownAt } from './conditions.js'
import { grouped } from './grouped.js'
import type { RegionsOfToday } from './regions-of-today.js'

/** Shown beside a region at most. */
const shown = 3

/**
 * For counties and townships those of the same level and class whose conditions are nearest, with the headline figures of each. A region
 * of which a condition is not known is left out.
 */
export async function similarRegions(
  warehouse: Warehouse,
  topics: readonly Topic[],
  regions: RegionsOfToday,
  figures: readonly Figure[],
  month: Period,
): Promise<Map<RegionCode, SimilarRegions>> {
  const conditions = await conditionValues(warehouse, topics, month)
  const headlines = new Set(
    topics.flatMap(({ indicators }) => indicators.flatMap((each) => (each.headline ? [each.id] : []))),
  )
  const figuresOf = grouped(
    figures.filter(({ indicator_id }) => headlines.has(indicator_id)),
    ({ region_code }) => [region_code],
  )
  const similar = new Map<RegionCode, SimilarRegions>()
  for (const level of comparedLevels) {
    const known = conditions.filter((each) => isKnownAt(each, level))
    const complete = regions
      .ofLevel(level)
      .filter(({ region_code }) => known.length > 0 && known.every(({ values }) => values.has(region_code)))
    const classes = grouped(complete, ({ region_class }) => (region_class === null ? [] : [region_class]))
    for (const alike of classes.values())
      for (const [code, others] of nearestIn(alike, known))
        if (others.length > 0) similar.set(code, beside([code, ...others], regions, known, figuresOf))
  }
  return similar
}

function nearestIn(alike: readonly RegionName[], conditions: readonly ConditionValues[]) {
  const measured = alike.map(({ region_code }) => ({
    region_code,
    values: conditions.map(({ values }) => values.get(region_code) ?? 0),
  }))
  return nearestRegions(measured, shown)
}

function beside(
  codes: readonly RegionCode[],
  regions: RegionsOfToday,
  conditions: readonly ConditionValues[],
  figuresOf: ReadonlyMap<RegionCode, readonly Figure[]>,
): SimilarRegions {
  return {
    regions: codes.map((code) => ({ ...regions.name(code), above: regions.above(code).at(-1)?.region_name ?? '' })),
    conditions: conditions.map(({ condition, values }) => ({
      ...condition,
      values: codes.map((code) => values.get(code) ?? 0),
    })),
    figures: codes.flatMap((code) => figuresOf.get(code) ?? []).map(comparedFigure),
  }
}

function comparedFigure({
  region_code,
  indicator_id,
  period,
  value,
  numerator,
  denominator,
  status,
}: Figure): ComparedFigure {
  return { region_code, indicator_id, period, value, numerator, denominator, status }
}
