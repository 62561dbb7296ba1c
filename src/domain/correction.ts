import { z } from 'zod'
import type { Column } from './column.js'
import { Period } from './period.js'
import { RegionCode } from './region.js'

/** What is done about a wrong value: it counts as not reported, another is put, it is multiplied, or it is only pointed out. */
export const CorrectionAction = z.enum(['drop', 'override', 'scale', 'flag'])
export type CorrectionAction = z.infer<typeof CorrectionAction>

const text = z.string().trim()

/** One row of `reference/corrections.csv`, every field as a spreadsheet saves it. */
export const CorrectionRow = z.strictObject({
  dataset: text,
  region_code: RegionCode,
  period: Period,
  /** Blank: the whole row, which may be dropped or flagged. */
  column_name: text,
  action: CorrectionAction,
  /** What is put (`override`, in stored units) or multiplied by (`scale`); blank for the others. */
  value: text,
  /** The wrong value as the return says it now, in stored units; for a whole row one of its cells, as `column=value`. */
  expect: text,
  decided_on: z.iso.date('日期写作 2026-08-12 (a day is 2026-08-12)'),
  /** An office, never a person. */
  decided_by: text
    .min(1, '要填决定的科室 (the office that decided)')
    .refine(
      (office) => !/\d[\d\s-]{5,}\d/.test(office),
      '只填科室，不填电话、证件号 (an office, no number of a person)',
    )
    .refine((office) => !/同志|先生|女士/.test(office), '只填科室，不填个人 (an office, not a person)'),
  reason: text.min(1, '要写明原因 (say why)'),
})
export type CorrectionRow = z.infer<typeof CorrectionRow>

/** A correction that fits the declared returns. Values are written as the warehouse writes them. */
export interface Correction extends Pick<CorrectionRow, 'dataset' | 'region_code' | 'period' | 'action' | 'value'> {
  /** Where it stands in the file; the header is line 1. */
  line: number
  /** Null: the whole row. */
  column: Column | null
  /** What stands there from now on; null for nothing (`drop`), and for a flag. */
  put: string | null
  /** The cell by which it is told that the source has not been fixed; null for a flag that expects nothing. */
  expect: { column: Column; value: string } | null
  decided_on: string
  decided_by: string
  reason: string
}

/** The cell that is looked at in the return: the one that tells whether the source was fixed, else the one that is pointed out. */
export function watchedColumn({ expect, column }: Pick<Correction, 'expect' | 'column'>): Column | null {
  return expect?.column ?? column
}

/** True for a correction that was decided by the day: an earlier day does not know it. */
export function isDecided({ decided_on }: Pick<Correction, 'decided_on'>, day: string): boolean {
  return decided_on <= day
}
