import type { Alert } from '../domain/alert-data.js'
import { monthOfReceipt, type Period, shiftPeriod } from '../domain/period.js'
import type { RegionLevel } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type RecentValues, recentKey } from './figures.js'
import { linkedTasks } from './task-lines.js'

/** The levels whose alerts are listed together: those of a township are told on its own page. */
const listed: readonly RegionLevel[] = ['province', 'prefecture', 'county']

/**
 * The alerts of the city and its counties, or of the levels given: open ones worst first, then those closed, then those withdrawn among the returns of the last 12
 * months.
 */
export async function alertsOf(
  warehouse: Warehouse,
  month: Period,
  recent: RecentValues,
  levels: readonly RegionLevel[] = listed,
): Promise<Alert[]> {
  const ofLevels = levels.map((level) => `'${level}'`).join(', ')
  const rows = await warehouse.query<Omit<Alert, 'recent' | 'recent_warning' | 'tasks'>>(
    `select alerts.alert_id, alerts.region_code, alerts.indicator_id, alerts.state, alerts.opened_period, alerts.worst_period,
       round(alerts.worst_value, 4) as worst_value, alerts.latest_period, round(alerts.latest_value, 4) as latest_value,
       alerts.closed_period, alerts.withdrawn_on,
       case when alerts.state = 'withdrawn' then round(at_worst.value, 4) end as corrected_value,
       alerts.silent_periods, alerts.latest_status,
       case when alerts.state = 'open' then statuses.gap end as gap,
       case when alerts.state = 'open' then statuses.arrival_period end as arrival_period,
       case when alerts.state = 'open' then statuses.target_gap end as target_gap,
       case when alerts.state = 'open' then statuses.target_arrival_period end as target_arrival_period,
       statuses.pace, alerts.life, alerts.is_chronic, alerts.age_periods, cast(statuses.warning as double) as warning
     from marts.alerts
     inner join marts.statuses
       on statuses.region_code = alerts.region_code and statuses.indicator_id = alerts.indicator_id
       and statuses.period = alerts.latest_period and statuses.region_level in (${ofLevels})
     left join marts.indicator_values as at_worst
       on at_worst.region_code = alerts.region_code and at_worst.indicator_id = alerts.indicator_id
       and at_worst.period = alerts.worst_period
     inner join raw.indicators on indicators.indicator_id = alerts.indicator_id
     left join raw.calendar on calendar.dataset = indicators.dataset and calendar.period = alerts.closed_period
     where alerts.region_level in (${ofLevels})
       and (alerts.state = 'open' or calendar.last_month > $1 or strftime(alerts.withdrawn_on, '%Y-%m') > $2)
     order by case alerts.state when 'open' then 1 when 'closed' then 2 else 3 end, alerts.latest_status <> 'critical',
       alerts.closed_period desc, alerts.withdrawn_on desc, alerts.age_periods desc, alerts.alert_id`,
    [shiftPeriod(month, -12), monthOfReceipt(shiftPeriod(month, -12))],
  )
  const tasks = await linkedTasks(warehouse)
  return rows.map((row) => {
    const course = recent.get(recentKey(row.region_code, row.indicator_id))
    return {
      ...row,
      recent: course?.values ?? [],
      recent_warning: course?.warnings ?? [],
      tasks: tasks.get(row.alert_id) ?? [],
    }
  })
}
