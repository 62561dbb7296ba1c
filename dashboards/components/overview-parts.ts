import { html } from 'htl'
import type { OverviewData } from '../../src/domain/page-data.js'
import { indicatorCard } from './indicator-card.js'
import { sayPeriod } from './period.js'
import type { View } from './view.js'
import { wrongSide } from './words.js'

/** The month in one sentence. */
export function finding(data: OverviewData, view: View): Node {
  const difference = data.critical - data.critical_before
  const change = difference === 0 ? 'finding.same' : difference > 0 ? 'finding.more' : 'finding.fewer'
  const values = { period: sayPeriod(view.lang, view.site.period), counties: data.counties, critical: data.critical }
  return html`<span>${view.say(data.critical === 0 ? 'finding.none' : 'finding.critical', values)}${view.say(change, { difference: Math.abs(difference) })}${
    data.warning ? view.say('finding.warning', { warning: data.warning }) : ''
  }${view.say('stop')}<span class="finding-more">${view.say('finding.alerts', {
    open: data.open_alerts,
    opened: data.opened.length,
    closed: data.closed.length,
    silent: data.silent_alerts ? view.say('finding.silent', { count: data.silent_alerts }) : '',
    withdrawn: data.withdrawn.length ? view.say('finding.withdrawn', { count: data.withdrawn.length }) : '',
  })}</span></span>`
}

/** A headline indicator of the city, and how many counties are beyond its line. */
export function headlineCard(
  { figure, trend, below, counties }: OverviewData['cards'][number],
  view: View,
): HTMLElement {
  const indicator = view.indicator(figure.indicator_id)
  const count = below === 0 ? 'card.none' : 'card.below'
  return indicatorCard(
    {
      figure,
      course: { values: trend.values.slice(-25), warning: trend.warning.slice(-25) },
      href: `${view.root}${indicator.page}#${indicator.id}`,
      remark: html`<b class=${below ? 'count' : ''}>${view.say(count, { counties, below, side: wrongSide(view, indicator) })}</b>`,
    },
    view,
  )
}
