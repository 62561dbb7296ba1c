import { html } from 'htl'
import type { SiteData } from '../../src/domain/page-data.js'
import type { TaskLine, TaskLinesData } from '../../src/domain/task-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
import { statusMark } from './status.js'
import { tableView } from './table.js'
import { taskTable } from './task-lines.js'
import { type TopicPageOptions, topicPage } from './topic-page.js'
import type { View } from './view.js'

/** What the page lists, what needs somebody first: which lines belong there. */
const lists = {
  unproven: ({ state }: TaskLine) => state === 'unproven',
  overdue: ({ list_kind, state }: TaskLine) => list_kind === 'task' && state === 'overdue',
  lacks_task: (line: TaskLine) => line.lacks_task,
  lacks_problem: (line: TaskLine) => line.lacks_problem,
  open: ({ list_kind, state }: TaskLine) => list_kind === 'task' && state === 'open',
  settled: ({ state }: TaskLine) => state === 'settled',
} as const
type List = keyof typeof lists

/** The three lists: what is wrong with them first, then what is under way and what is settled; then how many are done and overdue. */
export function tasksPage(
  data: TopicData,
  { lines }: TaskLinesData,
  site: SiteData,
  options: TopicPageOptions,
): HTMLElement {
  return topicPage(data, site, options, (view) => {
    const names = Object.keys(lists) as List[]
    return html`<div>
      <p class="finding" data-chart="finding">${finding(lines, view)}</p>
      ${names.map((name) => listOf(name, lines.filter(lists[name]), view))}
      ${tableView(view, () => taskTable(lines, view, view.say('tasks.all', { count: lines.length })))}
    </div>`
  })
}

function listOf(name: List, lines: readonly TaskLine[], view: View): HTMLElement {
  const caption = view.say(`tasks.${name}`, { count: lines.length })
  return html`<section aria-labelledby=${`tasks-${name}`} data-chart=${`tasks-${name}`}>
    <h2 id=${`tasks-${name}`}>${caption}</h2>
    ${
      lines.length === 0
        ? html`<p class="empty">${statusMark(view.lang, 'ok')} ${view.say('tasks.none')}</p>`
        : html`<div><p class="lead">${view.say(`tasks.${name}.lead`)}</p>${taskTable(lines, view, caption)}</div>`
    }
  </section>`
}

function finding(lines: readonly TaskLine[], view: View): string {
  const tasks = lines.filter(({ list_kind }) => list_kind === 'task')
  const count = (name: List) => lines.filter(lists[name]).length
  return view.say('tasks.finding', {
    tasks: tasks.length,
    settled: count('settled'),
    unproven: count('unproven'),
    overdue: count('overdue'),
    open: count('open'),
    lacks_task: count('lacks_task'),
    lacks_problem: count('lacks_problem'),
  })
}
