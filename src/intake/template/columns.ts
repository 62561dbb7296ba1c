import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import { type Region, RegionLevel } from '../../domain/region.js'
import { lettersOf } from '../reading/grid.js'

/** A column of the return at its place on the sheet. */
export interface PlacedColumn {
  at: number
  column: Column
}

/** Which column of the sheet holds what. */
export interface TemplateColumns {
  /** What says which region a row is about: its code, the regions above it that the return spans, its name. */
  places: readonly { at: number; heading: string; of: 'code' | RegionLevel; width: number }[]
  /** Side by side and nothing between them, so that whole rows can be pasted. */
  measures: readonly PlacedColumn[]
  check: number
  explanation: number
  /** Last period's values, in the order of the measures; empty when none are known. */
  references: readonly PlacedColumn[]
  count: number
}

/** Headings that intake knows for names of a level, and room for such names. */
const placeHeadings: Partial<Record<RegionLevel, { heading: string; width: number }>> = {
  prefecture: { heading: '地区名称', width: 12 },
  county: { heading: '县（市、区）', width: 12 },
  township: { heading: '乡镇（街道）', width: 12 },
  village: { heading: '村（社区）', width: 12 },
}

/** Digits of a code, and a little room. */
const codeWidths: Partial<Record<RegionLevel, number>> = { township: 11, village: 14 }

/** Puts the columns of a return side by side. A return about the nation names no region. */
export function placeColumns(dataset: Dataset, region: Pick<Region, 'region_level'>, hasBefore: boolean) {
  const places = placesOf(dataset.grain, region.region_level).map((place, at) => ({ at, ...place }))
  const measures = dataset.columns.map((column, index) => ({ at: places.length + index, column }))
  const check = places.length + measures.length
  const compared = hasBefore ? dataset.columns.filter(({ kind }) => kind !== 'text' && kind !== 'date') : []
  const references = compared.map((column, index) => ({ at: check + 2 + index, column }))
  const columns: TemplateColumns = {
    places,
    measures,
    check,
    explanation: check + 1,
    references,
    count: check + 2 + references.length,
  }
  return columns
}

function placesOf(grain: RegionLevel, of: RegionLevel): Omit<TemplateColumns['places'][number], 'at'>[] {
  if (grain === 'nation') return []
  const levels = RegionLevel.options
  // The level of the region itself is said once, above the table.
  const shown = levels.slice(Math.min(levels.indexOf(of) + 1, levels.indexOf(grain)), levels.indexOf(grain) + 1)
  return [
    { of: 'code' as const, heading: '行政区划代码', width: codeWidths[grain] ?? 9 },
    ...shown.flatMap((level) => {
      const named = placeHeadings[level]
      return named ? [{ of: level, ...named }] : []
    }),
  ]
}

/** A measure's cell in a row, its column held fast: `$C7`. */
export function cellOf({ at }: { at: number }, row: number): string {
  return `$${lettersOf(at)}${row}`
}

/** The cells of a column from one row to another: `C7:C20`. */
export function rangeOf(at: number, first: number, last: number, to = at): string {
  return `${lettersOf(at)}${first}:${lettersOf(to)}${last}`
}
