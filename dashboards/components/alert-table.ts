import { html } from 'htl'
import type { Alert } from '../../src/domain/alert-data.js'
import { withRemark } from './gap-table.js'
import { sayLife } from './life-words.js'
import { sayValue } from './number.js'
import { frequencyOf, sayDay, sayPeriod, sayPeriods } from './period.js'
import { regionOrders, type SortOrder, sortable } from './sortable.js'
import { sparkline } from './sparkline.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'
import { sayArrival, sayGap, sayTargetArrival, sayTargetGap } from './words.js'

/** Which columns a list of alerts shows: all of an open one, where and when one opened or closed, or what a correction undid. */
export type AlertList = 'open' | 'closed' | 'withdrawn' | 'short'

/** Alerts in the order given, each with when it opened, how bad it was at worst, how it is now, and what it takes to close it. */
export function alertTable(alerts: readonly Alert[], view: View, list: AlertList, caption: string): HTMLElement {
  const value = (alert: Alert, number: number) => sayValue(view.lang, view.indicator(alert.indicator_id), number)
  const place: TableColumn<Alert> = {
    head: view.say('head.region'),
    cell: ({ region_code: code }) =>
      view.isCity(code) ? view.name(code) : html`<a href=${`${view.root}regions/${code}`}>${view.name(code)}</a>`,
  }
  const what: TableColumn<Alert> = {
    head: view.say('head.indicator'),
    cell: ({ indicator_id: id }) => {
      const { page, name } = view.indicator(id)
      return html`<a href=${`${view.root}${page}#${id}`}>${view.pick(name)}</a>`
    },
  }
  const latest: TableColumn<Alert> = {
    head: view.say('head.latest'),
    number: true,
    cell: (alert) => value(alert, alert.latest_value),
  }
  const status: TableColumn<Alert> = {
    head: view.say('head.status'),
    cell: (alert) => withRemark(statusMark(view.lang, alert.latest_status), sayLife(view, alert)),
  }
  const gap: TableColumn<Alert> = {
    head: view.say('head.gap'),
    number: true,
    cell: (alert) =>
      withRemark(html`<b>${sayGap(view, alert) ?? view.say('gap.reached')}</b>`, sayTargetGap(view, alert)),
  }
  const opened: TableColumn<Alert> = {
    head: view.say('head.opened'),
    cell: (alert) => sayPeriod(view.lang, alert.opened_period),
  }
  const age: TableColumn<Alert> = {
    head: view.say('head.age'),
    cell: (alert) => sayPeriods(view.lang, alert.age_periods, frequencyOf(alert.opened_period)),
  }
  const worst: TableColumn<Alert> = {
    head: view.say('head.worst'),
    number: true,
    cell: (alert) => withRemark(value(alert, alert.worst_value), sayPeriod(view.lang, alert.worst_period)),
  }
  const arrival: TableColumn<Alert> = {
    head: view.say('head.arrival'),
    cell: (alert) => withRemark(sayArrival(view, alert), sayTargetArrival(view, alert)),
  }
  const course: TableColumn<Alert> = { head: view.say('head.course'), cell: (alert) => courseOf(alert, view) }
  const closed: TableColumn<Alert> = {
    head: view.say('head.closed'),
    cell: ({ closed_period: period }) => period && sayPeriod(view.lang, period),
  }
  const corrected: TableColumn<Alert> = {
    head: view.say('head.corrected'),
    number: true,
    cell: (alert) => sayValue(view.lang, view.indicator(alert.indicator_id), alert.corrected_value),
  }
  const withdrawn: TableColumn<Alert> = {
    head: view.say('head.withdrawn'),
    cell: ({ withdrawn_on: day }) => withRemark(day ? sayDay(view.lang, day) : '', view.say('alert.withdrawn')),
  }
  const tasks: TableColumn<Alert> = { head: view.say('head.tasks'), cell: (alert) => tasksOf(alert, view) }
  const columns = {
    open: [place, what, status, latest, gap, arrival, course, opened, age, worst, tasks],
    closed: [place, what, latest, course, opened, closed, age, worst],
    withdrawn: [place, what, opened, worst, corrected, withdrawn],
    short: [place, what, status, latest, gap],
  }[list]
  const element = table(caption, columns, alerts)
  element.classList.add(`alerts-${list}`)
  return list === 'short'
    ? element
    : sortable(element, alerts, ordersOf(alerts, view, columns.indexOf(latest), columns.indexOf(gap)), view)
}

/** Values and gaps of different indicators are no order: those have a button only where all alerts are of one. */
function ordersOf(alerts: readonly Alert[], view: View, latest: number, gap: number): SortOrder<Alert>[] {
  const orders: SortOrder<Alert>[] = [
    ...regionOrders<Alert>(view),
    { key: 'indicator', column: 1, by: ({ indicator_id }) => view.pick(view.indicator(indicator_id).name) },
  ]
  if (new Set(alerts.map(({ indicator_id }) => indicator_id)).size > 1) return orders
  if (latest !== -1) orders.push({ key: 'value', column: latest, by: ({ latest_value }) => latest_value })
  if (gap !== -1) orders.push({ key: 'gap', column: gap, by: (alert) => alert.gap })
  return orders
}

/** The tasks that name its region and topic, each with its state; a dash where there is none. */
function tasksOf({ tasks }: Alert, view: View): string | Node {
  if (tasks.length === 0) return view.say('dash')
  return html`<ul class="bare-list">${tasks.map(
    ({ title, state }) =>
      html`<li><a href=${`${view.root}tasks#tasks-${state}`}>${title}</a> <small class="remark">${statusMark(view.lang, state)}</small></li>`,
  )}</ul>`
}

function courseOf(alert: Alert, view: View): SVGElement {
  const indicator = view.indicator(alert.indicator_id)
  const known = alert.recent.filter((value) => value !== null)
  const label = view.say('spark.label', {
    count: alert.recent.length,
    from: sayValue(view.lang, indicator, known[0] ?? null),
    to: sayValue(view.lang, indicator, known.at(-1) ?? null),
  })
  return sparkline({ values: alert.recent, warning: alert.recent_warning }, { label, width: 96, height: 26 })
}
