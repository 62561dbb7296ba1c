import { html } from 'htl'
import type { BriefCell, BriefTable } from '../../src/domain/brief.js'
import type { Lang } from '../../src/domain/text.js'
import { t } from './messages.js'

/** Rows that are kept on one page when it is printed. */
const keptWhole = 20
const marks = { critical: '▲', warning: '△' } as const

/** A table of the bulletin: its head is repeated on every page that it goes on to, and no row is cut in two. */
export function briefTable({ id, caption, note, columns, rows }: BriefTable, lang: Lang): HTMLElement {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const align = (index: number) => (columns[index]?.align === 'end' ? 'number' : '')
  return html`<div class=${`brief-table${rows.length <= keptWhole ? ' whole' : ''}`} data-table=${id}>
    <p class="brief-caption" id=${`caption-${id}`}>${caption[lang]}</p>
    <div class="scroll" role="group" tabindex="0" aria-labelledby=${`caption-${id}`}>
      <table aria-labelledby=${`caption-${id}`}>
        <colgroup>${columns.map(({ width }) => html`<col style=${`width: ${((100 * width) / total).toFixed(2)}%`}>`)}</colgroup>
        <thead><tr>${columns.map(({ head }, index) => html`<th scope="col" class=${align(index)}>${head[lang]}</th>`)}</tr></thead>
        <tbody>${rows.map(
          ({ cells, is_total }) =>
            html`<tr class=${is_total ? 'total' : ''}>${cells.map((cell, index) =>
              index === 0
                ? html`<th scope="row">${cell.text[lang]}</th>`
                : html`<td class=${align(index)}>${marked(cell, lang)}</td>`,
            )}</tr>`,
        )}</tbody>
      </table>
    </div>
    ${note ? html`<p class="brief-note">${note[lang]}</p>` : null}
  </div>`
}

/** A figure beyond a line has a mark before it, and a word for those who do not see it. */
function marked({ text, status }: BriefCell, lang: Lang): string | Node {
  if (status === null) return text[lang]
  return html`<b class=${status}><span aria-hidden="true">${marks[status]}</span><span class="unseen">${t(lang, `status.${status}`)} </span>${text[lang]}</b>`
}
