import type { CorrectionAction } from './correction.js'
import type { Direction, Indicator, IndicatorUnit } from './indicator.js'
import type { Frequency, Period } from './period.js'
import type { RegionClass, RegionCode, RegionLevel } from './region.js'
import type { AlertLife, AlertState, CompletenessState, Status } from './status.js'
import type { LinkedTask, TaskLine } from './task-data.js'
import type { Text } from './text.js'
import type { Threshold } from './threshold.js'

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

export interface Alert {
  alert_id: string
  region_code: RegionCode
  indicator_id: string
  state: AlertState
  opened_period: Period
  worst_period: Period
  worst_value: number
  latest_period: Period
  latest_value: number
  closed_period: Period | null
  /** The day on which a correction undid it, and what its worst value is since then; null unless withdrawn. */
  withdrawn_on: string | null
  corrected_value: number | null
  silent_periods: number
  /** The status of the latest reported period: how bad it is now. */
  latest_status: Status
  life: AlertLife
  /** Open for more than 12 periods. */
  is_chronic: boolean
  gap: number | null
  arrival_period: Period | null
  target_gap: number | null
  target_arrival_period: Period | null
  pace: number | null
  /** Periods from opening to closing, or to now. */
  age_periods: number
  /** Values of the last 13 periods for the sparkline, and the line that each was held against. */
  recent: (number | null)[]
  recent_warning: (number | null)[]
  warning: number | null
  /** Tasks of the lists that name its region and topic; none of one that is not open. */
  tasks: LinkedTask[]
}

/** A shown figure within its line by less than the clear margin, with no alert open. */
export interface NearMiss {
  region_code: RegionCode
  indicator_id: string
  period: Period
  value: number
  warning: number
  /** How far within the line, in the unit of the value. */
  room: number
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

/** A month in which a region's boundaries or code changed. */
export interface Break {
  region_code: RegionCode
  period: Period
  /** What the list of changes says of it; may be empty. */
  note: string
  /** The other place that had the code before, whose figures are not this region's; null when none had. */
  former: string | null
}

/** The figures of the last period before a boundary change, of the regions as they were and of the region of today carried back. */
export interface AsItWas {
  /** The month of the change. */
  period: Period
  /** Those that it was made of, as they were, and itself last, carried back. */
  regions: { name: string; is_today: boolean }[]
  /** Headline indicators; values in the order of `regions`. */
  figures: { indicator_id: string; period: Period; values: (number | null)[] }[]
}

/** What became of figures after they were first known. Only figures that something became of are in it. */
export interface FigureHistory {
  /** In the order in which they came; the last 300 at most. */
  revisions: Revision[]
  corrections: CorrectedFigure[]
}

/** A figure that was changed by a later file, or on the day of a declared correction. */
export interface Revision {
  region_code: RegionCode
  indicator_id: string
  period: Period
  /** The day on which the change came. */
  received_on: string
  /** Null: no value could be worked out then. */
  before: number | null
  after: number | null
}

/** A figure that is worked out with a declared correction, or of which one says that it is in doubt. */
export interface CorrectedFigure {
  region_code: RegionCode
  period: Period
  indicator_ids: string[]
  cell: CorrectedCell
}

/** What a declared correction does to a cell of a return. */
export interface CorrectedCell {
  /** The region whose row it is. */
  region_name: string
  /** Null: the whole row. */
  column: { header: Text; unit: Text | null } | null
  action: CorrectionAction
  /** As reported, and what stands there now; null for nothing. */
  found: number | string | null
  put: number | string | null
}

export interface NationalSeries {
  series: string
  indicator_id: string
  definition: Text
  unit: string
  points: { period: Period; value: number; publisher: string; source_url: string }[]
}

/** `alerts.json`: counties and the city; open ones first, worst first, then those closed in the last 12 periods. */
export interface AlertsData {
  alerts: Alert[]
  near_misses: NearMiss[]
}

/** `regions/<code>.json`: one for every county and every township. */
export interface RegionData {
  region: RegionName
  /** The regions above it, from the city down. */
  above: RegionName[]
  /** The townships of its county, itself among them; none of a county. */
  siblings: RegionName[]
  /** Every indicator, latest period, each with its last 13 values. */
  figures: (Figure & { recent: (number | null)[]; recent_warning: (number | null)[]; recent_periods: Period[] } & Pick<
      Series,
      'carried_until'
    >)[]
  /** A county's townships: villages are counted, never named. */
  children: RegionName[]
  /** Latest figures of the children, without what they are held against. */
  child_figures: Figure[]
  /** Its villages by band, null where no return counts them: of a county and its townships in the latest period, of a township in each. */
  bands: { page: string; rows: BandCount[] } | null
  similar: SimilarRegions | null
  alerts: Alert[]
  near_misses: NearMiss[]
  /** Its lines of the three lists. */
  tasks: TaskLine[]
  /** What it sent in, or its county about it, newest first: at most 24. */
  returns: RegionReturn[]
  /** Cells of its returns that were refused; none of a township, whose refused rows nobody can tell from its neighbours'. */
  rejects: { file_name: string; sheet: string | null; cell: string | null; column: string | null; message: string }[]
  /** How the region came to be, in words of the change list. */
  changes: Break[]
  renamings: Pick<Break, 'period' | 'note'>[]
  as_it_was: AsItWas[]
  /** Of its own figures that are shown, and of the latest of its children. */
  history: FigureHistory
}

/** How many villages of a region lie in a band of income. */
export interface BandCount {
  region_code: RegionCode
  period: Period
  band: string
  villages: number
}

/** A return that was due about a region. */
export interface RegionReturn {
  dataset: string
  title: Text
  period: Period
  due_date: string
  received_at: string | null
  state: CompletenessState
  /** Units at or below the region that have to report, and those that are in. */
  units_expected: number
  units_reported: number
}

/** The regions whose conditions are nearest to a region's, and how they stand. */
export interface SimilarRegions {
  /** Itself first, then the others by code; each with the name of the region above it. */
  regions: (RegionName & { above: string })[]
  /** What they were chosen by, values in the order of `regions`. */
  conditions: (Condition & { values: number[] })[]
  /** Their headline figures. */
  figures: ComparedFigure[]
}

/** A figure that stands beside those of other regions, with what it takes to say it. */
export type ComparedFigure = Pick<
  Figure,
  'region_code' | 'indicator_id' | 'period' | 'value' | 'numerator' | 'denominator' | 'status'
>

/** The levels of region that have a page, and are compared with others of theirs. */
export type ComparedLevel = Extract<RegionLevel, 'county' | 'township'>

/** A measure that regions are compared by. */
export interface Condition {
  name: Text
  unit: Text | null
}

/** `methodology.json` */
export interface MethodologyData {
  datasets: {
    id: string
    title: Text
    frequency: Frequency
    grain: RegionLevel
    due_day: number
    columns: { name: string; header: Text; kind: string; unit: Text | null }[]
    checks: { id: string; severity: string; formula: string; sentence: Text }[]
  }[]
  indicators: (IndicatorMeta & { source: Text; sql: string })[]
  thresholds: Threshold[]
  national: NationalSeries[]
  bands: { band: string; name: Text; rule: Text }[]
  /** What similar regions are chosen by, with the return that it comes from and the levels of region that it is known of. */
  conditions: (Condition & { return_title: Text; levels: ComparedLevel[] })[]
}
