import type { CellValue } from './column.js'
import type { Period } from './period.js'
import type { RegionCode } from './region.js'

/** Which values are asked for: some columns of a return in a period, of the regions whose code begins with `within`. */
export interface KnownQuestion {
  dataset: string
  period: Period
  columns: readonly string[]
  /** The first digits of a code: six for a county, four for a prefecture, none for everywhere. */
  within: string
}

/** The values that were accepted last, by region. Asked once for a whole file, never once for a row; empty when none are known. */
export type Known = (question: KnownQuestion) => Promise<ReadonlyMap<RegionCode, Readonly<Record<string, CellValue>>>>

/** A figure that rows of a period are held against: by its name in formulas (`last.villages`), and where it was reported. */
export interface WantedFigure {
  /** Of the rows. */
  period: Period
  name: string
  of: { dataset: string; period: Period; column: string }
}
