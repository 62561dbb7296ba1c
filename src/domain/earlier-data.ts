import type { Change, Figure } from './page-data.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'

/**
 * `earlier/<page>.json`: every figure that a topic page can show of an earlier period, read when somebody picks one. As known today: later
 * corrections are in it.
 */
export interface EarlierData {
  indicators: EarlierFigures[]
}

/** All figures of an indicator, of the city and every county. A column has a value for each region and, within it, for each period. */
export interface EarlierFigures {
  indicator_id: string
  periods: Period[]
  regions: RegionCode[]
  figures: Columns<Omit<Figure, 'region_code' | 'indicator_id' | 'period' | 'previous' | 'year_before'>>
  previous: Columns<Change>
  year_before: Columns<Change>
}

/** A column of each field; null where a region has no figure of a period, or a figure nothing to say of that field. A column of nulls is left out. */
export type Columns<Row> = { [Field in keyof Row]?: (Row[Field] | null)[] }
