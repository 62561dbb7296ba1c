import type { Frequency, Period } from './period.js'
import type { RegionLevel } from './region.js'
import type { Text } from './text.js'

/** How much a return asks for, from its declaration and the regions of the month. */
export interface AskedReturn {
  dataset: string
  title: Text
  frequency: Frequency
  grain: RegionLevel
  /** Columns to fill in, beside the region's name and code. */
  columns: number
  required: number
  /** Rows of one issue: a region each; of a list as many as came last. */
  rows: number
  /** True where a region has as many rows as it has lines: `rows` is then a count of what came. */
  is_list: boolean
  /** Columns times rows, of one issue and of a year. */
  cells: number
  cells_a_year: number
}

/** One fact that two returns ask for, of the same regions. */
export interface AskedTwice {
  header: Text
  /** The returns that ask, the one that it is best taken from first: what is asked more often, else what is due earlier. */
  returns: { dataset: string; title: Text; column: string; header: Text; frequency: Frequency }[]
  grain: RegionLevel
  /** Cells a year that need not be filled in if it were asked once. */
  cells_a_year: number
}

/** What a return asks now that it did not ask a year before, or the other way round. */
export interface AskedChange {
  dataset: string
  title: Text
  /** The periods whose files are compared; `before` null: nothing came in then, the return is new. */
  period: Period
  before: Period | null
  added: Text[]
  removed: Text[]
}

/** `asked.json`: what the returns of this installation ask of the grassroots. */
export interface AskedData {
  returns: AskedReturn[]
  twice: AskedTwice[]
  changes: AskedChange[]
}
