import { html } from 'htl'
import type { RegionData } from '../../src/domain/page-data.js'
import { sayDay, sayPeriod } from './period.js'
import { statusMark } from './status.js'
import { table } from './table.js'
import type { View } from './view.js'

/** What a region sent in, when, and what of it was refused. */
export function returnTable(data: Pick<RegionData, 'returns' | 'rejects'>, view: View): HTMLElement {
  const { returns, rejects } = data
  return html`<section aria-labelledby="returns" data-chart="returns">
    <h2 id="returns">${view.say('returns.title')}</h2>
    ${
      returns.length
        ? table(
            view.say('returns.title'),
            [
              { head: view.say('head.return'), cell: (row) => view.pick(row.title) },
              { head: view.say('head.period'), cell: (row) => sayPeriod(view.lang, row.period) },
              { head: view.say('head.due'), cell: (row) => sayDay(view.lang, row.due_date) },
              {
                head: view.say('head.received'),
                cell: (row) => (row.received_at ? sayDay(view.lang, row.received_at) : view.say('dash')),
              },
              { head: view.say('head.state'), cell: (row) => statusMark(view.lang, row.state) },
            ],
            returns,
          )
        : html`<p class="empty">${view.say('returns.none')}</p>`
    }
    <h3>${view.say('rejects.title', { count: rejects.length })}</h3>
    ${
      rejects.length
        ? table(
            view.say('rejects.title', { count: rejects.length }),
            [
              { head: view.say('head.file'), cell: (row) => row.file_name },
              { head: view.say('head.sheet'), cell: (row) => row.sheet ?? view.say('dash') },
              { head: view.say('head.cell'), cell: (row) => row.cell ?? view.say('dash') },
              { head: view.say('head.column'), cell: (row) => row.column ?? view.say('dash') },
              { head: view.say('head.message'), cell: (row) => row.message },
            ],
            rejects,
          )
        : html`<p class="empty">${statusMark(view.lang, 'ok')} ${view.say('rejects.none')}</p>`
    }
  </section>`
}
