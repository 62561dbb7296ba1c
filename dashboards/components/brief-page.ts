import { html } from 'htl'
import type { Brief, BriefBlock, BriefSection } from '../../src/domain/brief.js'
import type { Lang } from '../../src/domain/text.js'
import { briefChart } from './brief-chart.js'
import { briefTable } from './brief-table.js'

/** The monthly bulletin as it is printed: head, first page in words, figures, counties, alerts, returns, method. */
export function briefPage(brief: Brief, { lang }: { lang: Lang }): HTMLElement {
  const { notice, head, title, summary, is_long, sections, imprint } = brief
  return html`<article class="brief">
    ${notice ? html`<p class="brief-notice">${notice[lang]}</p>` : null}
    <div class="brief-head">
      <p class="brief-name">${head.name[lang]}</p>
      <p class="brief-issue">${head.issue[lang]}</p>
      <p class="brief-office"><span>${head.office[lang]}</span> <span>${head.day[lang]}</span></p>
    </div>
    <h2 class="brief-title">${title[lang]}</h2>
    <div class=${`brief-summary${is_long ? ' long' : ''}`}>${summary.map(
      ({ lead, text }) => html`<p>${lead ? html`<b>${lead[lang]}</b> ` : null}${text[lang]}</p>`,
    )}</div>
    ${sections.map((section) => sectionOf(section, lang))}
    <div class="brief-imprint">${imprint.map((line) => html`<p>${line[lang]}</p>`)}</div>
  </article>`
}

function sectionOf({ id, title, blocks }: BriefSection, lang: Lang): HTMLElement {
  return html`<section class="brief-section" id=${id} aria-labelledby=${`${id}-title`}>
    <h3 id=${`${id}-title`}>${title[lang]}</h3>
    ${blocks.map((block) => drawn(block, lang))}
  </section>`
}

function drawn(block: BriefBlock, lang: Lang): HTMLElement {
  if (block.kind === 'table') return briefTable(block, lang)
  if (block.kind === 'words') return html`<p>${block.text[lang]}</p>`
  return html`<div class="brief-charts">${block.charts.map(
    (chart) => html`<figure data-chart="brief" data-indicator=${chart.indicator_id}>
      <figcaption>${chart.title[lang]}</figcaption>
      ${briefChart(chart, lang)}
    </figure>`,
  )}</div>`
}
