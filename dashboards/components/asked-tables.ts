import { html } from 'htl'
import type { AskedChange, AskedReturn, AskedTwice } from '../../src/domain/burden-data.js'
import { withRemark } from './gap-table.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { table } from './table.js'
import type { View } from './view.js'

/** How many cells each return asks for, of one issue and of a year. */
export function askedTable(returns: readonly AskedReturn[], view: View): HTMLElement {
  const number = (value: number) => sayNumber(view.lang, value)
  const element = table<AskedReturn>(
    view.say('asked.returns'),
    [
      { head: view.say('head.return'), cell: ({ title }) => view.pick(title) },
      { head: view.say('head.frequency'), cell: ({ frequency }) => view.say(`frequency.${frequency}`) },
      { head: view.say('head.grain'), cell: ({ grain }) => view.say(`level.${grain}`) },
      {
        head: view.say('head.columns'),
        number: true,
        cell: ({ columns, required }) =>
          required === columns
            ? number(columns)
            : withRemark(number(columns), view.say('asked.required', { count: required })),
      },
      {
        head: view.say('head.rows'),
        number: true,
        cell: ({ rows, is_list }) => (is_list ? withRemark(number(rows), view.say('asked.list')) : number(rows)),
      },
      { head: view.say('head.cells'), number: true, cell: ({ cells }) => number(cells) },
      {
        head: view.say('head.cells_a_year'),
        number: true,
        cell: ({ cells_a_year }) => html`<b>${number(cells_a_year)}</b>`,
      },
    ],
    returns,
  )
  element.classList.add('long-names')
  return element
}

/** Facts that two returns ask for, and which of them could be left out. */
export function twiceTable(twice: readonly AskedTwice[], view: View): HTMLElement {
  const names = (returns: AskedTwice['returns']) =>
    returns.map(({ title, header, frequency }) =>
      view.say('asked.where', {
        title: view.pick(title),
        header: view.pick(header),
        frequency: view.say(`frequency.${frequency}`),
      }),
    )
  const element = table<AskedTwice>(
    view.say('asked.twice.caption'),
    [
      { head: view.say('head.fact'), cell: ({ header }) => view.pick(header) },
      {
        head: view.say('head.asked_in'),
        cell: ({ returns }) => html`<ul class="bare-list">${names(returns).map((name) => html`<li>${name}</li>`)}</ul>`,
      },
      { head: view.say('head.take_from'), cell: ({ returns: [first] }) => (first ? view.pick(first.title) : '') },
      {
        head: view.say('head.saved'),
        number: true,
        cell: ({ cells_a_year }) => html`<b>${sayNumber(view.lang, cells_a_year)}</b>`,
      },
    ],
    twice,
  )
  element.classList.add('long-names')
  return element
}

/** What returns ask since a year ago that they did not ask then, or do not ask any more. */
export function askedChangeTable(changes: readonly AskedChange[], view: View): HTMLElement {
  const list = (texts: AskedChange['added']) =>
    texts.length === 0 ? view.say('dash') : texts.map((text) => view.pick(text)).join(view.say('list.comma'))
  const element = table<AskedChange>(
    view.say('asked.changes.caption'),
    [
      { head: view.say('head.return'), cell: ({ title }) => view.pick(title) },
      {
        head: view.say('head.compared'),
        cell: ({ period, before }) =>
          before === null
            ? view.say('asked.new', { period: sayPeriod(view.lang, period) })
            : view.say('asked.compared', {
                period: sayPeriod(view.lang, period),
                before: sayPeriod(view.lang, before),
              }),
      },
      { head: view.say('head.added'), cell: ({ added }) => list(added) },
      { head: view.say('head.removed'), cell: ({ removed }) => list(removed) },
    ],
    changes,
  )
  element.classList.add('long-names')
  return element
}
