import type { Column } from '../../domain/column.js'

/** A unit that a figure may have been written in by mistake, and what one of it is worth in the column's own. */
export interface SlippedUnit {
  unit: string
  factor: number
}

/** The units that are large enough to be told from a real change: 万元 and 千元 for 元, 万元/年 for 元/月. */
export function slippedUnits({ kind, other_units }: Column): SlippedUnit[] {
  if (kind !== 'amount' && kind !== 'count') return []
  return Object.entries(other_units)
    .map(([unit, factor]) => ({ unit, factor }))
    .filter(({ factor }) => factor >= 500)
}

/** How near a figure times the unit has to come to what was expected: the region's own last value is a good measure, others' are not. */
export const [nearOwn, nearOthers] = [3, 10]

/**
 * The unit that turns `value` into about `expected`, the nearest one; null when none does. `spread` is how many times more or less
 * still counts as about.
 */
export function slippedUnit(
  value: number,
  expected: number,
  units: readonly SlippedUnit[],
  spread: number,
): SlippedUnit | null {
  const distance = ({ factor }: SlippedUnit) => Math.abs(Math.log((value * factor) / expected))
  const [nearest] = units.toSorted((one, other) => distance(one) - distance(other))
  return nearest !== undefined && distance(nearest) <= Math.log(spread) ? nearest : null
}
