import { z } from 'zod'
import type { CellValue } from './column.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'
import type { Finding } from './reject.js'

/** How a received file ended. */
export const Verdict = z.enum(['accepted', 'accepted_with_warnings', 'partly_accepted', 'refused'])
export type Verdict = z.infer<typeof Verdict>

/** One line of `archive/submissions.jsonl`: the fact that a file was received. What it holds is worked out from the file. */
export const Receipt = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  file_name: z.string().min(1),
  /** ISO time in UTC: when we knew. */
  received_at: z.iso.datetime(),
  bytes: z.int().nonnegative(),
})
export type Receipt = z.infer<typeof Receipt>

/** The key of a submission: the first 12 hex digits of its file's sha256. */
export function submissionIdOf(receipt: Pick<Receipt, 'sha256'>): string {
  return receipt.sha256.slice(0, 12)
}

/** The day on which something was received, where it was received: all of China keeps one time, eight hours ahead of UTC. */
export function receivedOn(receipt: Pick<Receipt, 'received_at'>): string {
  return new Date(Date.parse(receipt.received_at) + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Why a cell holds no figure although something was written: 无此项 is not a blank, and neither is 保密. */
export const Nothing = z.enum(['not_applicable', 'withheld'])
export type Nothing = z.infer<typeof Nothing>

/**
 * What a sender wrote into the index of a marked copy, by the place it is about: `<sheet>!<cell>` (sheet empty in a file without
 * sheets), or `:<code>` for a finding without a cell.
 */
export type Explanations = ReadonlyMap<string, string>

/** A row that passed: where it stood, what it is about, and its measures by column name in stored units. */
export interface AcceptedRow {
  /** Sheet name; null in a file without sheets. */
  sheet: string | null
  /** Which of several tables of the sheet, from 1; null for the only one. */
  table_number: number | null
  row_number: number
  region_code: RegionCode
  period: Period
  /** Null is "not reported" where `nothing` does not say otherwise. */
  values: Record<string, CellValue>
  /** By column name, for values that are null for a stated reason. */
  nothing: Readonly<Record<string, Nothing>>
}

/** The key of a finding among explanations. */
export function explanationKey({ sheet, cell, code }: Pick<Finding, 'sheet' | 'cell' | 'code'>): string {
  return cell === null ? `:${code}` : `${sheet ?? ''}!${cell}`
}

/** A column that was written in another unit than it is stored in: every value of it was multiplied by `factor`. */
export interface Conversion {
  sheet: string | null
  /** The column's name in the dataset, and the cell of its heading. */
  column: string
  cell: string
  /** The unit as written (万元), and the one that is stored (元). */
  stated: string
  unit: string
  factor: number
}

/** Where the figures of a column stand in a file: with a row's number (and table) it gives the cell. */
export interface ColumnPlace {
  sheet: string | null
  table_number: number | null
  /** The column's name in the dataset, its letters on the sheet, and its heading as written there. */
  column: string
  letters: string
  header: string
}

/** Cells of a column whose figure is what a formula came to when the file was saved: no formula is ever worked out here. */
export interface FormulaUse {
  sheet: string | null
  column: string
  /** The first of the cells, and how many there are. */
  cell: string
  cells: number
}

/**
 * What intake makes of one received file. `rows.in = rows.loaded + rows.rejected`, always: total rows, headers and notes are
 * not rows. A refused file loads none.
 */
export interface IntakeResult {
  file_name: string
  dataset: string | null
  /** The region whose return it is: a county, or the city for a history file. */
  reporting_unit: RegionCode | null
  /** The period it is about; for a file with several, the first and last joined by `/` (`2018-01/2018-12`). */
  period: string | null
  verdict: Verdict
  rows: { in: number; loaded: number; rejected: number }
  accepted: AcceptedRow[]
  findings: Finding[]
  conversions: Conversion[]
  formulas: FormulaUse[]
  columns: ColumnPlace[]
}

/** A result without its rows: of a large file they are never held all at once. */
export type Judged = Omit<IntakeResult, 'accepted'>
