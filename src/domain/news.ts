import type { Indicator } from './indicator.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { Text } from './text.js'

/** What every message says of the release that it speaks of. */
export interface ReleaseNamed {
  release: string
  period: Period
  /** The day (`YYYY-MM-DD`) up to which received files are counted. */
  as_of: string
  city: string
  /** True for the figures of the fictional city: every message says so. */
  fictional: boolean
}

/** What a release says of alerts that the one before it did not. */
export interface AlertNews extends ReleaseNamed {
  /** The release it is compared with. */
  before: string
  /** Alerts that are critical now and were not. */
  criticals: AlertLine[]
  /** Alerts that were open and that a correction undid. */
  withdrawn: AlertLine[]
}

/** One alert, with the names and units to say it in. */
export interface AlertLine {
  region_code: RegionCode
  region_name: string
  indicator: Pick<Indicator, 'id' | 'name' | 'unit' | 'direction' | 'decimals'>
  period: Period
  /** In the indicator's unit; what it was before the correction where that withdrew it. */
  value: number
  opened_period: Period
  /** The critical line, in the indicator's unit; null where the release no longer says. */
  critical: number | null
  /** What is left to the warning line, in `gap_unit`; null where there is none, or the alert is withdrawn. */
  gap: number | null
  gap_unit: Text | null
}

/** Whether a message goes out before a due date or after it. */
export type DueSide = 'before_due' | 'after_due'

/** The returns of one due date that have not come, or not whole. */
export interface ReturnNews extends ReleaseNamed {
  due_date: string
  side: DueSide
  returns: { dataset: string; title: Text; period: Period; units: UnitLine[] }[]
}

/** A reporting unit that has sent nothing (`missing`), or not all of its rows (`partly`). */
export interface UnitLine {
  region_code: RegionCode
  region_name: string
  state: 'missing' | 'partly'
}
