import { html } from 'htl'
import type { Alert } from '../../src/domain/page-data.js'
import { chosenInAddress, keepInAddress } from './address.js'
import type { View } from './view.js'

/** What a list of alerts is narrowed to; empty = all. */
export interface AlertFilter {
  region: string
  indicator: string
}

/** Two choices, region and indicator, kept in the address; printed as words by the browser. */
export function alertFilter(
  alerts: readonly Alert[],
  view: View,
  onChange: (filter: AlertFilter) => void,
): HTMLElement {
  const regions = [...new Set(alerts.map(({ region_code }) => region_code))].sort()
  const indicators = view.site.indicators.filter(({ id }) => alerts.some(({ indicator_id }) => indicator_id === id))
  const choice = (name: keyof AlertFilter, options: { value: string; text: string }[]) =>
    html`<select name=${name}>
      <option value="">${view.say('select.all')}</option>
      ${options.map(({ value, text }) => html`<option value=${value} selected=${chosenInAddress(name) === value}>${text}</option>`)}
    </select>` as HTMLSelectElement
  const region = choice(
    'region',
    regions.map((code) => ({ value: code, text: view.name(code) })),
  )
  const indicator = choice(
    'indicator',
    indicators.map(({ id, name }) => ({ value: id, text: view.pick(name) })),
  )
  const show = () => onChange({ region: region.value, indicator: indicator.value })
  for (const select of [region, indicator])
    select.addEventListener('change', () => {
      keepInAddress({ [select.name]: select.value })
      show()
    })
  keepInAddress()
  show()
  return html`<div class="bar">
    <label class="select">${view.say('head.region')} ${region}</label>
    <label class="select">${view.say('head.indicator')} ${indicator}</label>
  </div>`
}
