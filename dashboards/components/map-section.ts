import { html } from 'htl'
import type { MapData } from '../../src/domain/map-data.js'
import type { Figure } from '../../src/domain/page-data.js'
import { chosenInAddress, keepInAddress } from './address.js'
import { choice } from './choice.js'
import { marksOfWorst } from './map-marks.js'
import { regionMap } from './region-map.js'
import { statusMark } from './status.js'
import { isBelow, type View } from './view.js'
import { sayFigure, sayGap, wrongSide } from './words.js'

/** From this width on, the words stand beside the map. */
const wide = 980

/** A map of one indicator at a time, or of the worst status; which one is kept in the address. The words beside it say the same. */
export function mapSection(figures: readonly Figure[], map: NonNullable<MapData>, view: View): HTMLElement {
  const ids = [...new Set(figures.map(({ indicator_id }) => indicator_id))]
  const chosen = chosenInAddress('map')
  const select = html`<select name="map">
    <option value="">${view.say('map.worst')}</option>
    ${ids.map((id) => html`<option value=${id} selected=${id === chosen}>${view.pick(view.indicator(id).name)}</option>`)}
  </select>` as HTMLSelectElement
  // A wide grid, as of a province, takes the whole width.
  const isPair = view.width >= wide && (map.kind === 'shapes' || map.columns <= 10)
  const body = html`<div class=${isPair ? 'map-pair' : 'map-alone'}></div>`
  const draw = () => {
    const kept = figures.filter(({ indicator_id }) => select.value === '' || indicator_id === select.value)
    body.replaceChildren(
      regionMap(kept, map, view, isPair ? Math.floor(view.width * 0.58) : view.width),
      select.value === '' ? worstWords(kept, view) : indicatorWords(kept, view),
    )
  }
  select.addEventListener('change', () => {
    keepInAddress({ map: select.value })
    draw()
  })
  draw()
  return html`<section aria-labelledby="map" data-chart="map">
    <h2 id="map">${view.say('map.title')}</h2>
    <p class="lead">${view.say(map.kind === 'tiles' ? 'map.lead' : 'map.lead.shapes')}</p>
    <div class="bar">${choice(view.say('map.pick'), select, view)}</div>
    ${body}
  </section>`
}

/** How many counties have something beyond a line, and what each of them has. */
export function worstWords(figures: readonly Figure[], view: View): HTMLElement {
  const marks = marksOfWorst(figures, view)
  const count = (status: Figure['status']) => marks.filter(({ mark }) => mark === status).length
  const [critical, warning] = [count('critical'), count('warning')]
  const words = { counties: marks.length, critical, warning }
  return html`<div class="map-words">
    <h3>${view.say(critical + warning === 0 ? 'map.finding.none' : 'map.finding.critical', words)}</h3>
    <ul class="marks">${marks
      .filter(({ mark }) => mark === 'critical' || mark === 'warning')
      .map(({ code, href }) => {
        const having = (status: 'critical' | 'warning') => {
          const number = figures.filter((figure) => figure.region_code === code && figure.status === status).length
          return number === 0
            ? null
            : html`<span>${statusMark(view.lang, status)} ${view.say('map.items', { count: number })}</span>`
        }
        return html`<li><a href=${href}>${view.name(code)}</a>${having('critical')}${having('warning')}</li>`
      })}</ul>
  </div>`
}

/** Which counties are beyond the line of one indicator, and by how much. */
function indicatorWords(figures: readonly Figure[], view: View): HTMLElement {
  const [first] = figures
  if (!first) return html`<div></div>`
  const below = figures.filter(isBelow)
  const side = wrongSide(view, view.indicator(first.indicator_id))
  const words = { counties: figures.length, below: below.length, side }
  const isJudged = figures.some(({ status }) => status !== null)
  return html`<div class="map-words">
    <h3>${isJudged ? view.say(below.length > 0 ? 'map.finding.below' : 'card.none', words) : view.say('gap.no_line')}</h3>
    <ul class="marks">${below.map(
      (
        figure,
      ) => html`<li><a href=${`${view.root}regions/${figure.region_code}#${figure.indicator_id}`}>${view.name(figure.region_code)}</a>
        ${statusMark(view.lang, figure.status)} <span>${sayFigure(view, figure)}</span> <b>${sayGap(view, figure)}</b></li>`,
    )}</ul>
  </div>`
}
