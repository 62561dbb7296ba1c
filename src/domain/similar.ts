import type { RegionCode } from './region.js'

/** A region with the values of the measures that it is compared by, in one order for all. */
export interface Measured {
  region_code: RegionCode
  values: readonly number[]
}

/**
 * For each region the `count` others that are nearest to it, by code: how near is said by nobody, it only chooses. The distance is the
 * root of the sum of the squared differences, each counted in standard deviations of its measure among these regions; a measure in which
 * they are all alike tells nothing apart.
 */
export function nearestRegions(regions: readonly Measured[], count: number): Map<RegionCode, RegionCode[]> {
  const spreads = (regions[0]?.values ?? []).map((_, at) => spreadOf(regions.map(({ values }) => values[at] ?? 0)))
  const points = regions.map(({ region_code, values }) => ({
    region_code,
    point: values.map((value, at) => (spreads[at] ? value / spreads[at] : 0)),
  }))
  return new Map(
    points.map(({ region_code, point }) => [
      region_code,
      points
        .filter((other) => other.region_code !== region_code)
        .map((other) => ({
          code: other.region_code,
          distance: squaredDistance(other.point, point),
        }))
        .sort((a, b) => a.distance - b.distance || a.code.localeCompare(b.code))
        .slice(0, count)
        .map(({ code }) => code)
        .sort(),
    ]),
  )
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

/** Without the root, which changes nothing about which is nearer. */
function squaredDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0)
}
