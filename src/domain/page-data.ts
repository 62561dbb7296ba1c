import type { Alert } from './alert-data.js'
import type { Direction, Indicator, IndicatorUnit } from './indicator.js'
import type { Frequency, Period } from './period.js'
import type { RegionClass, RegionCode, RegionLevel } from './region.js'
import type { CompletenessState, Status } from './status.js'
import type { Text } from './text.js'
import type { IndicatorTrend } from './topic-data.js'

/**
 * What the extracts step writes for the pages, one interface a file. All figures are computed in the warehouse; pages only draw.
 * `site.json` is read by every page.
 */
export interface SiteData {
  /** True while the fictional city is shown: every page carries the ribbon. */
  sample: boolean
  city: RegionName
  period: Period
  release: string
  /** The day (`YYYY-MM-DD`) up to which received returns are taken into account. */
  as_of: string
  indicators: IndicatorMeta[]
  /** The county-level regions valid in the period, by code. */
  counties: RegionName[]
}

export interface RegionName {
  region_code: RegionCode
  region_name: string
  short_name: string
  region_level: RegionLevel
  region_class: RegionClass | null
}

export interface IndicatorMeta {
  id: string
  dataset: string
  /** The name of the return that it comes from. */
  return_title: Text
  /** The name of the page that shows it in depth. */
  page: string
  frequency: Frequency
  /** The level of region that one row of its return is about: what `units_expected` counts. */
  grain: RegionLevel
  name: Text
  short_name: Text
  unit: IndicatorUnit
  direction: Direction
  decimals: number
  counts_within_year: boolean
  numerator: Text
  denominator: Text
  part_words: Indicator['part_words']
  meaning: Text
  gap_unit: Text
  headline: boolean
}

/** A region's value of an indicator in a period, with everything a reader may ask about it. Null = not reported / no line set. */
export interface Figure {
  region_code: RegionCode
  indicator_id: string
  period: Period
  value: number | null
  numerator: number | null
  denominator: number | null
  units_expected: number
  units_reported: number
  status: Status | null
  warning: number | null
  critical: number | null
  target: number | null
  /** How many more (or fewer) units reach the warning line; null when it is reached or no line is set. */
  gap: number | null
  /** The period in which it gets there at the pace of the last 12 periods; null when never, not within 20 years, or already there. */
  arrival_period: Period | null
  /** The same to the target. */
  target_gap: number | null
  target_arrival_period: Period | null
  /** Change of the value for the better in a period, over the last 12; null while there is one figure only. */
  pace: number | null
  /** The change since one period and one year before; null when one of the two values is not known. */
  previous: Change | null
  year_before: Change | null
}

/** How far a value is from an earlier one, and what that comes from, in the unit of the value. The three parts add up to it. */
export interface Change {
  value_before: number
  /** From the numerator and from the denominator of the units that reported both times; null where no parts are summed. */
  from_numerator: number | null
  from_denominator: number | null
  /** From units that reported only once. */
  from_units: number | null
  /** True when the same units reported both times. */
  is_same_units: boolean
}

/** One return of the period that the page is about: how many came in, and how. */
export interface CompletenessLine {
  dataset: string
  title: Text
  period: Period
  due_date: string
  expected: number
  counts: Record<CompletenessState, number>
  /** Units that are late, missing or partly in, by code. */
  units: { region_code: RegionCode; state: CompletenessState; received_at: string | null }[]
}

/** `overview.json` */
export interface OverviewData {
  /** Counties with at least one critical (else warning) figure, this period and the one before, out of `counties`. */
  counties: number
  critical: number
  critical_before: number
  warning: number
  /** One per headline indicator, in catalog order: the city's figure and how many counties are below the line. */
  cards: {
    figure: Figure
    trend: Pick<IndicatorTrend, 'periods' | 'warning'> & { values: (number | null)[] }
    below: number
    counties: number
  }[]
  /** Every headline indicator of every county. */
  grid: Figure[]
  opened: Alert[]
  closed: Alert[]
  /** Undone by a correction among the returns of the month. */
  withdrawn: Alert[]
  open_alerts: number
  /** Those of the open ones that nothing has been reported of since. */
  silent_alerts: number
  completeness: CompletenessLine[]
}
