import { html } from 'htl'
import type { Alert } from '../../src/domain/alert-data.js'
import type { MapData } from '../../src/domain/map-data.js'
import type { OverviewData } from '../../src/domain/page-data.js'
import { alertTable } from './alert-table.js'
import { completenessLine } from './completeness-line.js'
import { worstWords } from './map-section.js'
import { finding, headlineCard } from './overview-parts.js'
import { regionMap } from './region-map.js'
import { statusGrid } from './status-grid.js'
import type { View } from './view.js'

/** One part of the overview on a wall display. */
export interface Slide {
  title: string
  draw(): HTMLElement
}

/** What fits on a screen in type that is read across a room. */
const cardsAtOnce = 8
const countiesAtOnce = 15
const alertsAtOnce = 9

/** The parts of the overview, each a screenful: finding and cards, map, grid, alerts, returns. */
export function slidesOf(data: OverviewData, map: MapData, view: View): Slide[] {
  const counties = [...new Set(data.grid.map(({ region_code }) => region_code))]
  return [
    ...inPieces(data.cards, cardsAtOnce).map((cards) => ({
      title: view.say('screen.cards'),
      draw: () => html`<div class="slide slide-cards">
        <p class="finding">${finding(data, view)}</p>
        <div class="cards">${cards.map((card) => headlineCard(card, view))}</div>
      </div>`,
    })),
    ...(map === null
      ? []
      : [
          {
            title: view.say('map.title'),
            draw: () => html`<div class="slide slide-map">
              ${regionMap(data.grid, map, view, Math.floor(view.width * 0.58))}${worstWords(data.grid, view)}
            </div>`,
          },
        ]),
    ...inPieces(counties, countiesAtOnce).map((codes) => ({
      title: view.say('grid.title'),
      draw: () =>
        html`<div class="slide slide-grid">${statusGrid(
          data.grid.filter(({ region_code }) => codes.includes(region_code)),
          view,
        )}</div>`,
    })),
    {
      title: view.say('screen.alerts'),
      draw: () =>
        html`<div class="slide slide-alerts">${alertList('opened', data.opened, view)}${alertList('closed', data.closed, view)}</div>`,
    },
    {
      title: view.say('completeness.title'),
      draw: () =>
        html`<div class="slide"><ul class="completeness-list">${data.completeness.map((line) => completenessLine(line, view))}</ul></div>`,
    },
  ]
}

function alertList(kind: 'opened' | 'closed', alerts: readonly Alert[], view: View): HTMLElement {
  const title = view.say(`overview.${kind}`, { count: alerts.length })
  const left = alerts.length - alertsAtOnce
  return html`<section><h2>${title}</h2>
    ${alerts.length > 0 ? alertTable(alerts.slice(0, alertsAtOnce), view, 'short', title) : html`<p class="empty">${view.say(`overview.${kind}.none`)}</p>`}
    ${left > 0 ? html`<p>${view.say('screen.more', { count: left })}</p>` : null}
  </section>`
}

/** A list in as few pieces of at most `most` as there can be, about equally long. */
function inPieces<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most)
  const size = Math.ceil(items.length / Math.max(1, count))
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
