import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import type { GridRow } from '../reading/grid.js'
import type { FormLines } from './form-lines.js'
import type { Section } from './sort-rows.js'

/** A column of the return as it stands on the sheet; values are multiplied by `factor` to the stored unit. */
export interface MeasureColumn {
  at: number
  /** Its heading as written, without remarks. */
  header: string
  column: Column
  factor: number
  /** The unit as written in the heading or over the sheet; null when none is. */
  stated: string | null
}

/** A row of totals, and the rows it may be the sum of, as positions in `rows`. */
export interface TotalRow {
  row: GridRow
  label: string
  /** 小计 adds up a part of the table, 合计 all of it. */
  partial: boolean
  /** How many data rows stand above it. */
  after: number
}

/** A return's table with everything that is not data told apart from the data. */
export interface Table {
  sheet: string | null
  dataset: Dataset
  /** Which of several tables of its sheet it is, from 1; null for the only one. */
  number: number | null
  lines: FormLines
  /** Which of several panels beside each other it is, from 0; null for a table by itself. */
  panel: number | null
  /** Row number of the lowest header row. */
  headerRow: number
  code: number | null
  name: number | null
  /** Columns that name regions above the row's own, from the top down: 区（县） and 乡镇 beside 村名称. */
  parents: readonly number[]
  period: number | null
  /** The column 情况说明. */
  explanation: number | null
  measures: readonly MeasureColumn[]
  rows: readonly GridRow[]
  totals: readonly TotalRow[]
  sections: readonly Section[]
}
