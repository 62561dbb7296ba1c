import type { Period } from './period.js'
import type { RegionCode } from './region.js'

/** Which of the three lists a line is on: 问题清单, 任务清单, 责任清单. */
export type ListKind = 'problem' | 'task' | 'responsibility'

/**
 * What has become of a line: not done, its date come (`overdue`) or not (`open`); a task that is done and whose topic has no open alert in
 * the region (`settled`), or has one still (`unproven`); a line of another list that is done.
 */
export type TaskState = 'open' | 'overdue' | 'settled' | 'unproven' | 'done'

/** A line of the three lists, as its county last reported it. */
export interface TaskLine {
  region_code: RegionCode
  /** The month that it was reported for. */
  period: Period
  task_id: string
  list_kind: ListKind
  /** The topic by the dataset that its indicators come from. */
  topic: string
  title: string
  /** An office, never a person. */
  owner_unit: string
  due_date: string
  progress_pct: number
  closed_date: string | null
  /** The line that it answers: of a task its problem, of a responsibility its task. */
  answers: string | null
  state: TaskState
  /** An open problem that no task answers. */
  lacks_task: boolean
  /** A task that answers no problem on the list. */
  lacks_problem: boolean
  /** True when nothing was reported for the month of the site: the line is as it last was. */
  is_silent: boolean
  /** Where it stands: file and row, as a person counts it. */
  file_name: string
  row_number: number
  /** The open alerts of its topic in its region. */
  alerts: string[]
}

/** `task-lines.json` */
export interface TaskLinesData {
  lines: TaskLine[]
}

/** A task that names an alert's region and topic. */
export interface LinkedTask {
  task_id: string
  title: string
  owner_unit: string
  due_date: string
  state: TaskState
}
