import type { CellValue } from './column.js'
import type { CorrectionAction } from './correction.js'
import type { Period } from './period.js'
import type { RegionCode, RegionLevel } from './region.js'
import type { Severity } from './reject.js'
import type { Status } from './status.js'
import type { Nothing, Verdict } from './submission.js'
import type { Text } from './text.js'

/**
 * Where figures come from, down to the cells of the files that were received. `jiceng explain --json`: one figure.
 */
export interface OriginData {
  release: string
  figures: FigureOrigin[]
  /** The rows of returns that the figures' units stand for, by `rowKey`. */
  rows: Record<string, OriginRow>
  /** The received files that are spoken of, by submission. */
  files: Record<string, OriginFile>
}

/**
 * `lineage/<code>.json`: all figures of a region's page. How an indicator is worked out is the same everywhere, and is most of the words:
 * it stands once for all pages in `formulas.json`.
 */
export type RegionOrigins = Omit<OriginData, 'figures'> & { figures: Omit<FigureOrigin, 'formula'>[] }

/** `formulas.json`: by indicator. */
export type OriginFormulas = Record<string, OriginFormula>

/** One figure: what it is, how it is worked out, and the regions that it is put together from. */
export interface FigureOrigin {
  indicator_id: string
  period: Period
  value: number | null
  status: Status | null
  units_expected: number
  units_reported: number
  line: OriginLine | null
  formula: OriginFormula
  /** The figure's own region, with everything below it. */
  region: OriginNode
}

/** The line that a figure is held against, and where it comes from. */
export interface OriginLine {
  warning: number | null
  critical: number | null
  target: number | null
  scope: string
  valid_from: Period
  basis: string
}

/** How the figure is worked out, as the SQL that made it says. */
export interface OriginFormula {
  /** Numerator over denominator is multiplied by it; 1 where the figure is no such quotient. */
  scale: number
  terms: OriginTerm[]
  /** The columns that are read, in the order in which the formula names them. */
  columns: OriginColumn[]
}

/** A part of the formula: in the words of the declaration, by the headings of its columns (null: not to be said so), and as SQL. */
export interface OriginTerm {
  name: 'numerator' | 'denominator' | 'value'
  meaning: Text
  words: Text | null
  sql: string
  /** The columns in it, as positions in the formula's list. */
  columns: number[]
  /** Those that it has from the return of a year before, as positions; they are not among the others unless it has them from both. */
  year_before: number[]
}

/** A column of a return. */
export interface OriginColumn {
  dataset: string
  title: Text
  column: string
  header: Text
  unit: Text | null
  /** How one is chosen where several rows give it (`max`); null where one does. */
  chosen_by: string | null
}

/** What became of a unit: its parts count; one of them is not there; its row was taken out by a correction; it has no row; no return came; it is not due yet. */
export type OriginState = 'counted' | 'incomplete' | 'dropped' | 'no_row' | 'no_return' | 'not_due'

/** A region and what it brings to the figure. */
export interface OriginNode {
  region_code: RegionCode
  region_name: string
  region_level: RegionLevel
  /** Sums over the units that count; null where none does, or the figure is no sum. */
  numerator: number | null
  denominator: number | null
  value: number | null
  /** Which share of what was reported counts towards the figure, after a split; null where it differs among the units below. */
  share: number | null
  /** Units (rows of the return) below or at it, and how many of them count. */
  units: number
  counted: number
  /** Of a single unit; null for a region that is a sum. */
  state: OriginState | null
  /** The boundary change by which an earlier region counts towards this one; null without. */
  change: OriginChange | null
  /** Of a unit without a row: the return of its county in force, else the last one that was refused; null when there is none. */
  submission_id: string | null
  /** Of a unit: keys of its rows. */
  rows: string[]
  /** Of a region that is not opened further: where in which files its rows stand. */
  ranges: OriginRange[]
  children: OriginNode[]
}

/** A boundary change, at the start of a month. */
export interface OriginChange {
  month: Period
  kind: string
  note: string
}

/** Rows of one file that stand together. */
export interface OriginRange {
  submission_id: string
  sheet: string | null
  first_row: number
  last_row: number
  rows: number
  /** Letters of the formula's columns there. */
  letters: string[]
}

/** A row of a return as it is in force. */
export interface OriginRow {
  dataset: string
  region_code: RegionCode
  region_name: string
  period: Period
  submission_id: string
  sheet: string | null
  row_number: number
  cells: OriginCell[]
  /** What was found on the row as a whole. */
  remarks: OriginRemark[]
}

/** A figure in a file, and everything that was done with it or said about it. */
export interface OriginCell {
  column: string
  /** As it counts, in stored units. */
  value: CellValue
  /** `C7`; null where the file has no such column. */
  cell: string | null
  /** The heading over it as written. */
  header: string | null
  remarks: OriginRemark[]
}

/** One thing that was done with a figure, or said about it. */
export type OriginRemark =
  | { kind: 'converted'; stated: string; unit: string; factor: number }
  | { kind: 'formulas'; cells: number }
  | { kind: 'nothing'; nothing: Nothing }
  | { kind: 'finding'; severity: Severity; message: Text; explanation: string | null }
  | { kind: 'earlier'; submission_id: string; sheet: string | null; cell: string | null; value: CellValue }
  | {
      kind: 'corrected'
      line: number
      action: CorrectionAction
      found: string | null
      put: string | null
      decided_on: string
      decided_by: string
      reason: string
    }

/** A received file. */
export interface OriginFile {
  submission_id: string
  file_name: string
  received_on: string
  verdict: Verdict
  period: string | null
  rows_rejected: number
}

/** The key of a row among `OriginData.rows`. */
export function rowKey(dataset: string, region: RegionCode, period: Period): string {
  return `${dataset}/${region}/${period}`
}
