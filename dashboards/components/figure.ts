import { html } from 'htl'
import type { Alert } from '../../src/domain/alert-data.js'
import type { Figure } from '../../src/domain/page-data.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import type { Remarks } from './history-words.js'
import { returnedLine, type Subject } from './returned.js'
import { tableView } from './table.js'
import { tools } from './tools.js'
import type { View } from './view.js'

/** Figures as the page data has them, for files. */
export interface Lines {
  figures?: readonly Figure[]
  alerts?: readonly Alert[]
  trend?: IndicatorTrend
  remarks?: Remarks
}

/** A chart or a table, and what belongs to it. */
export interface FigureParts {
  subject: Subject
  /** The finding in words, computed from the data. */
  title: string
  /** Unit and other words on how to read it. */
  unit: string
  /** The chart, or the table itself where the figures are shown as one. */
  drawing: Element
  /** Remarks under the chart: a shortened axis, a boundary change. */
  notes?: string[]
  /** The figures of a chart as a table. */
  table?(): HTMLElement
  /** What goes into files, where that is more than stands in the table. */
  lines?: Lines
  /** Published figures on the chart that no return holds, each with its publisher. */
  sources?: readonly string[]
  /** What the reader chose to see, in words. */
  filters?: string
}

/** A chart as a figure: finding first, then unit, drawing, remarks, how its figures came in, and the same as a table and as files. */
export function figure(view: View, parts: FigureParts): HTMLElement {
  const { subject, title, unit, drawing, notes = [], table } = parts
  const element = html`<figure class="figure" data-chart=${subject.kind}>
    <figcaption><strong>${title}</strong> <span class="unit">${unit}</span></figcaption>
    ${drawing}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
    ${returnedLine(view, subject)}
    <div class="unfolded">${table ? tableView(view, table) : null}${tools(view, parts)}</div>
  </figure>`
  if (subject.indicator) element.dataset.indicator = subject.indicator.id
  return element
}
