import { html } from 'htl'
import type { RegionCode } from '../../src/domain/region.js'
import { chosenInAddress, keepInAddress } from './address.js'
import { choice } from './choice.js'
import type { View } from './view.js'

/** A choice of county to set in colour on every trend. Kept in the address, so that a link shows the same. */
export function regionSelect(view: View, onChange: (code: RegionCode | null) => void): HTMLElement {
  const chosen = chosenInAddress('region')
  const select = html`<select>
    <option value="">${view.say('select.none')}</option>
    ${view.site.counties.map(({ region_code: code, region_name: name }) => html`<option value=${code} selected=${code === chosen}>${name}</option>`)}
  </select>` as HTMLSelectElement
  const show = () => onChange(select.value || null)
  select.addEventListener('change', () => {
    keepInAddress({ region: select.value })
    show()
  })
  keepInAddress()
  show()
  return choice(view.say('select.region'), select, view)
}
