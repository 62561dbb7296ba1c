import { html } from 'htl'
import { announce } from './reach.js'
import type { View } from './view.js'

/**
 * Tips for the cells of a table, by pointer and by focus; arrow keys go from cell to cell. Cells that are no links are one stop of the
 * Tab key together.
 */
export function cellTips(table: HTMLElement, selector: string, view: View, words: (cell: HTMLElement) => string): void {
  const tip = html`<div class="cell-tip" role="tooltip" aria-hidden="true" hidden></div>`
  const cells = [...table.querySelectorAll<HTMLElement>(selector)]
  for (const [index, cell] of cells.entries()) if (!cell.hasAttribute('href')) cell.tabIndex = index === 0 ? 0 : -1
  cells[0]?.setAttribute('aria-description', view.say('cell.keys'))
  const cellOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(selector) : null)
  const hide = () => {
    tip.hidden = true
  }
  const show = (cell: HTMLElement) => {
    // In the figure, not in the table: a table that scrolls would cut it off.
    const around = table.closest('figure') ?? table
    around.append(tip)
    tip.textContent = words(cell)
    tip.hidden = false
    const [from, at] = [around.getBoundingClientRect(), cell.getBoundingClientRect()]
    tip.style.left = `${Math.max(0, Math.min(at.left - from.left, from.width - tip.offsetWidth))}px`
    tip.style.top = `${at.bottom - from.top + 4}px`
  }
  table.addEventListener('pointerover', (event) => {
    const cell = cellOf(event)
    if (cell) show(cell)
    else hide()
  })
  table.addEventListener('pointerleave', hide)
  table.addEventListener('focusout', hide)
  table.addEventListener('focusin', (event) => {
    const cell = cellOf(event)
    if (!cell?.matches(':focus-visible')) return
    show(cell)
    announce(words(cell))
  })
  table.addEventListener('keydown', (event) => {
    const from = cellOf(event)
    if (event.key === 'Escape') hide()
    const to = from && neighbour(from, selector, event.key)
    if (!to) return
    event.preventDefault()
    if (!to.hasAttribute('href')) {
      from.tabIndex = -1
      to.tabIndex = 0
    }
    to.focus()
  })
}

/** The cell that an arrow key leads to. */
function neighbour(from: HTMLElement, selector: string, key: string): HTMLElement | null {
  const place = from.closest('td')
  const row = place?.parentElement
  if (!place || !row) return null
  const at = [...row.children].indexOf(place)
  const to = {
    ArrowLeft: place.previousElementSibling,
    ArrowRight: place.nextElementSibling,
    ArrowUp: row.previousElementSibling?.children[at],
    ArrowDown: row.nextElementSibling?.children[at],
  }[key]
  return to?.querySelector<HTMLElement>(selector) ?? null
}
