import { html } from 'htl'
import type { View } from './view.js'

/** A choice with its label; on paper, where nothing can be chosen, the same in words: nothing when nothing was chosen. */
export function choice(label: string, select: HTMLSelectElement, view: View): HTMLElement {
  const words = html`<span class="on-paper"></span>`
  const say = () => {
    const chosen = select.value === '' ? undefined : select.selectedOptions[0]?.text
    words.textContent = chosen === undefined ? '' : view.say('choice.words', { label, chosen })
  }
  select.addEventListener('change', say)
  say()
  return html`<span class="choice"><label class="select">${label} ${select}</label>${words}</span>`
}
