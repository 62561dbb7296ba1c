import type { Alert } from '../../../src/domain/alert-data.js'
import type { FileView } from '../tools.js'
import { say } from './say.js'
import type { FileColumn } from './sheet.js'

type Column = FileColumn<Alert>

/** Alerts in a file: every value in a column of its own. */
export function alertColumns(view: FileView): Column[] {
  const metaOf = (alert: Alert) => view.indicator(alert.indicator_id)
  const plain = (head: string, value: Column['value']): Column => ({ head, value })
  const measured = (head: string, value: Column['value']): Column => ({
    ...{ head, value },
    decimals: (alert) => metaOf(alert).decimals,
  })
  const period = (value: string | null) => value && view.sayPeriod(view.lang, value)
  return [
    plain(view.say('head.region'), (alert) => view.name(alert.region_code)),
    plain(say(view, 'head.code'), (alert) => alert.region_code),
    plain(view.say('head.indicator'), (alert) => view.pick(metaOf(alert).name)),
    plain(view.say('head.unit'), (alert) => view.say(`axis.${metaOf(alert).unit}`)),
    plain(view.say('head.status'), (alert) => view.say(`status.${alert.latest_status}`)),
    measured(view.say('head.latest'), (alert) => alert.latest_value),
    plain(view.say('head.period'), (alert) => period(alert.latest_period)),
    measured(view.say('line.warning.name'), (alert) => alert.warning),
    plain(view.say('head.gap'), (alert) => alert.gap),
    plain(say(view, 'head.gap_unit'), (alert) => view.pick(metaOf(alert).gap_unit)),
    plain(view.say('head.arrival'), (alert) => view.sayArrival(view, alert)),
    plain(view.say('head.opened'), (alert) => period(alert.opened_period)),
    plain(view.say('head.closed'), (alert) => period(alert.closed_period)),
    plain(view.say('head.age'), (alert) =>
      view.sayPeriods(view.lang, alert.age_periods, view.frequencyOf(alert.opened_period)),
    ),
    measured(view.say('head.worst'), (alert) => alert.worst_value),
    plain(say(view, 'head.worst_period'), (alert) => period(alert.worst_period)),
    plain(
      view.say('head.tasks'),
      ({ tasks }) =>
        tasks.map(({ title, state }) => `${title} ${view.say(`status.${state}`)}`).join(view.say('semicolon')) || null,
    ),
  ]
}
