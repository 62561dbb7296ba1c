import { html, svg } from 'htl'
import type { ShapeMap } from '../../src/domain/map-data.js'
import type { MapMark } from './map-marks.js'
import { type PlacedLabel, placeLabels } from './shape-labels.js'
import { statusMark, statusShape, toneOf } from './status.js'
import type { View } from './view.js'

/** Room for words beside the map, and the narrowest drawing that has it. */
const beside = 190
const narrowest = 480
/** Room that the shape of a status alone needs. */
const glyphSize = 8

/** The installation's own outlines: each filled by its status, with its words inside or at the end of a line. */
export function shapeMap(map: ShapeMap, marks: readonly MapMark[], view: View, width: number): HTMLElement {
  const ofCode = new Map(marks.map((mark) => [mark.code, mark]))
  const isWide = width >= narrowest
  const drawn = Math.max(1, isWide ? width - beside : width)
  // A tall map is not taller than a screen.
  const scale = Math.min(drawn / map.width, 640 / map.height)
  const labels = placeLabels(map, scale, isWide ? map.width * scale + 28 : null)
  const height = Math.ceil(map.height * scale)
  const shape = ({ place }: PlacedLabel) => {
    const mark = ofCode.get(place.region_code)
    if (!mark) return svg`<path class="county" d=${place.path} />`
    const name = `${view.name(place.region_code)} ${sayMark(mark, view)}`
    return svg`<a href=${mark.href} aria-label=${name}><title>${mark.tip}</title><path class=${`county ${mark.mark}`} d=${place.path} /></a>`
  }
  const below = labels.filter(({ at }) => at === 'below').flatMap(({ place }) => ofCode.get(place.region_code) ?? [])
  return html`<div>
    <svg class="shapes" viewBox=${`-2 -2 ${width} ${height + 4}`} width=${width} height=${height + 4} role="group" aria-label=${view.say('map.title')}>
      <g transform=${`scale(${scale})`}>${labels.map(shape)}</g>
      <g aria-hidden="true">${labels.map((label) => leader(label, scale))}${labels.map((label) => words(label, ofCode.get(label.place.region_code), view, scale))}</g>
    </svg>
    ${below.length ? html`<p class="note">${view.say('map.unnamed')}</p><ul class="marks">${below.map((mark) => markLine(mark, view))}</ul>` : null}
  </div>`
}

/** A county and what is said of it in a line of a list. */
export function markLine(mark: MapMark, view: View): HTMLElement {
  return html`<li><a href=${mark.href}>${view.name(mark.code)}</a> ${statusMark(view.lang, mark.mark)} <span>${mark.text}</span></li>`
}

function sayMark({ mark, text }: MapMark, view: View): string {
  return [view.say(`status.${mark}`), text].filter(Boolean).join(' ')
}

/** The line from a county to its words beside the map. */
function leader({ place, at, x, y }: PlacedLabel, scale: number): Node | null {
  const [fromX, fromY] = [place.x * scale, place.y * scale]
  if (at !== 'beside') return null
  return svg`<g><path class="leader" d=${`M${fromX} ${fromY}L${x - 14} ${y}H${x - 5}`} /><circle class="leader-end" cx=${fromX} cy=${fromY} r="2.5" /></g>`
}

function words({ place, at, x, y }: PlacedLabel, mark: MapMark | undefined, view: View, scale: number): Node | null {
  const name = view.shortName(place.region_code)
  const isRoomy = place.room * scale >= glyphSize
  if (!mark)
    return at === 'below'
      ? null
      : svg`<text class="county-name" x=${x} y=${y} text-anchor=${at === 'inside' ? 'middle' : null}>${name}</text>`
  const glyph = (left: number, top: number) => {
    const shape = statusShape(mark.mark)
    shape.setAttribute('x', String(left))
    shape.setAttribute('y', String(top))
    return shape
  }
  const tone = `county-mark ${at} ${toneOf(mark.mark)}`
  if (at === 'below') return isRoomy ? svg`<g class=${tone}>${glyph(x - 6, y - 6)}</g>` : null
  if (at === 'beside')
    return svg`<g class=${tone}>${glyph(x, y - 6)}<text x=${x + 17} y=${y + 4}><tspan class="county-name">${name}</tspan> ${sayMark(mark, view)}</text></g>`
  return svg`<g class=${tone}>${glyph(x - 6, y - 34)}<text class="county-name" x=${x} y=${y - 7} text-anchor="middle">${name}</text
    ><text x=${x} y=${y + 9} text-anchor="middle">${view.say(`status.${mark.mark}`)}</text
    ><text class="county-text" x=${x} y=${y + 25} text-anchor="middle">${mark.text}</text></g>`
}
