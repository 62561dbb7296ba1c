import { html } from 'htl'
import type { RegionCode } from '../../src/domain/region.js'
import type { View } from './view.js'

/** Sets a region in colour wherever a page shows it as a row, a bar or a name: what carries its code. None with null. */
export function markChosen(page: Element, code: RegionCode | null): void {
  for (const element of page.querySelectorAll('[data-place]')) {
    const isChosen = element.getAttribute('data-place') === code
    element.classList.toggle('chosen', isChosen)
    element.querySelector(':scope > th > .pick')?.setAttribute('aria-pressed', String(isChosen))
  }
}

/** Says of each row of a table which region it is of. */
export function placeRows(table: HTMLElement, codes: readonly RegionCode[]): HTMLTableRowElement[] {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')]
  for (const [index, row] of rows.entries()) row.dataset.place = codes[index] ?? ''
  return rows
}

/** Lets a region be chosen in a table, where the page has such a choice: by a click on its row, or by the button before its name. */
export function choosable(table: HTMLElement, codes: readonly RegionCode[], view: View): HTMLElement {
  if (!view.chosen) return table
  for (const row of placeRows(table, codes)) {
    const code = row.dataset.place ?? ''
    if (view.isCity(code)) continue
    row.cells[0]?.prepend(
      html`<button type="button" class="pick" aria-pressed="false" aria-label=${view.say('choice.pick', { region: view.name(code) })}></button>`,
    )
  }
  markChosen(table, view.chosen())
  return table
}

/** Says of each mark of a kind which region it is of: Plot binds a mark to the position of its row. */
export function placeMarks(drawing: SVGSVGElement, kind: string, codes: readonly RegionCode[]): void {
  for (const mark of drawing.querySelectorAll<SVGElement & { __data__?: number }>(`[data-mark="${kind}"] > *`)) {
    const code = codes[mark.__data__ ?? -1]
    if (code !== undefined) mark.dataset.place = code
  }
}

/** Lets readers choose a region where they see it: a point or name on a chart, a row of a table; with Enter where the chart has the focus. */
export function chooseWhereSeen(page: HTMLElement, choose: (code: RegionCode) => void): void {
  const pick = (event: Event) => {
    const code = regionAt(event.target)
    if (code !== null) choose(code)
  }
  page.classList.add('chooses')
  page.addEventListener('click', pick)
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof SVGElement) pick(event)
  })
}

/** The region of what was clicked. A chart's own value is the point that its tip is about, which is how a finger hits a small dot. */
function regionAt(target: EventTarget | null): RegionCode | null {
  if (!(target instanceof Element) || target.closest('a, summary, button:not(.pick), select')) return null
  const named = target.closest('[data-place]')?.getAttribute('data-place')
  if (named) return named
  const chart = target.closest('svg.chart') as (Element & { value?: { region_code?: string; code?: string } }) | null
  return chart?.value?.region_code ?? chart?.value?.code ?? null
}
