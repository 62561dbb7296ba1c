import type { CorrectionAction } from './correction.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { Text } from './text.js'

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
