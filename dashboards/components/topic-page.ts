import { html } from 'htl'
import type { SiteData } from '../../src/domain/page-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
import { keepInAddress } from './address.js'
import { inTurn } from './draw-in-turn.js'
import type { LoadEarlier } from './earlier-figures.js'
import { periodSelect } from './period-select.js'
import { chooseWhereSeen, markChosen } from './region-choice.js'
import { regionSelect } from './region-select.js'
import { topicSection } from './topic-section.js'
import { createView, type View, type ViewOptions } from './view.js'

/** What a topic page is given beside its data: `earlier` reads the figures of earlier periods, when somebody asks for one. */
export interface TopicPageOptions extends ViewOptions {
  earlier: LoadEarlier
}

/**
 * One topic in depth, or several under one another, each under the name of its return: for every indicator its course, where the
 * counties stand, and what each still needs. A county can be chosen, and an earlier period; both are kept in the address.
 */
export function topicPage(
  data: TopicData,
  site: SiteData,
  options: TopicPageOptions,
  extra?: (view: View) => Node,
): HTMLElement {
  const plain = createView(site, options)
  const region = regionSelect(plain, () => {
    markChosen(page, region.chosen())
    drawCharts()
  })
  const view: View = { ...plain, chosen: region.chosen }
  const period = periodSelect(data.trends, view, options.earlier, () => drawAll())
  const sections = data.trends.map((each) => topicSection(each, data, view, period.chosen))
  const drawCharts = inTurn(sections.map(({ element, drawCharts: draw }) => ({ element, draw })))
  const drawAll = inTurn(sections.map(({ element, drawAll: draw }) => ({ element, draw })))
  const page = html`<div class="page">
    <div class="bar">
      <nav class="contents" aria-label=${view.say('topic.contents')}><ul>${data.trends.map(
        ({ indicator_id: id }) => html`<li><a href=${`#${id}`}>${view.pick(view.indicator(id).short_name)}</a></li>`,
      )}</ul></nav>
      ${region.element} ${period.element}
    </div>
    ${period.note}
    ${extra?.(view)}
    <div>${data.parts.flatMap(({ dataset, title }) => [
      data.parts.length > 1 ? html`<h2 class="part">${view.pick(title)}</h2>` : null,
      ...sections
        .filter(({ indicator_id }) => view.indicator(indicator_id).dataset === dataset)
        .map(({ element }) => element),
    ])}</div>
  </div>`
  markChosen(page, region.chosen())
  chooseWhereSeen(page, region.choose)
  keepInAddress()
  return page
}
