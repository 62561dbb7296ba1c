import { html } from 'htl'
import type { RegionName } from '../../src/domain/page-data.js'
import type { RegionData } from '../../src/domain/region-data.js'
import type { View } from './view.js'

/** The way down to a region, and the others beside it: a county's neighbours, or the townships of its county. */
export function regionPlace({ region, above, siblings }: RegionData, view: View): HTMLElement {
  const county = above.at(-1)
  const others = siblings.length > 0 ? siblings : view.site.counties
  const name =
    siblings.length > 0 && county
      ? view.say('place.townships', { county: county.region_name })
      : view.say('place.counties')
  return html`<div class="place">
    <nav class="path" aria-label=${view.say('place.path')}><ol>
      ${above.map((each) => html`<li>${regionLink(each, view)}</li>`)}
      <li aria-current="page">${region.region_name}</li>
    </ol></nav>
    <nav class="contents" aria-label=${name}><span>${name}</span><ul>${others.map(
      ({ region_code: code, region_name }) =>
        html`<li><a href=${`./${code}`} aria-current=${code === region.region_code ? 'page' : null}>${region_name}</a></li>`,
    )}</ul></nav>
  </div>`
}

/** A region's name, leading to its page where it has one. */
export function regionLink(
  { region_code: code, region_name: name, region_level: level }: RegionName,
  view: View,
): Node | string {
  if (view.isCity(code)) return html`<a href=${view.root}>${name}</a>`
  return level === 'county' || level === 'township' ? html`<a href=${`${view.root}regions/${code}`}>${name}</a>` : name
}
