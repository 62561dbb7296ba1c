import { html } from 'htl'
import type { Alert, AlertsData } from '../../src/domain/alert-data.js'
import type { SiteData } from '../../src/domain/page-data.js'
import { type AlertFilter, alertFilter, isOfKind, isOfPlace } from './alert-filter.js'
import { alertTable } from './alert-table.js'
import { sayLives } from './life-words.js'
import { nearTable } from './near-table.js'
import { returnedLine, type Subject } from './returned.js'
import { statusMark } from './status.js'
import { tools } from './tools.js'
import { createView, type View, type ViewOptions } from './view.js'

/** What is open, how bad, since when, and what closed lately. */
export function alertsPage(data: AlertsData, site: SiteData, options: ViewOptions): HTMLElement {
  const view = createView(site, options)
  const body = html`<div></div>`
  const draw = (filter: AlertFilter) => body.replaceChildren(lists(data, filter, view))
  const filter = alertFilter(data.alerts, view, draw)
  return html`<div class="page">${filter}${body}</div>`
}

function lists({ alerts, near_misses }: AlertsData, filter: AlertFilter, view: View): Node {
  // How bad and how old is a question about what is open: whoever asks it is not shown the rest.
  const isOpenOnly = filter.severity !== '' || filter.age !== ''
  const kept = alerts.filter(
    (alert) => isOfPlace(filter, alert) && (!isOpenOnly || (alert.state === 'open' && isOfKind(filter, alert))),
  )
  const near = isOpenOnly ? [] : near_misses.filter((miss) => isOfPlace(filter, miss))
  const open = kept.filter(({ state }) => state === 'open')
  const ended = kept.filter(({ state }) => state === 'closed')
  const withdrawn = kept.filter(({ state }) => state === 'withdrawn')
  const by = (status: Alert['latest_status']) => open.filter(({ latest_status }) => latest_status === status)
  // Between the warning line and the clear margin an alert is open though its latest value is fine.
  const clearing = open.filter(({ latest_status }) => latest_status !== 'critical' && latest_status !== 'warning')
  const chosen = [
    filter.region && view.name(filter.region),
    filter.indicator && view.pick(view.indicator(filter.indicator).name),
    filter.severity && view.say(`filter.${filter.severity}`),
    filter.age && view.say(`filter.${filter.age}`),
  ]
  const list = (kind: 'open' | 'closed' | 'withdrawn', rows: Alert[], title: string) => {
    const drawing = alertTable(rows, view, kind, title)
    const subject: Subject = { kind: 'alerts', indicator: null, period: view.site.period, whole: null }
    return html`<div>${drawing}${returnedLine(view, subject)}
      ${tools(view, { subject, title, drawing, lines: { alerts: rows }, filters: chosen.filter(Boolean).join(view.say('comma')) })}</div>`
  }
  const group = (status: 'critical' | 'warning' | 'ok', rows: Alert[]) =>
    rows.length === 0
      ? null
      : html`<section data-chart=${`alerts-${status}`}>
          <h2>${view.say(`alerts.${status}`, { count: rows.length })}</h2>
          ${list('open', rows, view.say(`alerts.${status}`, { count: rows.length }))}
        </section>`
  return html`<div>
    <p class="finding">${view.say('alerts.finding', {
      open: open.length,
      critical: by('critical').length,
      regions: new Set(open.map(({ region_code }) => region_code)).size,
    })}</p>
    ${saidOfLives(sayLives(view, kept, near))}
    ${open.length === 0 ? html`<p class="empty">${statusMark(view.lang, 'ok')} ${view.say('alerts.none')}</p>` : null}
    ${group('critical', by('critical'))}
    ${group('warning', by('warning'))}
    ${group('ok', clearing)}
    ${
      near.length
        ? html`<section data-chart="alerts-near">
          <h2>${view.say('near.title', { count: near.length })}</h2>
          <p class="lead">${view.say('near.lead')}</p>
          ${nearTable(near, view)}
        </section>`
        : null
    }
    ${
      isOpenOnly
        ? null
        : html`<section data-chart="alerts-closed">
          <h2>${view.say('alerts.closed', { count: ended.length })}</h2>
          ${ended.length ? list('closed', ended, view.say('alerts.closed', { count: ended.length })) : html`<p class="empty">${view.say('alerts.closed.none')}</p>`}
        </section>`
    }
    ${
      withdrawn.length
        ? html`<section data-chart="alerts-withdrawn">
          <h2>${view.say('alerts.withdrawn', { count: withdrawn.length })}</h2>
          <p class="lead">${view.say('alerts.withdrawn.lead')}</p>
          ${list('withdrawn', withdrawn, view.say('alerts.withdrawn', { count: withdrawn.length }))}
        </section>`
        : null
    }
  </div>`
}

function saidOfLives(words: string | null): Node | null {
  return words === null ? null : html`<p class="lead">${words}</p>`
}
