import { html } from 'htl'
import type { SiteData } from '../../src/domain/page-data.js'
import type { QualityData } from '../../src/domain/quality-data.js'
import { openFiles } from './open-files.js'
import { conversionList, correctionList, correctionsIn, explanationList, ruleList } from './quality-lists.js'
import { declaredList, earlierRevisions, revisionList } from './quality-revisions.js'
import { fileTable, nothingTable } from './quality-tables.js'
import { isOpen, sayMore, sayReceived } from './quality-words.js'
import { receiptGrid } from './receipt-grid.js'
import { statusShape } from './status.js'
import { tableView } from './table.js'
import { createView, type View, type ViewOptions } from './view.js'

/** Did everybody report, on time, and how good was it; then what is to be done, and what was explained and converted. */
export function qualityPage(data: QualityData, site: SiteData, options: ViewOptions): HTMLElement {
  const view = createView(site, options)
  const open = data.files.filter(isOpen).length
  const explained = data.files.reduce((total, file) => total + (file.is_superseded ? 0 : file.explained), 0)
  const conversions = data.conversions.length
  const corrections = correctionsIn(data).length
  const files = data.files.length
  return html`<div class="page quality">
    <p class="finding" data-chart="finding">${sayReceived(data, view)}${sayMore(data, view).map(
      (words) => html`<span class="finding-more">${words}</span>`,
    )}</p>
    ${part('grid', data.cells.length, () => receiptGrid(data, view), view)}
    ${part('open', open, () => openFiles(data, view), view)}
    ${part('rules', data.rules.length, () => ruleList(data.rules, view), view)}
    ${part('explanations', explained, () => explanationList(data, view), view)}
    ${part('conversions', conversions, () => conversionList(data, view), view)}
    ${part('corrections', corrections, () => correctionList(data, view), view)}
    ${part('revisions', data.revisions.of_month.count, () => revisionList(data.revisions.of_month, view), view, earlierRevisions(data.revisions, view))}
    ${part('declared', data.declared.length, () => declaredList(data.declared, view), view)}
    ${part('nothing', data.returns.length, () => nothingTable(data.returns, view), view)}
    ${part('files', files, () => tableView(view, () => fileTable(data.files, view)), view)}
  </div>`
}

type Part =
  | 'grid'
  | 'open'
  | 'rules'
  | 'explanations'
  | 'conversions'
  | 'corrections'
  | 'revisions'
  | 'declared'
  | 'nothing'
  | 'files'

/** A section with its lead and content, or a sentence that says that there is none; and what belongs below either. */
function part(id: Part, count: number, draw: () => Node, view: View, more: Node | null = null): HTMLElement {
  const isGood = id === 'open' || id === 'rules'
  return html`<section aria-labelledby=${id} data-chart=${`quality-${id}`}>
    <h2 id=${id}>${view.say(`quality.${id}`, { count })}</h2>
    ${
      count === 0
        ? html`<p class="empty">${isGood ? html`<span class="mark ok">${statusShape('ok')}</span> ` : null}${view.say(`quality.${id}.none`)}</p>`
        : html`<div><p class="lead">${view.say(`quality.${id}.lead`)}</p>${draw()}</div>`
    }
    ${more}
  </section>`
}
