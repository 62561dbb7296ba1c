import { html } from 'htl'
import type { FigureParts } from './figure.js'
import { textWidth } from './labels.js'
import { fill } from './messages.js'
import { frequencyOf, sayDay, sayPeriod, sayPeriods } from './period.js'
import { sayProvisional, sayReturned } from './returned.js'
import { partsOfTable, unfolding } from './table.js'
import type { View } from './view.js'
import { sayArrival } from './words.js'

/** What can be taken from a chart. */
export type Taken = 'copy' | 'png' | 'svg' | 'csv' | 'xlsx'
const all: readonly Taken[] = ['png', 'copy', 'svg', 'xlsx', 'csv']

/** Handed over, not imported there: what pages and files both import would be cut out of every page's bundle, as one more request. */
const handed = {
  ...{ fill, frequencyOf, partsOfTable, textWidth },
  ...{ sayArrival, sayDay, sayPeriod, sayPeriods, sayProvisional, sayReturned },
}

/** What files are made with: the view, and the page's own words and measures. */
export type FileView = View & typeof handed

/** The files of a chart or table, behind one word: what makes them is loaded when the first is asked for. */
export function tools(view: View, parts: Omit<FigureParts, 'unit'> & { unit?: string }): HTMLElement {
  const build = () => {
    const said = html`<p class="note" role="status"></p>`
    const button = (kind: Taken) => {
      const element = html`<button type="button" class="plain" data-take=${kind}>${view.say(`tools.${kind}`)}</button>`
      element.addEventListener('click', async () => {
        said.textContent = ''
        said.textContent = await take(kind).catch(() => view.say('tools.failed'))
      })
      return element
    }
    const take = async (kind: Taken) =>
      (await import('./take-away/take-away.js')).takeAway(kind, parts, { ...view, ...handed })
    return html`<div class="tool-row">${all.map(button)}${said}</div>`
  }
  const details = unfolding(view.say('tools.open'), build)
  details.classList.add('tools')
  details.firstElementChild?.setAttribute('aria-label', view.say('tools.of', { title: parts.title }))
  return details
}
