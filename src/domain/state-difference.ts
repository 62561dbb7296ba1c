import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { StateAlert, StateFigure, StateReturn } from './release-state.js'
import type { Verdict } from './submission.js'

/**
 * `moved`: the later release shows another period; `revised`: the same period has other numbers; `judged`: the same numbers stand
 * otherwise, because the line is another one.
 */
export interface FigureChange {
  kind: 'moved' | 'revised' | 'judged'
  /** Null when the earlier release had no such figure. */
  before: StateFigure | null
  after: StateFigure
}

/**
 * `opened`, `closed`, `worse` (from warning to critical, or beyond the line again); `withdrawn`: a correction undid it; `redated`: a
 * correction let it begin in another period; `gone`: its region is no more.
 */
export interface AlertChange {
  kind: 'opened' | 'closed' | 'worse' | 'withdrawn' | 'redated' | 'gone'
  before: StateAlert | null
  /** How it stands now; as it stood when nothing of it is left. */
  alert: StateAlert
}

/** A return that had not come, or not whole, when the earlier release was made. */
export interface ReturnChange {
  before: StateReturn
  state: 'on_time' | 'late' | 'partly'
  /** Null when the later release no longer remembers. */
  received_on: string | null
}

/** A line that holds for an indicator now and did not before, and in how many regions. */
export interface LineChange {
  indicator_id: string
  line: 'warning' | 'critical'
  before: number | null
  after: number | null
  regions: number
}

/** What changed between two releases, as `release diff --json` prints it. */
export interface StateDifference {
  from: { release: string; period: Period; as_of: string }
  to: { release: string; period: Period; as_of: string }
  /** The city first, then by region, both in the order of the catalog; figures that did not change are not listed. */
  figures: FigureChange[]
  alerts: AlertChange[]
  came: ReturnChange[]
  /** Returns that are missing or came in part, the latest month first. */
  missing: StateReturn[]
  /** How many more files are known, by what became of them. */
  files: Record<Verdict, number>
  lines: LineChange[]
  /** Names of the reference tables that differ, were added or taken away. */
  reference: string[]
  code: boolean
  regions: { added: RegionCode[]; gone: RegionCode[] }
  indicators: { added: string[]; gone: string[] }
}
