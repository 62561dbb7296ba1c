import { html } from 'htl'
import { tableView } from './table.js'
import type { View } from './view.js'

/** A chart and what belongs to it. */
export interface FigureParts {
  /** The kind of chart, for those who look for it: `trend`, `dots`, `bands`. */
  chart: string
  indicator?: string
  /** The finding in words, computed from the data. */
  title: string
  /** Unit and other words on how to read it. */
  unit: string
  drawing: Node
  /** Remarks under the chart: a shortened axis, a boundary change, a source. */
  notes?: (string | Node)[]
  table(): Node
}

/** A chart as a figure: finding first, then unit, drawing, remarks, and the same figures as a table. */
export function figure(view: View, parts: FigureParts): HTMLElement {
  const { chart, indicator, title, unit, drawing, notes = [], table } = parts
  const element = html`<figure class="figure" data-chart=${chart}>
    <figcaption><strong>${title}</strong> <span class="unit">${unit}</span></figcaption>
    ${drawing}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
    ${tableView(view, table)}
  </figure>`
  if (indicator) element.dataset.indicator = indicator
  return element
}
