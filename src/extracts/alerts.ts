import type { Alert } from '../domain/page-data.js'
import { type Period, shiftPeriod } from '../domain/period.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type RecentValues, recentKey } from './figures.js'

/** The alerts of the city and its counties: open ones worst first, then those closed within the last 12 months. */
export async function alertsOf(warehouse: Warehouse, month: Period, recent: RecentValues): Promise<Alert[]> {
  const rows = await warehouse.query<Omit<Alert, 'recent'>>(
    `select alerts.alert_id, alerts.region_code, alerts.indicator_id, alerts.state, alerts.opened_period, alerts.worst_period,
       round(alerts.worst_value, 4) as worst_value, alerts.latest_period, round(alerts.latest_value, 4) as latest_value,
       alerts.closed_period, alerts.silent_periods, alerts.latest_status, statuses.gap, statuses.arrival_period,
       alerts.age_periods, cast(statuses.warning as double) as warning
     from marts.alerts
     inner join marts.statuses
       on statuses.region_code = alerts.region_code and statuses.indicator_id = alerts.indicator_id
       and statuses.period = alerts.latest_period
     inner join raw.indicators on indicators.indicator_id = alerts.indicator_id
     left join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = alerts.closed_period
     where alerts.region_level in ('province', 'prefecture', 'county')
       and (alerts.state = 'open' or calendar.last_month > $1)
     order by alerts.state = 'closed', alerts.latest_status <> 'critical', alerts.closed_period desc, alerts.age_periods desc,
       alerts.alert_id`,
    [shiftPeriod(month, -12)],
  )
  return rows.map((row) => ({ ...row, recent: recent.get(recentKey(row.region_code, row.indicator_id))?.values ?? [] }))
}
