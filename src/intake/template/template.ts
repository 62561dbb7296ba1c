import type { Stamp } from '../../domain/stamp.js'
import type { Merge } from '../reading/grid.js'

/** What a cell is for: the writer knows the fonts, colours and locks that go with it. Only `input` and `remark` may be typed into. */
export type Look =
  | 'title'
  | 'line'
  | 'line_right'
  | 'hint'
  | 'heading'
  | 'reference_heading'
  | 'place'
  | 'input'
  | 'remark'
  | 'total'
  | 'check'
  | 'reference'
  | 'section'
  | 'note'
  | 'bare'

/** How a value is shown. */
export type Shown = 'text' | 'count' | 'amount' | 'share' | 'date' | 'choice' | 'words'

/** A cell that is written. A formula comes with what it gives while nothing is filled in, for programs that do not compute. */
export interface TemplateCell {
  /** Position of the column, from 0. */
  at: number
  look: Look
  shown: Shown
  value: string | number | null
  formula?: string
}

/** A row, and its height in points; null is left to the program. */
export interface TemplateRow {
  cells: readonly TemplateCell[]
  height: number | null
}

/** What may be typed into cells: the rule, what is said when a cell is entered and what when something else is typed. */
export interface Limit {
  range: string
  rule:
    | { kind: 'list'; choices: readonly string[] }
    | { kind: 'whole' | 'decimal' | 'date'; from: number | null; to: number | null }
  heading: string
  prompt: string
  error: string
}

/** Cells that change colour while a condition holds, written for the first row of the range. */
export interface Highlight {
  range: string
  condition: string
  tone: 'wrong' | 'question' | 'open'
}

/** A sheet as it is to be written. Rows count from 1 in ranges, formulas and merges. */
export interface TemplateSheet {
  name: string
  rows: readonly TemplateRow[]
  /** Of the columns, in characters. */
  widths: readonly number[]
  merges: readonly Merge[]
  limits: readonly Limit[]
  highlights: readonly Highlight[]
  /** How many rows and columns stay in sight. */
  frozen: { rows: number; columns: number } | null
  print: { landscape: boolean; area: string; repeated: string | null } | null
  hidden: boolean
}

/** A workbook to fill in. */
export interface Template {
  title: string
  sheets: readonly TemplateSheet[]
  stamp: Stamp
}
