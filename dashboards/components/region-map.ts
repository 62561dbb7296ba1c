import { html } from 'htl'
import type { MapData } from '../../src/domain/map-data.js'
import type { Figure } from '../../src/domain/page-data.js'
import { marksOfIndicator, marksOfWorst } from './map-marks.js'
import { shapeMap } from './shape-map.js'
import { tileMap } from './tile-map.js'
import type { View } from './view.js'

/**
 * The counties where they lie, each by its figure when all figures are of one indicator, else by the worst status among its figures. Those
 * that have a figure and no place on the map are named below it.
 */
export function regionMap(
  figures: readonly Figure[],
  map: NonNullable<MapData>,
  view: View,
  width: number,
): HTMLElement {
  const isOne = new Set(figures.map(({ indicator_id }) => indicator_id)).size === 1
  const marks = isOne ? marksOfIndicator(figures, view) : marksOfWorst(figures, view)
  const placed = new Set(map.places.map(({ region_code }) => region_code))
  const missing = marks.filter(({ code }) => !placed.has(code)).map(({ code }) => view.shortName(code))
  return html`<div class="region-map" data-map=${map.kind}>
    ${map.kind === 'tiles' ? tileMap(map, marks, view) : shapeMap(map, marks, view, width)}
    ${missing.length ? html`<p class="note">${view.say('map.missing', { names: missing.join(view.say('list.comma')) })}</p>` : null}
  </div>`
}
