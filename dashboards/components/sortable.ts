import { html } from 'htl'
import { chosenInAddress, keepInAddress } from './address.js'
import type { View } from './view.js'

/** A way to put the rows of a table in order: in which column its button stands, and what of a row it goes by. Null comes last either way. */
export interface SortOrder<Row> {
  key: string
  /** Position of the column from 0; its head is the button. A second order of a column has a name of its own. */
  column: number
  name?: string
  by(row: Row): string | number | null
}

/**
 * Lets readers put a table's rows in order by its heads: up, down, and as it was. The order is kept in the address and holds for every
 * table of the page that knows it. `rows` as they were handed to the table.
 */
export function sortable<Row>(
  element: HTMLElement,
  rows: readonly Row[],
  orders: readonly SortOrder<Row>[],
  view: View,
): HTMLElement {
  const body = element.querySelector('tbody')
  const heads = [...element.querySelectorAll<HTMLElement>('thead th')]
  if (!body || rows.length < 2) return element
  const lines = [...body.rows].map((line, index) => ({ line, row: rows[index] as Row }))
  const buttons = orders.map((order) => {
    const head = heads[order.column]
    const words = order.name ?? head?.textContent ?? ''
    const button = html`<button type="button" class="sort" title=${view.say('sort.by', { what: words })}></button>`
    if (order.name) button.append(order.name)
    else button.append(...(head?.childNodes ?? []))
    head?.append(button)
    button.addEventListener('click', () => {
      keepInAddress({ sort: next(order.key) })
      for (const table of new Set([element, ...document.querySelectorAll('.sortable')]))
        table.dispatchEvent(new Event('sort'))
    })
    return button
  })
  const arrange = () => {
    const [key, way] = chosenInAddress('sort').split('.')
    const order = orders.find((each) => each.key === key) ?? null
    const sign = way === 'desc' ? -1 : 1
    const sorted = order === null ? lines : [...lines].sort((a, b) => compare(order.by(a.row), order.by(b.row), sign))
    body.append(...sorted.map(({ line }) => line))
    for (const head of heads) head.removeAttribute('aria-sort')
    if (order) heads[order.column]?.setAttribute('aria-sort', sign > 0 ? 'ascending' : 'descending')
    for (const [index, button] of buttons.entries())
      button.dataset.way = orders[index] === order ? (sign > 0 ? 'up' : 'down') : ''
  }
  element.classList.add('sortable')
  element.addEventListener('sort', arrange)
  arrange()
  return element
}

/** What the next press of a button asks for: up, then down, then no order. */
function next(key: string): string {
  const order = chosenInAddress('sort')
  return order === `${key}.asc` ? `${key}.desc` : order === `${key}.desc` ? '' : `${key}.asc`
}

const collator = new Intl.Collator('zh-CN')

function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
}

/** The two orders of regions in a table's first column: by name, and by code. */
export function regionOrders<Row extends { region_code: string }>(view: View): SortOrder<Row>[] {
  return [
    { key: 'name', column: 0, by: ({ region_code }) => view.name(region_code) },
    { key: 'code', column: 0, name: view.say('sort.code'), by: ({ region_code }) => region_code },
  ]
}
