import { html } from 'htl'
import type { Figure, RegionName } from '../../src/domain/page-data.js'
import type { RegionData } from '../../src/domain/region-data.js'
import { regionLink } from './region-place.js'
import { statusMark } from './status.js'
import { isBelow, type View } from './view.js'

/** A county's townships by code, each with how many of its indicators are beyond a line. */
export function townshipList({ children, child_figures }: RegionData, view: View): HTMLElement {
  const figuresOf = (code: string) => child_figures.filter(({ region_code }) => region_code === code)
  const below = children.filter(({ region_code }) => figuresOf(region_code).some(isBelow)).length
  return html`<section aria-labelledby="townships" data-chart="townships">
    <h2 id="townships">${view.say('region.children', { count: children.length })}</h2>
    <p class="lead">${view.say('townships.lead', { below })}</p>
    <ul class="townships">${children.map((child) => township(child, figuresOf(child.region_code), view))}</ul>
  </section>`
}

function township(region: RegionName, figures: readonly Figure[], view: View): HTMLElement {
  const count = (status: Figure['status']) => figures.filter((figure) => figure.status === status).length
  const marks = (['critical', 'warning'] as const).filter((status) => count(status) > 0)
  return html`<li>${regionLink(region, view)} <span class="township-marks">${
    marks.length > 0
      ? marks.map((status) => html`<span class="nowrap">${statusMark(view.lang, status)} ${count(status)}</span>`)
      : count('ok') > 0
        ? statusMark(view.lang, 'ok')
        : html`<small>${view.say('townships.unjudged')}</small>`
  }</span></li>`
}
