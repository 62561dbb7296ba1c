import type { Alert, NearMiss } from './alert-data.js'
import type { AsItWas, Break, FigureHistory } from './history-data.js'
import type { Figure, RegionName } from './page-data.js'
import type { Period } from './period.js'
import type { RegionCode, RegionLevel } from './region.js'
import type { CompletenessState } from './status.js'
import type { TaskLine } from './task-data.js'
import type { Text } from './text.js'
import type { Series } from './topic-data.js'

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
