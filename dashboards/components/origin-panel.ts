import { html } from 'htl'
import type { OriginFormulas, RegionOrigins } from '../../src/domain/figure-origin.js'
import type { Figure } from '../../src/domain/page-data.js'
import { chosenInAddress, keepInAddress } from './address.js'
import { originView } from './origin-view.js'
import { readOnce } from './read-once.js'
import type { View } from './view.js'

/** Where the figures of one part of a page open: a place for one origin at a time, and a button for each figure. */
export interface OriginPanel {
  panel: HTMLElement
  button(figure: Figure): HTMLElement
}

/** Reads where a page's figures come from, and how their indicators are worked out. */
export type LoadOrigins = () => Promise<RegionOrigins & { formulas: OriginFormulas }>

/**
 * A panel that reads the origins when one is asked for first; most readers never do. Which one is open is kept in the address, so that
 * it can be passed on, and stays open when the page is drawn anew, as for paper.
 */
export function originPanel(view: View, load: LoadOrigins, id: string): OriginPanel {
  const panel = html`<div class="origin" id=${id} hidden></div>`
  const buttons: HTMLElement[] = []
  let wanted: HTMLElement | null = null

  const close = () => {
    wanted = null
    panel.hidden = true
    panel.replaceChildren()
    for (const button of buttons) button.setAttribute('aria-expanded', 'false')
  }
  const open = async (button: HTMLElement, figure: Figure) => {
    close()
    wanted = button
    button.setAttribute('aria-expanded', 'true')
    panel.hidden = false
    panel.replaceChildren(html`<p role="status">${view.say('origin.loading')}</p>`)
    const content = await contentOf(figure, view, load)
    // Another one may have been asked for meanwhile.
    if (wanted !== button) return
    const back = html`<button type="button" class="plain">${view.say('origin.close')}</button>`
    back.addEventListener('click', () => {
      close()
      keepInAddress({ origin: '' })
      button.focus()
    })
    panel.replaceChildren(content, back)
  }
  return {
    panel,
    button(figure) {
      const { indicator_id } = figure
      const name = view.pick(view.indicator(indicator_id).name)
      const button = html`<button type="button" class="plain" aria-expanded="false" aria-controls=${id}
        aria-label=${view.say('origin.open.of', { name })} data-origin=${indicator_id}>${view.say('origin.open')}</button>`
      buttons.push(button)
      button.addEventListener('click', async () => {
        if (wanted === button) {
          close()
          keepInAddress({ origin: '' })
          return
        }
        keepInAddress({ origin: indicator_id })
        await open(button, figure)
        panel.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true })
        panel.scrollIntoView?.({ block: 'nearest' })
      })
      if (chosenInAddress('origin') === indicator_id) void open(button, figure)
      return button
    },
  }
}

async function contentOf(figure: Figure, view: View, load: LoadOrigins): Promise<Node> {
  try {
    const { formulas, ...data } = await readOnce(load)
    const own = data.figures.find(({ indicator_id }) => indicator_id === figure.indicator_id)
    const formula = formulas[figure.indicator_id]
    return own && formula
      ? originView({ ...own, formula }, data, view)
      : html`<p class="empty">${view.say('origin.none')}</p>`
  } catch {
    return html`<p class="empty" role="alert">${view.say('origin.failed')}</p>`
  }
}
