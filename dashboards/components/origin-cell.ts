import { html } from 'htl'
import type { OriginCell } from '../../src/domain/figure-origin.js'
import { sayNumber } from './number.js'
import { isNoted } from './origin-places.js'
import type { View } from './view.js'

/** A figure of a return as it counts; a blank is said to be one. */
export function sayCell(view: View, value: string | number | null): string {
  if (value === null) return view.say('head.blank')
  return typeof value === 'number' ? sayNumber(view.lang, value, Number.isInteger(value) ? 0 : 2) : value
}

/** The same with the cell that it stands in, and a mark where something is said about it below. */
export function originCell(cell: OriginCell | undefined, view: View): Node | string {
  if (cell === undefined) return view.say('dash')
  const noted = isNoted(cell) ? html` <i>${view.say('origin.noted')}</i>` : null
  return html`${sayCell(view, cell.value)} <small class="cell-place">${cell.cell ?? view.say('dash')}${noted}</small>`
}
