import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import type { Period } from '../../src/domain/period.js'
import type { IndicatorTrend, TopicData } from '../../src/domain/topic-data.js'
import { changeRows } from './change-list.js'
import { figuresOf, periodUntil } from './earlier-figures.js'
import { gapTable } from './gap-table.js'
import { sayPeriod } from './period.js'
import type { ChosenPeriod } from './period-select.js'
import { regionDots } from './region-dots.js'
import { sourceList } from './source-list.js'
import { trend } from './trend.js'
import type { View } from './view.js'

/** One indicator on a topic page. */
export interface TopicSection {
  indicator_id: string
  element: HTMLElement
  /** Draws its charts anew, for another region in colour. */
  drawCharts(): void
  /** Draws everything anew that depends on the period. */
  drawAll(): void
}

/** What a section shows: the latest figures, or those of an earlier period. */
interface Shown {
  figures: readonly Figure[]
  /** Null: the latest. */
  period: Period | null
}

/** An indicator's course, where the counties stand, and what each still needs, of the latest period or of the one chosen. */
export function topicSection(
  each: IndicatorTrend,
  data: TopicData,
  view: View,
  chosen: () => ChosenPeriod | null,
): TopicSection {
  const indicator = view.indicator(each.indicator_id)
  const latest = data.figures.filter((figure) => figure.indicator_id === indicator.id)
  const national = data.national.filter((series) => series.indicator_id === indicator.id && series.points.length > 0)
  const isWide = view.width >= 980
  const width = isWide ? Math.floor((view.width - 40) / 2) : view.width
  const { breaks, history } = data

  const shown = (): Shown => {
    const earlier = chosen()
    if (earlier === null) return { figures: latest, period: null }
    const columns = earlier.data.indicators.find(({ indicator_id }) => indicator_id === indicator.id)
    const period = columns ? periodUntil(columns.periods, earlier.period) : null
    return { figures: columns && period ? figuresOf(columns, period) : [], period: period ?? earlier.period }
  }
  const course = ({ figures, period }: Shown) => {
    const known = period === null ? latest : [...latest, ...figures]
    const selected = view.chosen?.() ?? null
    return trend({ trend: each, figures: known, national, breaks, history, selected, period }, view, width)
  }
  const dots = ({ figures, period }: Shown) =>
    regionDots(
      { figures: countiesOf(figures, view), whole: wholeOf(figures, view), level: 'county', history },
      view,
      width,
    ) ??
    html`<p class="empty">${view.say('period.none', { period: sayPeriod(view.lang, period ?? view.site.period) })}</p>`

  const changes = html`<div></div>`
  const left = html`<div></div>`
  const right = html`<div></div>`
  const gaps = html`<div></div>`
  const drawAll = () => {
    const now = shown()
    const whole = wholeOf(now.figures, view)
    changes.replaceChildren(
      ...[now.period && periodLine(now.period, view), whole && changeList(whole, view)].filter((node) => node !== null),
    )
    left.replaceChildren(course(now))
    right.replaceChildren(dots(now))
    gaps.replaceChildren(
      ...(now.figures.length
        ? [html`<h3>${view.say('gap.title')}</h3>`, gapTable(countiesOf(now.figures, view), view)]
        : []),
    )
  }
  const drawCharts = () => {
    const now = shown()
    redraw(left, course(now))
    redraw(right, dots(now))
  }
  drawAll()
  const element = html`<section class="indicator" id=${indicator.id} aria-labelledby=${`${indicator.id}-name`}>
    <h2 id=${`${indicator.id}-name`}>${view.pick(indicator.name)}</h2>
    <p class="lead">${view.pick(indicator.meaning)}</p>
    ${changes}
    <div class=${isWide ? 'pair' : 'stack'}>
      <div>${left}${sourceList(national, view)}</div>
      <div>${right}${gaps}</div>
    </div>
  </section>`
  return { indicator_id: indicator.id, element, drawCharts, drawAll }
}

const countiesOf = (figures: readonly Figure[], view: View) =>
  figures.filter(({ region_code }) => !view.isCity(region_code))

const wholeOf = (figures: readonly Figure[], view: View) =>
  figures.find(({ region_code }) => view.isCity(region_code)) ?? null

function changeList(whole: Figure, view: View): HTMLElement {
  return html`<dl class="changes" data-chart="changes">${changeRows(whole, view, view.name(whole.region_code))}</dl>`
}

function periodLine(period: Period, view: View): HTMLElement {
  return html`<p class="of-period">${view.say('period.of', { period: sayPeriod(view.lang, period) })}</p>`
}

/** Puts a new drawing in the place of the old one. A table that was open stays open, and what had the focus keeps it. */
function redraw(place: HTMLElement, drawing: HTMLElement): void {
  const active = place.contains(document.activeElement) ? document.activeElement : null
  const row = active?.closest('[data-place]')?.getAttribute('data-place')
  const isOpen = place.querySelector('.table-view[open]') !== null
  place.replaceChildren(drawing)
  const table = drawing.querySelector<HTMLDetailsElement>('.table-view')
  if (isOpen && table) {
    table.open = true
    // The table is built when it is opened, which the browser tells later: too late for the focus.
    table.dispatchEvent(new Event('toggle'))
  }
  const focus = row ? `[data-place="${row}"] .pick` : active?.matches('svg.chart') ? 'svg.chart' : null
  if (focus) drawing.querySelector<HTMLElement>(focus)?.focus({ preventScroll: true })
}
