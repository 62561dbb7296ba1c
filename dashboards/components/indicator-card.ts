import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import { rest } from './capped-list.js'
import { changeRows } from './change-list.js'
import { sayLine, splitValue } from './number.js'
import { sayPeriod } from './period.js'
import { type SparklineData, sparkline } from './sparkline.js'
import { statusMark } from './status.js'
import type { View } from './view.js'
import { sayArrivalInFull, sayFigure, sayGap, sayIncomplete, sayTargetArrival, sayTargetGap } from './words.js'

export interface CardData {
  figure: Figure
  course: SparklineData
  /** Where the name leads. */
  href?: string
  /** A last line: how many regions are beyond the line. */
  remark?: string | Node
  /** Says gap and arrival too, as a region's own page does. */
  isDetailed?: boolean
  /** What became of the figure, and of the earlier ones of its course, after they were first known. */
  history?: { now: readonly string[]; earlier: readonly string[] }
  /** At the foot: what opens where the figure comes from. */
  foot?: Node
}

/** One indicator of one region: value, status, change, and its course against the line. */
export function indicatorCard(data: CardData, view: View): HTMLElement {
  const { figure, course, href, remark, isDetailed = false, history, foot } = data
  const indicator = view.indicator(figure.indicator_id)
  const name = view.pick(indicator.name)
  const gap = isDetailed ? sayGap(view, figure) : null
  const target = isDetailed && sayTargetGap(view, figure) ? sayGap(view, { ...figure, gap: figure.target_gap }) : null
  const known = course.values.filter((value) => value !== null)
  const label = view.say('spark.label', {
    count: course.values.length,
    from: sayFigureValue(view, figure, known[0]),
    to: sayFigureValue(view, figure, known.at(-1)),
  })
  return html`<section class=${`card ${figure.status ?? 'no_line'}`} id=${isDetailed ? indicator.id : null}>
    <div class="card-head"><h3>${href ? html`<a href=${href}>${name}</a>` : name}</h3>${statusMark(view.lang, figure.status)}</div>
    <div class="card-main">
      <p class="card-value">${bigValue(view, figure)}</p>
      <div class="card-course">${known.length ? sparkline(course, { label, width: 150, height: 40 }) : null}
        ${figure.warning === null ? null : html`<small>${view.say('line.warning', { value: sayLine(view.lang, indicator, figure.warning) })}</small>`}</div>
    </div>
    <dl class="changes">
      ${changeRows(figure, view)}
      ${gap && html`<div><dt>${view.say('head.gap')}</dt><dd><b>${gap}</b>${view.say('comma')}${sayArrivalInFull(view, figure)}</dd></div>`}
      ${target && html`<div><dt>${view.say('head.target')}</dt><dd>${[target, sayTargetArrival(view, figure)].filter(Boolean).join(view.say('comma'))}</dd></div>`}
    </dl>
    <p class="card-remark">${[remark, sayIncomplete(view, figure), periodRemark(view, figure)].filter(Boolean).map((part) => html`<span>${part}</span>`)}</p>
    ${history?.now.map(note)}
    ${history?.earlier.length ? rest(view.say('history.earlier', { count: history.earlier.length }), () => html`<div>${history.earlier.map(note)}</div>`) : null}
    ${foot ? html`<p class="card-foot">${foot}</p>` : null}
  </section>`
}

const note = (words: string) => html`<p class="note">${words}</p>`

/** The value in large figures with its unit beside it; carries the raw value for those who check. */
function bigValue(view: View, figure: Figure): HTMLElement {
  const indicator = view.indicator(figure.indicator_id)
  const isPlain = figure.value !== null && figure.status !== 'small_base' && figure.status !== 'not_due'
  const { number, unit } =
    isPlain && figure.value !== null
      ? splitValue(view.lang, indicator, figure.value)
      : { number: sayFigure(view, figure), unit: '' }
  return html`<span class=${isPlain ? 'value' : 'value words'} data-figure=${indicator.id} data-region=${figure.region_code} data-value=${figure.value ?? ''}
    >${number}<small>${unit}</small></span>`
}

/** A figure that is not of the site's month says so. */
function periodRemark(view: View, figure: Figure): string | null {
  return figure.period === view.site.period
    ? null
    : view.say('figure.period', { period: sayPeriod(view.lang, figure.period) })
}

function sayFigureValue(view: View, figure: Figure, value: number | null | undefined): string {
  if (value == null) return view.say('status.not_reported')
  const { number, unit } = splitValue(view.lang, view.indicator(figure.indicator_id), value)
  return number + unit
}
