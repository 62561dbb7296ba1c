import { html } from 'htl'
import type { AsItWas } from '../../src/domain/history-data.js'
import { sayValue } from './number.js'
import { sayPeriod } from './period.js'
import { table, unfolding } from './table.js'
import type { View } from './view.js'

/** The figures before a boundary change, behind a few words: of the regions as they were, and carried back beside them. */
export function asItWas({ period, regions, figures }: AsItWas, view: View): HTMLElement {
  const title = view.say('was.title', { period: sayPeriod(view.lang, period) })
  return unfolding(
    title,
    () =>
      html`<div>${table<AsItWas['figures'][number]>(
        title,
        [
          { head: view.say('head.indicator'), cell: (row) => view.pick(view.indicator(row.indicator_id).name) },
          { head: view.say('head.period'), cell: (row) => sayPeriod(view.lang, row.period) },
          ...regions.map(({ name, is_today }, index) => ({
            head: view.say(is_today ? 'was.today' : 'was.then', { region: name }),
            number: true,
            cell: (row: AsItWas['figures'][number]) =>
              sayValue(view.lang, view.indicator(row.indicator_id), row.values[index] ?? null),
          })),
        ],
        figures,
      )}</div>`,
  )
}
