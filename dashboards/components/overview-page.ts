import { html } from 'htl'
import type { Alert } from '../../src/domain/alert-data.js'
import type { MapData } from '../../src/domain/map-data.js'
import type { OverviewData, SiteData } from '../../src/domain/page-data.js'
import { isInAddress, keepInAddress } from './address.js'
import { alertTable } from './alert-table.js'
import { completenessLine } from './completeness-line.js'
import { mapSection } from './map-section.js'
import { finding, headlineCard } from './overview-parts.js'
import { statusMark } from './status.js'
import { statusGrid } from './status-grid.js'
import { createView, type View, type ViewOptions } from './view.js'

/** Where we stand, what changed, and where to look. */
export function overviewPage(
  data: OverviewData,
  site: SiteData,
  options: ViewOptions,
  map: MapData = null,
): HTMLElement {
  const view = createView(site, options)
  // A county chosen on a topic stays chosen on the way to another.
  keepInAddress()
  return isInAddress('screen') ? onScreen(data, map, view) : asPage(data, map, view)
}

/** The same for a wall: a part at a time. What shows it is loaded only there. */
function onScreen(data: OverviewData, map: MapData, view: View): HTMLElement {
  const page = html`<div class="page screen-page"></div>`
  void import('./screen.js').then(({ screen }) => page.replaceChildren(screen(data, map, view)))
  return page
}

function asPage(data: OverviewData, map: MapData, view: View): HTMLElement {
  return html`<div class="page">
    <p class="finding" data-chart="finding">${finding(data, view)}</p>
    <p class="screen-link"><a href=${`${view.root}?screen`}>${view.say('screen.name')}</a></p>
    <section aria-labelledby="cards"><h2 id="cards" class="unseen">${view.say('overview.cards')}</h2>
      <div class="cards">${data.cards.map((card) => headlineCard(card, view))}</div>
    </section>
    ${map && mapSection(data.grid, map, view)}
    <section aria-labelledby="grid"><h2 id="grid">${view.say('grid.title')}</h2>
      <p class="lead">${view.say('grid.lead')}</p>
      <div data-chart="grid">${statusGrid(data.grid, view)}</div>
    </section>
    <section class="pair">
      ${alertList('opened', data.opened, view)}
      ${alertList('closed', data.closed, view)}
    </section>
    ${data.withdrawn.length ? withdrawnList(data.withdrawn, view) : null}
    <p><a class="more" href=${`${view.root}alerts`}>${view.say('overview.all_alerts', { count: data.open_alerts })}</a></p>
    <p><a class="more" href=${`${view.root}changes`}>${view.say('changes.title')}</a></p>
    <section aria-labelledby="completeness"><h2 id="completeness">${view.say('completeness.title')}</h2>
      <ul class="completeness-list" data-chart="completeness">${data.completeness.map((line) => completenessLine(line, view))}</ul>
      <p><a class="more" href=${`${view.root}quality`}>${view.say('completeness.quality')}</a></p>
    </section>
  </div>`
}

function alertList(kind: 'opened' | 'closed', alerts: readonly Alert[], view: View): HTMLElement {
  const title = view.say(`overview.${kind}`, { count: alerts.length })
  return html`<section aria-labelledby=${kind} data-chart=${kind}>
    <h2 id=${kind}>${title}</h2>
    ${
      alerts.length
        ? alertTable(alerts, view, 'short', title)
        : html`<p class="empty">${kind === 'opened' ? statusMark(view.lang, 'ok') : null} ${view.say(`overview.${kind}.none`)}</p>`
    }
  </section>`
}

/** What corrections undid; most months have none, and nothing is said then. */
function withdrawnList(alerts: readonly Alert[], view: View): HTMLElement {
  const title = view.say('overview.withdrawn', { count: alerts.length })
  return html`<section aria-labelledby="withdrawn" data-chart="withdrawn">
    <h2 id="withdrawn">${title}</h2>
    ${alertTable(alerts, view, 'withdrawn', title)}
  </section>`
}
