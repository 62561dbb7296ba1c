import { html } from 'htl'
import type { NearMiss } from '../../src/domain/alert-data.js'
import { sayDifference, sayLine, sayValue } from './number.js'
import { sayPeriod } from './period.js'
import { table } from './table.js'
import type { View } from './view.js'

/** Figures that are within their line by less than the clear margin: no alerts, but the next bad month makes them one. */
export function nearTable(near: readonly NearMiss[], view: View): HTMLElement {
  const list = table<NearMiss>(
    view.say('near.title', { count: near.length }),
    [
      {
        head: view.say('head.region'),
        cell: ({ region_code: code }) =>
          view.isCity(code) ? view.name(code) : html`<a href=${`${view.root}regions/${code}`}>${view.name(code)}</a>`,
      },
      {
        head: view.say('head.indicator'),
        cell: ({ indicator_id: id }) => {
          const { dataset, name } = view.indicator(id)
          return html`<a href=${`${view.root}${dataset}#${id}`}>${view.pick(name)}</a>`
        },
      },
      {
        head: view.say('head.value'),
        number: true,
        cell: (row) => sayValue(view.lang, view.indicator(row.indicator_id), row.value),
      },
      {
        head: view.say('line.warning.name'),
        number: true,
        cell: (row) => sayLine(view.lang, view.indicator(row.indicator_id), row.warning),
      },
      {
        head: view.say('head.room'),
        number: true,
        cell: (row) => sayDifference(view.lang, view.indicator(row.indicator_id), row.room),
      },
      { head: view.say('head.period'), cell: (row) => sayPeriod(view.lang, row.period) },
    ],
    near,
  )
  list.classList.add('alerts-near')
  return list
}
