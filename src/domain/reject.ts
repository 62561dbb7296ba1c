import { z } from 'zod'
import type { Text } from './text.js'

/** `reject`: the row is not loaded; `warn`: it is loaded and listed. */
export const Severity = z.enum(['reject', 'warn'])
export type Severity = z.infer<typeof Severity>

/**
 * Something found in a received file: which cell, what stood there, why, and the way out. A finding of severity `reject` on
 * a row refuses that row; one without a row refuses the file.
 */
export interface Finding {
  severity: Severity
  /** Which rule: `unknown_region`, `not_a_count`, or a row check's id. Stable, for machines. */
  code: string
  /** Sheet name; null in a file without sheets. */
  sheet: string | null
  /** Row as a person counts it in the file, from 1; null when it is about the whole file. */
  row: number | null
  /** The column's name in the dataset, or the heading as found when it is not one of them. */
  column: string | null
  /** The cell, like `C7`. */
  cell: string | null
  /** The text found, as it stood. */
  original: string | null
  message: Text
  /** Why it is so, in the sender's own words (情况说明); null when nothing was said. An explained warning is settled. */
  explanation: string | null
}
