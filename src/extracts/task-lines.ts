import type { LinkedTask, TaskLine } from '../domain/task-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { shownName } from './shown-name.js'

/**
 * The lines of the three lists, by county and date, each with the open alerts of its topic in its region. `mask` hides personal numbers in
 * what senders wrote.
 */
export async function taskLines(warehouse: Warehouse, mask: (text: string) => string): Promise<TaskLine[]> {
  const rows = await warehouse.query<Omit<TaskLine, 'alerts'> & { alerts: string }>(
    `with linked as (
       select region_code, task_id, to_json(list(alert_id order by alert_id)) as alerts
       from marts.tasks_alerts group by region_code, task_id
     )
     select lines.region_code, lines.period, lines.task_id, lines.list_kind, lines.topic, lines.title, lines.owner_unit, lines.due_date,
       cast(lines.progress_pct as double) as progress_pct, lines.closed_date, lines.answers, lines.state, lines.lacks_task,
       lines.lacks_problem, lines.is_silent, submissions.file_name, lines.row_number, coalesce(linked.alerts, '[]') as alerts
     from marts.tasks_lines as lines
     inner join raw.submissions on submissions.submission_id = lines.submission_id
     left join linked on linked.region_code = lines.region_code and linked.task_id = lines.task_id
     order by lines.region_code, lines.due_date, lines.task_id`,
  )
  return rows.map(({ alerts, file_name, ...row }) => ({
    ...row,
    file_name: shownName(file_name, mask),
    alerts: JSON.parse(alerts),
  }))
}

/** The tasks that name an alert's region and topic, by alert. */
export async function linkedTasks(warehouse: Warehouse): Promise<Map<string, LinkedTask[]>> {
  const rows = await warehouse.query<LinkedTask & { alert_id: string }>(
    `select alert_id, task_id, title, owner_unit, due_date, state from marts.tasks_alerts
     order by alert_id, due_date, task_id`,
  )
  const tasks = new Map<string, LinkedTask[]>()
  for (const { alert_id, ...task } of rows) tasks.set(alert_id, [...(tasks.get(alert_id) ?? []), task])
  return tasks
}
