import { type Period, shiftPeriod } from './period.js'
import { isValidIn, type Region, type RegionCode, RegionLevel } from './region.js'
import type { Text } from './text.js'

/** Rows of a reference table that contradict each other or another one: what is wrong, and the way out. */
export interface Contradiction<Row> {
  rows: readonly Row[]
  /** The column to look at, where it is one. */
  column?: keyof Row & string
  text: Text
}

/** The rows of each code, earliest first. */
export type RegionsByCode = ReadonlyMap<RegionCode, readonly Region[]>

/** The first contradiction among the months of regions and of their parents; null when there is none. */
export function regionContradiction(regions: readonly Region[], rows: RegionsByCode): Contradiction<Region> | null {
  return validityProblem(rows) ?? parentProblem(regions, rows)
}

function validityProblem(rows: RegionsByCode): Contradiction<Region> | null {
  for (const ofCode of rows.values()) {
    for (const [index, row] of ofCode.entries()) {
      if (row.valid_to !== null && row.valid_to < row.valid_from)
        return {
          rows: [row],
          text: {
            zh: `${row.region_code} 的 valid_to ${row.valid_to} 早于 valid_from ${row.valid_from}`,
            en: `${row.region_code} is valid to ${row.valid_to}, before it is valid from ${row.valid_from}`,
          },
        }
      const before = ofCode[index - 1]
      if (before && isValidIn(before, row.valid_from))
        return {
          rows: [before, row],
          text: {
            zh: `${row.region_code} 的有效期重叠：${span(before, 'zh')}，${span(row, 'zh')}；请改 valid_from 或 valid_to，使它们前后相接`,
            en: `the months of ${row.region_code} overlap: ${span(before, 'en')}, and ${span(row, 'en')}; change valid_from or valid_to so that one follows the other`,
          },
        }
    }
  }
  return null
}

/** Only the highest regions of the list may be below one that is not in it. */
function parentProblem(regions: readonly Region[], rows: RegionsByCode): Contradiction<Region> | null {
  const rankOf = ({ region_level }: Region) => RegionLevel.options.indexOf(region_level)
  const listed = new Set(regions.map(({ region_level }) => region_level))
  const highest = RegionLevel.options.findIndex((level) => level !== 'nation' && listed.has(level))
  for (const region of regions) {
    const { region_code, parent_code } = region
    if (parent_code === null) continue
    const parents = rows.get(parent_code)
    const first = parents?.[0]
    if (!parents || !first) {
      if (rankOf(region) <= highest) continue
      return {
        rows: [region],
        text: {
          zh: `${region_code} 的上级 ${parent_code} 不在表中；请补上，或改正 parent_code`,
          en: `${parent_code}, the parent of ${region_code}, is not in the list; add it, or put parent_code right`,
        },
      }
    }
    if (rankOf(first) >= rankOf(region))
      return {
        rows: [region, first],
        text: {
          zh: `${region_code} 的上级 ${parent_code} 级别（${first.region_level}）不比它（${region.region_level}）高`,
          en: `${parent_code}, the parent of ${region_code}, is a ${first.region_level}, not above a ${region.region_level}`,
        },
      }
    const missing = firstMonthWithout(parents, region)
    if (missing !== null)
      return {
        rows: [region, ...parents],
        text: {
          zh: `${region_code} 在 ${missing} 有效，它的上级 ${parent_code} 那时无效；请改其中一个的有效期`,
          en: `${region_code} is valid in ${missing}, but its parent ${parent_code} is not; change the months of one of them`,
        },
      }
  }
  return null
}

/** The first month of the region's that none of the rows, earliest first, covers; null when there is none. */
function firstMonthWithout(rows: readonly Region[], { valid_from, valid_to }: Region): Period | null {
  let month = valid_from
  for (const row of rows) {
    if (!isValidIn(row, month)) continue
    if (row.valid_to === null || (valid_to !== null && row.valid_to >= valid_to)) return null
    month = shiftPeriod(row.valid_to, 1)
  }
  return month
}

function span({ valid_from, valid_to }: Region, lang: 'zh' | 'en'): string {
  if (lang === 'zh') return valid_to === null ? `${valid_from} 起` : `${valid_from} 至 ${valid_to}`
  return valid_to === null ? `${valid_from} on` : `${valid_from} to ${valid_to}`
}
