import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { AlertLife, AlertState, Status } from './status.js'
import type { LinkedTask } from './task-data.js'

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

/** `alerts.json`: counties and the city; open ones first, worst first, then those closed in the last 12 periods. */
export interface AlertsData {
  alerts: Alert[]
  near_misses: NearMiss[]
}
