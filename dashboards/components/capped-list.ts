import { html } from 'htl'
import { unfolding } from './table.js'
import type { View } from './view.js'

/** A list of which the first items are shown, and the rest behind “其余 N 条” */
export function cappedList<Item>(
  items: readonly Item[],
  shown: number,
  draw: (item: Item) => Node,
  view: View,
): HTMLElement {
  const list = (part: readonly Item[]) =>
    html`<ul class="entries">${part.map((item) => html`<li>${draw(item)}</li>`)}</ul>`
  const count = items.length - shown
  if (count <= 0) return list(items)
  return html`<div>
    ${list(items.slice(0, shown))}
    ${rest(view.say('quality.more_items', { count }), () => list(items.slice(shown)))}
  </div>`
}

/** The rest of a list behind its count; on paper the count stays to say that they are left out. */
export function rest(summary: string, build: () => Node): HTMLElement {
  const details = unfolding(summary, build)
  details.classList.add('rest')
  return details
}

/** One item: whose it is on the left, what is said of it on the right; under one another on a phone. */
export function entry(head: Node | string, body: Node | string): HTMLElement {
  return html`<div class="entry"><div class="entry-head">${head}</div><div>${body}</div></div>`
}
