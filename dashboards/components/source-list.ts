import { html } from 'htl'
import type { NationalSeries } from '../../src/domain/topic-data.js'
import { sayPeriod } from './period.js'
import type { View } from './view.js'

/** The published figures on a chart: definition, and for each its year, publisher and address. */
export function sourceList(series: readonly NationalSeries[], view: View): HTMLElement | null {
  if (series.length === 0) return null
  return html`<div class="sources">${series.map(
    (each) => html`<p class="note">${view.say('national.definition', { definition: view.pick(each.definition) })}</p>
      <ul>${each.points.map(
        ({ period, value, publisher, source_url: url }) =>
          html`<li>${sayPeriod(view.lang, period)} <b>${value}${each.unit}</b> <a href=${url} rel="noreferrer">${publisher}</a></li>`,
      )}</ul>`,
  )}</div>`
}
