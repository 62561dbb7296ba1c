import type { Break, FigureHistory } from './history-data.js'
import type { Figure } from './page-data.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { BandCount } from './region-data.js'
import type { Text } from './text.js'

/** Values of one region, aligned with the list of periods beside it. */
export interface Series {
  region_code: RegionCode
  values: (number | null)[]
  /** The last period that was carried back onto the region, which began after it; null when none was. */
  carried_until: Period | null
}

export interface IndicatorTrend {
  indicator_id: string
  periods: Period[]
  /** The city's line in each period. */
  warning: (number | null)[]
  critical: (number | null)[]
  target: (number | null)[]
  /** The city first, then every county of today, each with the months before it began carried back. */
  series: Series[]
}

/** `coverage.json`, `foundations.json`: one file a page that shows a topic, or several that belong together. */
export interface TopicData {
  /** The returns that its figures come from, in the order of the page. */
  parts: { dataset: string; title: Text }[]
  trends: IndicatorTrend[]
  /** The latest figure of the city and of every county, for each indicator of the topic. */
  figures: Figure[]
  /** Published national figures of the same definitions. */
  national: NationalSeries[]
  /** Income only: villages by band of the city and every county, latest period; and how the city moved from the year before. */
  bands: BandCount[]
  transitions: { period: Period; from_band: string; to_band: string; villages: number }[]
  /** Boundary changes that a chart marks, of the city and every county. */
  breaks: Break[]
  /** Of the city and every county. */
  history: FigureHistory
}

export interface NationalSeries {
  series: string
  indicator_id: string
  definition: Text
  unit: string
  points: { period: Period; value: number; publisher: string; source_url: string }[]
}
