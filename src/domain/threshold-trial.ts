import type { Period } from './period.js'
import type { RegionCode } from './region.js'

/** A time beyond a line, as a trial compares it. */
export interface TrialRun {
  state: 'open' | 'closed'
  opened_period: Period
  closed_period: Period | null
  latest_period: Period
  worst_period: Period
  worst_value: number
}

/**
 * What other lines would do to an alert: `opened` and not ended yet; `opened_and_closed`, in the past; `closed`, which is open now;
 * `reopened`, which is closed now; `withdrawn`, as it never was beyond the new line; `redated`, with another beginning or end.
 */
export const trialKinds = ['opened', 'reopened', 'closed', 'withdrawn', 'opened_and_closed', 'redated'] as const
export type TrialKind = (typeof trialKinds)[number]

export interface TrialChange {
  kind: TrialKind
  region_code: RegionCode
  region_name: string
  indicator_id: string
  /** The alerts as they are, and as they would be, that share time with each other; the first of several. */
  before: TrialRun | null
  after: TrialRun | null
}

/** What a changed registry would do over the whole history of a release, of the city and its counties. */
export interface ThresholdTrial {
  release: string
  period: Period
  /** Rows of the registry that was tried. */
  rows: number
  open_before: number
  open_after: number
  counts: Record<TrialKind, number>
  changes: TrialChange[]
}
