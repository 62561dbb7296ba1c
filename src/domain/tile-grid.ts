import { z } from 'zod'
import { type Region, RegionCode } from './region.js'
import type { Contradiction } from './region-contradiction.js'

const place = z
  .string()
  .trim()
  .regex(/^[1-9]\d?$/, '要填 1 到 99 的整数 (a whole number from 1 to 99)')
  .transform(Number)

/** One row of `reference/tile-grid.csv`: the square of a county on the map, columns from the left and rows from the top. */
export const Tile = z.strictObject({ region_code: RegionCode, column: place, row: place })
export type Tile = z.infer<typeof Tile>

/** The counties that a map shows, with those of earlier months: below a region that is listed, for one that stands alone needs no map. */
export function mappedCounties(regions: readonly Region[]): Region[] {
  const listed = new Set(regions.map(({ region_code }) => region_code))
  return regions.filter(
    ({ region_level, parent_code }) => region_level === 'county' && parent_code !== null && listed.has(parent_code),
  )
}

/** The counties of today that are not among the codes. */
export function countiesWithout(codes: ReadonlySet<RegionCode>, regions: readonly Region[]): Region[] {
  return mappedCounties(regions).filter(({ region_code, valid_to }) => valid_to === null && !codes.has(region_code))
}

/** The first contradiction among the squares: no county, a county twice, a square for two counties of one month; null when there is none. */
export function tileContradiction(tiles: readonly Tile[], regions: readonly Region[]): Contradiction<Tile> | null {
  const counties = mappedCounties(regions)
  const rowsOf = (code: RegionCode) => counties.filter(({ region_code }) => region_code === code)
  for (const [index, tile] of tiles.entries()) {
    const { region_code: code, column, row } = tile
    const own = rowsOf(code)
    if (own.length === 0)
      return {
        rows: [tile],
        column: 'region_code',
        text: { zh: `地区表里没有代码为 ${code} 的县区`, en: `the list of regions has no county ${code}` },
      }
    for (const other of tiles.slice(0, index)) {
      if (other.region_code === code)
        return {
          rows: [other, tile],
          column: 'region_code',
          text: { zh: `${code} 有两个格子，只留一行`, en: `${code} has two squares: keep one row` },
        }
      const isSameSquare = other.column === column && other.row === row
      if (isSameSquare && rowsOf(other.region_code).some((one) => own.some((two) => isOfOneMonth(one, two))))
        return {
          rows: [other, tile],
          text: {
            zh: `${other.region_code} 和 ${code} 占了同一个格子（第 ${column} 列第 ${row} 行），请给其中一个换位置`,
            en: `${other.region_code} and ${code} have the same square (column ${column}, row ${row}): move one of them`,
          },
        }
    }
  }
  return null
}

/** True when there is a month in which both are valid. */
function isOfOneMonth(one: Region, two: Region): boolean {
  return one.valid_from <= (two.valid_to ?? '9999') && two.valid_from <= (one.valid_to ?? '9999')
}
