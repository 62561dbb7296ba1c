import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import { sayChanges } from './change-words.js'
import type { View } from './view.js'

/** The changes of a figure as rows of a list: since when, how much, and under it what that comes from. `whose` names the region. */
export function changeRows(figure: Figure, view: View, whose = ''): HTMLElement[] {
  return sayChanges(view, figure).map(
    ({ than, change, parts }) =>
      html`<div><dt>${view.say('change.than', { whose, than })}</dt><dd>${change}${parts && html`<small class="remark">${parts}</small>`}</dd></div>`,
  )
}
