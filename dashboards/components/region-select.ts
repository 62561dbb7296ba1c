import { html } from 'htl'
import type { RegionCode } from '../../src/domain/region.js'
import { chosenInAddress, keepInAddress } from './address.js'
import { choice } from './choice.js'
import type { View } from './view.js'

/** A choice of county, and how other parts of the page make it. */
export interface RegionSelect {
  element: HTMLElement
  chosen(): RegionCode | null
  /** Chooses a county, or takes the choice back; the city and strangers cannot be chosen. */
  choose(code: RegionCode): void
}

/** A choice of county to set in colour on every chart. Kept in the address, so that a link shows the same. */
export function regionSelect(view: View, onChange: () => void): RegionSelect {
  const { counties } = view.site
  const chosen = chosenInAddress('region')
  const select = html`<select>
    <option value="">${view.say('select.none')}</option>
    ${counties.map(({ region_code: code, region_name: name }) => html`<option value=${code} selected=${code === chosen}>${name}</option>`)}
  </select>` as HTMLSelectElement
  const compare = html`<a class="more">${view.say('choice.compare')}</a>` as HTMLAnchorElement
  const lead = () => {
    compare.href = `${view.root}compare${select.value && `?a=${select.value}`}`
  }
  const change = () => {
    keepInAddress({ region: select.value })
    lead()
    onChange()
  }
  select.addEventListener('change', change)
  lead()
  return {
    element: html`<span class="choices">${choice(view.say('select.region'), select, view)} ${compare}</span>`,
    chosen: () => select.value || null,
    choose(code) {
      if (!counties.some(({ region_code }) => region_code === code)) return
      select.value = select.value === code ? '' : code
      select.dispatchEvent(new Event('change'))
    },
  }
}
