import { html } from 'htl'
import type { AskedData } from '../../src/domain/burden-data.js'
import type { SiteData } from '../../src/domain/page-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
import { askedChangeTable, askedTable, twiceTable } from './asked-tables.js'
import { sayNumber } from './number.js'
import { statusMark } from './status.js'
import { type TopicPageOptions, topicPage } from './topic-page.js'
import { createView, type View } from './view.js'

/** Whether the burden falls, and what we ourselves ask: the topic page, then cells by return, what is asked twice and what is new. */
export function burdenPage(data: TopicData, asked: AskedData, site: SiteData, options: TopicPageOptions): HTMLElement {
  const view = createView(site, options)
  const { returns, twice, changes } = asked
  const sum = (values: readonly { cells_a_year: number }[]) =>
    sayNumber(
      view.lang,
      values.reduce((all, { cells_a_year }) => all + cells_a_year, 0),
    )
  const page = topicPage(data, site, options)
  page.append(
    part('returns', view.say('asked.finding', { count: returns.length, cells: sum(returns) }), view, () =>
      askedTable(returns, view),
    ),
    part('twice', view.say('asked.twice.finding', { count: twice.length, cells: sum(twice) }), view, () =>
      twice.length ? twiceTable(twice, view) : none(view.say('asked.twice.none'), view),
    ),
    part('changes', view.say('asked.changes.lead'), view, () =>
      changes.length ? askedChangeTable(changes, view) : none(view.say('asked.changes.none'), view),
    ),
  )
  return page
}

function part(id: 'returns' | 'twice' | 'changes', lead: string, view: View, draw: () => HTMLElement): HTMLElement {
  return html`<section aria-labelledby=${`asked-${id}`} data-chart=${`asked-${id}`}>
    <h2 id=${`asked-${id}`}>${view.say(`asked.${id}`)}</h2>
    <p class="lead">${lead}</p>
    ${draw()}
  </section>`
}

function none(words: string, view: View): HTMLElement {
  return html`<p class="empty">${statusMark(view.lang, 'ok')} ${words}</p>`
}
