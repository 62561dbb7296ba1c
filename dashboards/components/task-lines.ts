import { html } from 'htl'
import type { TaskLine } from '../../src/domain/task-data.js'
import { withRemark } from './gap-table.js'
import type { MessageKey } from './messages.js'
import { sayDay, sayPeriod } from './period.js'
import { choosable } from './region-choice.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'

/** Lines of the three lists in the order given: whose, what, which office, by when, how far, and what has become of it. */
export function taskTable(lines: readonly TaskLine[], view: View, caption: string): HTMLElement {
  const columns: TableColumn<TaskLine>[] = [
    {
      head: view.say('head.region'),
      cell: ({ region_code: code }) => html`<a href=${`${view.root}regions/${code}`}>${view.name(code)}</a>`,
    },
    { head: view.say('head.subject'), cell: (line) => withRemark(line.title, aboutLine(line, view)) },
    { head: view.say('head.owner'), cell: ({ owner_unit }) => owner_unit },
    {
      head: view.say('head.due'),
      cell: ({ due_date }) => html`<span class="nowrap">${sayDay(view.lang, due_date)}</span>`,
    },
    {
      head: view.say('head.progress'),
      number: true,
      cell: ({ progress_pct, closed_date }) =>
        closed_date
          ? withRemark(`${progress_pct}%`, view.say('task.closed', { day: sayDay(view.lang, closed_date) }))
          : `${progress_pct}%`,
    },
    {
      head: view.say('head.state'),
      cell: (line) => withRemark(statusMark(view.lang, line.state), remarkOf(line, view)),
    },
  ]
  const element = table(caption, columns, lines)
  element.classList.add('task-lines')
  return choosable(
    element,
    lines.map(({ region_code }) => region_code),
    view,
  )
}

/** Number, list and topic; and the line that it answers, for those who look it up. */
function aboutLine({ task_id, list_kind, topic, answers }: TaskLine, view: View): string {
  const parts = [task_id, view.say(`list.${list_kind}`), topicOf(topic, view)]
  if (answers) parts.push(view.say('task.answers', { number: answers }))
  return parts.join(view.say('middot'))
}

/** Why it is not settled, and how old the report is when the county was silent since. */
function remarkOf({ state, alerts, is_silent, period }: TaskLine, view: View): string | null {
  const remarks: string[] = []
  if (state === 'unproven' && alerts.length > 0) {
    const names = [...new Set(alerts.map((id) => view.pick(view.indicator(id.split(':')[0] ?? '').short_name)))]
    remarks.push(view.say('task.still', { names: names.join(view.say('list.comma')) }))
  }
  if (is_silent) remarks.push(view.say('task.silent', { period: sayPeriod(view.lang, period) }))
  return remarks.length > 0 ? remarks.join(view.say('semicolon')) : null
}

function topicOf(topic: string, view: View): string {
  const key = `task.topic.${topic}`
  return isTopic(key) ? view.say(key) : topic
}

const topicKeys = [
  'task.topic.coverage',
  'task.topic.income',
  'task.topic.stipend',
  'task.topic.premises',
  'task.topic.funding',
  'task.topic.team',
  'task.topic.rectification',
  'task.topic.burden',
] as const satisfies readonly MessageKey[]

function isTopic(key: string): key is (typeof topicKeys)[number] {
  return topicKeys.some((one) => one === key)
}
