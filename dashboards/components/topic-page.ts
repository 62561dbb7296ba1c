import { html } from 'htl'
import type { IndicatorTrend, SiteData, TopicData } from '../../src/domain/page-data.js'
import type { RegionCode } from '../../src/domain/region.js'
import { changeRows } from './change-list.js'
import { gapTable } from './gap-table.js'
import { regionDots } from './region-dots.js'
import { regionSelect } from './region-select.js'
import { sourceList } from './source-list.js'
import { trend } from './trend.js'
import { createView, type View, type ViewOptions } from './view.js'

/**
 * One topic in depth, or several under one another, each under the name of its return: for every indicator its course, where the
 * counties stand, and what each still needs.
 */
export function topicPage(
  data: TopicData,
  site: SiteData,
  options: ViewOptions,
  extra?: (view: View) => Node,
): HTMLElement {
  const view = createView(site, options)
  const body = html`<div></div>`
  const draw = (selected: RegionCode | null) =>
    body.replaceChildren(
      ...data.parts.flatMap(({ dataset, title }) => [
        ...(data.parts.length > 1 ? [html`<h2 class="part">${view.pick(title)}</h2>`] : []),
        ...data.trends
          .filter((each) => view.indicator(each.indicator_id).dataset === dataset)
          .map((each) => section(each, data, view, selected)),
      ]),
    )
  const select = regionSelect(view, draw)
  return html`<div class="page">
    <div class="bar">
      <nav class="contents" aria-label=${view.say('topic.contents')}><ul>${data.trends.map(
        ({ indicator_id: id }) => html`<li><a href=${`#${id}`}>${view.pick(view.indicator(id).short_name)}</a></li>`,
      )}</ul></nav>
      ${select}
    </div>
    ${extra?.(view)}
    ${body}
  </div>`
}

function section(each: IndicatorTrend, data: TopicData, view: View, selected: RegionCode | null): HTMLElement {
  const indicator = view.indicator(each.indicator_id)
  const figures = data.figures.filter((figure) => figure.indicator_id === indicator.id)
  const counties = figures.filter(({ region_code }) => !view.isCity(region_code))
  const whole = figures.find(({ region_code }) => view.isCity(region_code)) ?? null
  const national = data.national.filter((series) => series.indicator_id === indicator.id && series.points.length > 0)
  const isWide = view.width >= 980
  const width = isWide ? Math.floor((view.width - 40) / 2) : view.width
  return html`<section class="indicator" id=${indicator.id} aria-labelledby=${`${indicator.id}-name`}>
    <h2 id=${`${indicator.id}-name`}>${view.pick(indicator.name)}</h2>
    <p class="lead">${view.pick(indicator.meaning)}</p>
    ${whole && html`<dl class="changes" data-chart="changes">${changeRows(whole, view, view.name(whole.region_code))}</dl>`}
    <div class=${isWide ? 'pair' : 'stack'}>
      <div>${trend({ trend: each, figures, national, breaks: data.breaks, history: data.history, selected }, view, width)}${sourceList(national, view)}</div>
      <div>${regionDots({ figures: counties, whole, level: 'county', history: data.history }, view, width)}
        <h3>${view.say('gap.title')}</h3>${gapTable(counties, view)}</div>
    </div>
  </section>`
}
