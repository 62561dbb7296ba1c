import { html } from 'htl'
import type { IndicatorMeta } from '../../src/domain/page-data.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import { withRemark } from './gap-table.js'
import type { Remarks } from './history-words.js'
import { sayLine, sayValue } from './number.js'
import { sayPeriod } from './period.js'
import { table } from './table.js'
import type { View } from './view.js'

/**
 * A trend as a table, newest first: the line of the day, the city and every county. Figures that were revised or corrected are marked, and
 * what they were is said above.
 */
export function trendTable(view: View, indicator: IndicatorMeta, data: IndicatorTrend, remarks: Remarks): HTMLElement {
  type Row = { period: string; index: number }
  const rows = data.periods.map((period, index): Row => ({ period, index })).reverse()
  const of = (region_code: string, period: string) => remarks({ region_code, period, indicator_id: indicator.id })
  const list = rows.flatMap(({ period }) =>
    data.series.flatMap(({ region_code }) =>
      of(region_code, period).map((what) =>
        view.say('history.line', { region: view.name(region_code), period: sayPeriod(view.lang, period), what }),
      ),
    ),
  )
  const element = table<Row>(
    view.pick(indicator.name),
    [
      { head: view.say('head.period'), cell: ({ period }) => sayPeriod(view.lang, period) },
      {
        head: view.say('line.warning.name'),
        number: true,
        cell: ({ index }) => (data.warning[index] == null ? '' : sayLine(view.lang, indicator, data.warning[index])),
      },
      ...data.series.map(({ region_code, values }) => ({
        head: view.shortName(region_code),
        number: true,
        cell: ({ index, period }: Row) =>
          withRemark(
            sayValue(view.lang, indicator, values[index] ?? null),
            of(region_code, period).length ? view.say('history.marked') : null,
          ),
      })),
    ],
    rows,
  )
  return list.length === 0
    ? element
    : html`<div><ul class="notes">${list.map((words) => html`<li>${words}</li>`)}</ul>${element}</div>`
}
