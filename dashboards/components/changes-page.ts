import { html } from 'htl'
import type { SiteData } from '../../src/domain/page-data.js'
import type { ChangeGroup, ChangeLine, ChangeSection, ReleaseChanges } from '../../src/domain/release-changes.js'
import { cappedList, entry } from './capped-list.js'
import { statusShape, toneOf } from './status.js'
import { createView, type View, type ViewOptions } from './view.js'

/** Lines of a section that are shown before the rest is unfolded. */
const shown = 8

/** What changed since the release before: the counts in a few sentences, then the lines. */
export function changesPage(data: ReleaseChanges, site: SiteData, options: ViewOptions): HTMLElement {
  const view = createView(site, options)
  if (data.previous === null)
    return html`<div class="page"><p class="empty">${view.say('changes.none_before')}</p></div>`
  const [first, ...others] = data.summary
  return html`<div class="page">
    <p class="finding" data-chart="finding">${first ? view.pick(first) : ''}${others.map(
      (said) => html`<span class="finding-more">${view.pick(said)}</span>`,
    )}</p>
    ${data.groups.map((group) => groupPart(group, view))}
  </div>`
}

function groupPart({ id, sections }: ChangeGroup, view: View): HTMLElement {
  return html`<section aria-labelledby=${id} data-chart=${`changes-${id}`}>
    <h2 id=${id}>${view.say(`changes.${id}`)}</h2>
    ${
      sections.length === 0
        ? html`<p class="empty">${view.say('changes.none')}</p>`
        : sections.map((section) => sectionPart(section, view))
    }
  </section>`
}

function sectionPart({ title, lines, unlisted }: ChangeSection, view: View): HTMLElement {
  return html`<div>
    <h3>${view.pick(title)}</h3>
    ${cappedList(lines, shown, (line) => entry(subject(line, view), said(line, view)), view)}
    ${unlisted > 0 ? html`<p class="note">${view.say('changes.unlisted', { count: unlisted })}</p>` : null}
  </div>`
}

/** What the line is about; a county leads to its page. */
function subject({ region_code: code, subject: words }: ChangeLine, view: View): Node {
  const isCounty = view.site.counties.some(({ region_code }) => region_code === code)
  return isCounty
    ? html`<a href=${`${view.root}regions/${code}`}>${view.pick(words)}</a>`
    : html`<span>${view.pick(words)}</span>`
}

function said({ status, said: words }: ChangeLine, view: View): Node {
  const mark = status === null ? null : html`<span class=${`mark ${toneOf(status)}`}>${statusShape(status)}</span> `
  return html`<span>${mark}${view.pick(words)}</span>`
}
