import type { CorrectedCell, Revision } from './history-data.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { Severity } from './reject.js'
import type { Verdict } from './submission.js'
import type { Text } from './text.js'

/** `quality.json`: what was received for the published month, what became of it, what was explained, what was converted. */
export interface QualityData {
  /** The returns that are due for the month, in the order of the catalog. */
  returns: QualityReturn[]
  /** One a return and county that it is expected from, by return and code. */
  cells: QualityCell[]
  /** Every file about the month, in the order of receipt; also those that no return, unit or period could be read from. */
  files: QualityFile[]
  /** What was found in the files that count, by rule, most places first. */
  rules: QualityRule[]
  /** Reasons that were given for warnings; at most 200, `files` has the counts. */
  explanations: QualityExplanation[]
  conversions: QualityConversion[]
  revisions: QualityRevisions
  /** The declared corrections in force, of whatever period, in the order of their file. */
  declared: QualityDeclared[]
}

/** Figures of the city and its counties that were changed after they had been known. */
export interface QualityRevisions {
  /** Of the month's figures, and of earlier ones by what came in the last 12 months; the biggest first, at most 100 of each. */
  of_month: { count: number; list: QualityRevision[] }
  earlier: { count: number; list: QualityRevision[] }
  /** All that came in the last 12 months, and by how many files or days of declared corrections. */
  in_year: { count: number; sources: number }
}

export interface QualityRevision extends Revision {
  /** Without folders, personal numbers masked; null: by declared corrections. */
  file_name: string | null
  /** Units that the figure was made of before and after, and that it should be made of. */
  units_before: number
  units_after: number
  units_expected: number
}

export interface QualityDeclared {
  line: number
  title: Text
  period: Period
  cell: CorrectedCell
  /** The offices that decided, and when (`YYYY-MM-DD`). */
  decided_by: string
  decided_on: string
  reason: string
}

/** A return of the month, and what stands in the cells that were loaded: figures, and four kinds of nothing. */
export interface QualityReturn {
  dataset: string
  title: Text
  period: Period
  due_date: string
  rows: number
  /** Cells that hold a number other than zero, and those that hold none, by why. Number columns only. */
  cells: { figure: number; zero: number; blank: number; not_applicable: number; withheld: number }
}

/**
 * How a unit's return stands: what became of its latest file; else whether it came within another's (a file of the whole city),
 * in part, or not at all.
 */
export type ReturnState = Verdict | 'partly' | 'missing' | 'not_due'

export interface QualityCell {
  dataset: string
  region_code: RegionCode
  state: ReturnState
  /** The day of first receipt; null when nothing came. */
  received_on: string | null
  is_late: boolean
  /** The file that the state is about; null when none is the unit's own. */
  submission_id: string | null
}

export interface QualityFile {
  submission_id: string
  /** Without folders, personal numbers masked. */
  file_name: string
  dataset: string | null
  title: Text | null
  reporting_unit: RegionCode | null
  period: string | null
  received_on: string
  verdict: Verdict
  rows: { in: number; loaded: number; rejected: number }
  /** Places to correct and send again, to give a reason for, and with a reason given. */
  to_correct: number
  to_explain: number
  explained: number
  /** The file before it about the same return, unit and period; null when it is the first. */
  follows: string | null
  /** True when a later file about the same has come: what was found in this one no longer matters. */
  is_superseded: boolean
  /** What is to be done about the file, by rule, most places first; none for a superseded one. */
  reasons: QualityReason[]
}

/** One rule that a file breaks, with the first places. */
export interface QualityReason {
  code: string
  severity: Severity
  count: number
  /** At most 12, fewer where very many are found; the sender's own list has all. */
  places: { sheet: string | null; cell: string | null; message: Text }[]
}

export interface QualityRule {
  code: string
  severity: Severity
  count: number
  explained: number
  files: number
  /** The sentence as it was said the first time. */
  example: Text
}

export interface QualityExplanation {
  submission_id: string
  sheet: string | null
  cell: string | null
  /** What was asked, and the sender's own words, personal numbers masked. */
  message: Text
  explanation: string
}

export interface QualityConversion {
  submission_id: string
  sheet: string | null
  cell: string
  header: Text
  /** The unit as written, the one that is stored, and what one of the first is worth in the second. */
  stated: string
  unit: Text
  factor: number
}
