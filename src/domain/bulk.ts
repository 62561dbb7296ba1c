import type { Column, sqlTypeOf } from './column.js'
import type { Period } from './period.js'
import type { RegionLevel } from './region.js'

/** A text file as the engine's own reader takes it: every record as wide as the others, plainly quoted, in UTF-8. */
export interface BulkFile {
  path: string
  delimiter: string
  newline: '\n' | '\r\n'
  /** Lines before the first record. */
  skip: number
  /** Cells of a record, the line number of a numbered file not counted. */
  width: number
  /** The first cell of each record is the number of its line in the received file; else no line is blank and no record is longer. */
  numbered: boolean
}

/** One cell of a staged record as SQL text: blank where nothing was written. */
export function textAt(at: number): string {
  return `coalesce(c${at}, '')`
}

/** A column of the return in a staged file. */
export interface BulkColumn {
  at: number
  column: Column
  type: ReturnType<typeof sqlTypeOf>
  /** SQL over the cells: true only where `value` is beyond doubt what a careful reader makes of the text. */
  isPlain: string
  /** SQL over the cells, in stored units; computed only where `isPlain`. */
  value: string
}

/** What the columns of a staged file are. */
export interface BulkShape {
  grain: RegionLevel
  code: number
  name: number | null
  period: number | null
  /** Cells, beside the code's, in which a total would be named. */
  leading: readonly number[]
  columns: readonly BulkColumn[]
  /** SQL over the columns by name: what each row keeps. A check that says nothing about a row is true. */
  checks: readonly string[]
  /** Those of them that refuse a row. */
  refusals: readonly string[]
  /** What a row is held against that does not stand in it. */
  suspicions: readonly BulkSuspicion[]
}

/**
 * SQL over a row `r` and figures known before (`k0.value`, `k1.value`, … in the order of `names`; null when unknown): true for every
 * row of which something may have to be said. `{middle:column}` stands for the middle one of a column's figures above zero.
 */
export interface BulkSuspicion {
  names: readonly string[]
  condition: string
}

/** A period as written in a column of periods: what it means (null: nothing), and its last month. */
export interface BulkPeriod {
  text: string
  period: Period | null
  month: Period | null
}

/** A record as it stands in the file: `number` is its line, from 1. */
export interface BulkRecord {
  record: number
  number: number
  cells: readonly string[]
}
