import type { Period } from './period.js'
import type { Status } from './status.js'
import type { Text } from './text.js'

/**
 * `brief.json`: the monthly bulletin (月度通报) of a release, as content. It is drawn three times, as the page `/brief/<period>`, as .docx and
 * as .pdf, which add nothing to it and leave nothing out.
 */
export interface Brief {
  release: string
  period: Period
  /** The day (`YYYY-MM-DD`) up to which returns are taken into account, which the bulletin is dated with. */
  as_of: string
  /** That the figures are a fictional city's; null for a real place. */
  notice: Text | null
  /** The red head: name of the bulletin, its number, who issues it, and when. */
  head: { name: Text; issue: Text; office: Text; day: Text }
  title: Text
  /** The first page: paragraphs; `lead` is the word that one begins with, in bold. */
  summary: { lead: Text | null; text: Text }[]
  /** True where there is so much to say that the first page is set smaller. */
  is_long: boolean
  sections: BriefSection[]
  /** The last lines: who issued what, of which release. */
  imprint: Text[]
}

export interface BriefSection {
  /** `figures`, `counties`, `alerts`, `returns`, `method`. */
  id: string
  /** With its number. */
  title: Text
  blocks: BriefBlock[]
}

export type BriefBlock = BriefWords | BriefTable | BriefCharts

export interface BriefWords {
  kind: 'words'
  text: Text
}

/** A table whose rows stay in the order given: of the catalog, or of the region list, never of the values. */
export interface BriefTable {
  kind: 'table'
  id: string
  caption: Text
  /** What the marks in it mean; null when there are none. */
  note: Text | null
  columns: BriefColumn[]
  rows: BriefRow[]
}

export interface BriefColumn {
  head: Text
  /** Numbers stand at the end, so that their digits are under each other. */
  align: 'start' | 'end'
  /** Its part of the table's width, beside the other columns' parts. */
  width: number
}

export interface BriefRow {
  cells: BriefCell[]
  /** A sum of the rows above. */
  is_total: boolean
}

export interface BriefCell {
  text: Text
  /** A mark and a word are set to a figure beyond a line; null for any other cell. */
  status: Extract<Status, 'critical' | 'warning'> | null
}

export interface BriefCharts {
  kind: 'charts'
  charts: BriefChart[]
}

/** The course of a city's headline indicator against its line. */
export interface BriefChart {
  indicator_id: string
  /** With the unit of the axis. */
  title: Text
  /** The same in one sentence, for those who do not see it. */
  alt: Text
  periods: Period[]
  values: (number | null)[]
  warning: (number | null)[]
  /** The words at the end of the two lines. */
  labels: { value: Text; warning: Text | null }
}
