import { html } from 'htl'
import { announce } from './reach.js'
import type { View } from './view.js'

/**
 * Tips for the cells of a table, by pointer and by focus; arrow keys go from cell to cell. Cells that are no links are one stop of the
 * Tab key together.
 */
export function cellTips(table: HTMLElement, selector: string, view: View, words: (cell: HTMLElement) => string): void {
  const tip = html`<div class="cell-tip" role="tooltip" aria-hidden="true" hidden></div>`
  table.append(tip)
  const cells = [...table.querySelectorAll<HTMLElement>(selector)]
  for (const [index, cell] of cells.entries()) if (!cell.hasAttribute('href')) cell.tabIndex = index === 0 ? 0 : -1
  cells[0]?.setAttribute('aria-description', view.say('cell.keys'))
  const cellOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(selector) : null)
  const hide = () => {
    tip.hidden = true
  }
  const show = (cell: HTMLElement) => {
    tip.textContent = words(cell)
    tip.hidden = false
    const { left, bottom, top } = cell.getBoundingClientRect()
    const { width, height } = tip.getBoundingClientRect()
    // Beside the cell and within the window: below it, or above where there is no room.
    tip.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
    tip.style.top = `${bottom + height + 8 < innerHeight ? bottom + 4 : Math.max(8, top - height - 4)}px`
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
  // A tip stands in the window and would stay behind.
  table.addEventListener('scroll', hide, { passive: true })
  table.addEventListener('wheel', hide, { passive: true })
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
