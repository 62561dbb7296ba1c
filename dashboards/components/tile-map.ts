import { html } from 'htl'
import type { TileMap } from '../../src/domain/map-data.js'
import type { MapMark } from './map-marks.js'
import { statusMark } from './status.js'
import type { View } from './view.js'

/** One square a county: name, status in shape, word and colour, value; a way to the region's page. */
export function tileMap(map: TileMap, marks: readonly MapMark[], view: View): HTMLElement {
  const ofCode = new Map(marks.map((mark) => [mark.code, mark]))
  // In the order of reading, also for those who go through it by keyboard or hear it.
  const places = [...map.places].sort((a, b) => a.row - b.row || a.column - b.column)
  const square = ({ region_code: code, column, row }: TileMap['places'][number]) => {
    const mark = ofCode.get(code)
    return html`<li style=${`grid-area: ${row} / ${column}`}>${
      mark
        ? html`<a class=${`tile ${mark.mark}`} href=${mark.href} title=${mark.tip}
            ><b>${view.shortName(code)}</b>${statusMark(view.lang, mark.mark)}<span>${mark.text}</span></a>`
        : html`<span class="tile">${view.shortName(code)}</span>`
    }</li>`
  }
  return html`<ul class="tiles" style=${`--columns: ${map.columns}; --rows: ${map.rows}`}>${places.map(square)}</ul>`
}
