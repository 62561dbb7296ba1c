import { html } from 'htl'
import type { Alert, NearMiss } from '../../src/domain/alert-data.js'
import { chosenInAddress, keepInAddress } from './address.js'
import { choice } from './choice.js'
import type { View } from './view.js'

const severities = ['critical', 'warning', 'ok'] as const
const ages = ['new', 'middle', 'chronic'] as const

/** What a list of alerts is narrowed to; empty = all. */
export interface AlertFilter {
  region: string
  indicator: string
  /** How bad it is now, and since when: of open ones only. */
  severity: (typeof severities)[number] | ''
  age: (typeof ages)[number] | ''
}

/** Four choices, kept in the address; on paper they stand there in words. */
export function alertFilter(
  alerts: readonly Alert[],
  view: View,
  onChange: (filter: AlertFilter) => void,
): HTMLElement {
  const regions = [...new Set(alerts.map(({ region_code }) => region_code))].sort()
  const indicators = view.site.indicators.filter(({ id }) => alerts.some(({ indicator_id }) => indicator_id === id))
  const select = (name: keyof AlertFilter, options: { value: string; text: string }[]) =>
    html`<select name=${name}>
      <option value="">${view.say('select.all')}</option>
      ${options.map(({ value, text }) => html`<option value=${value} selected=${chosenInAddress(name) === value}>${text}</option>`)}
    </select>` as HTMLSelectElement
  const selects = {
    region: select(
      'region',
      regions.map((code) => ({ value: code, text: view.name(code) })),
    ),
    indicator: select(
      'indicator',
      indicators.map(({ id, name }) => ({ value: id, text: view.pick(name) })),
    ),
    severity: select(
      'severity',
      severities.map((value) => ({ value, text: view.say(`filter.${value}`) })),
    ),
    age: select(
      'age',
      ages.map((value) => ({ value, text: view.say(`filter.${value}`) })),
    ),
  }
  const show = () =>
    onChange({
      region: selects.region.value,
      indicator: selects.indicator.value,
      severity: selects.severity.value as AlertFilter['severity'],
      age: selects.age.value as AlertFilter['age'],
    })
  for (const each of Object.values(selects))
    each.addEventListener('change', () => {
      keepInAddress({ [each.name]: each.value })
      show()
    })
  keepInAddress()
  show()
  return html`<div class="bar">
    ${choice(view.say('head.region'), selects.region, view)}
    ${choice(view.say('head.indicator'), selects.indicator, view)}
    ${choice(view.say('head.severity'), selects.severity, view)}
    ${choice(view.say('head.age'), selects.age, view)}
  </div>`
}

/** True for what the filter's region and indicator keep. */
export function isOfPlace(filter: AlertFilter, item: Pick<Alert | NearMiss, 'region_code' | 'indicator_id'>): boolean {
  const isRegion = filter.region === '' || item.region_code === filter.region
  return isRegion && (filter.indicator === '' || item.indicator_id === filter.indicator)
}

/** True for an open alert that is as bad and as old as the filter says. */
export function isOfKind({ severity, age }: AlertFilter, alert: Alert): boolean {
  const { latest_status: status, life, is_chronic } = alert
  const bad = status === 'critical' || status === 'warning' ? status : 'ok'
  const old = life === 'opened' ? 'new' : is_chronic ? 'chronic' : 'middle'
  return (severity === '' || bad === severity) && (age === '' || old === age)
}
