// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { burdenPage } from '../../dashboards/components/burden-page.js'
import { tasksPage } from '../../dashboards/components/tasks-page.js'
import { fixtureData } from './fixture-data.js'
import { askedFixture, taskLinesFixture } from './task-fixture.js'

const { site, topics } = fixtureData()
const topicOf = (dataset: string) => {
  const found = topics[dataset]
  if (!found) throw new Error(`no topic: ${dataset}`)
  return found
}
const options = { lang: 'zh' as const, width: 1280, earlier: async () => ({ indicators: [] }) }
const tasks = (lines = taskLinesFixture) => tasksPage(topicOf('tasks'), { lines }, site, options)
const said = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
const listed = (page: HTMLElement, list: string) =>
  [...page.querySelectorAll(`[data-chart="tasks-${list}"] tbody tr`)].map(
    (row) => /[A-Z]{2}-\d{4}-\d\d/.exec(said(row))?.[0],
  )

test('every kind of line is a list of its own, what needs somebody first', () => {
  const page = tasks()
  expect(said(page.querySelector('.finding'))).toBe(
    '任务 6 项：已销账 1，报已完成而指标未达标 1，逾期 2，在办 2。没有任务的问题 1 个，没有问题的任务 2 项。',
  )
  expect(listed(page, 'unproven')).toEqual(['RW-2026-03'])
  expect(listed(page, 'overdue')).toEqual(['RW-2026-02', 'RW-2026-07'])
  expect(listed(page, 'lacks_task')).toEqual(['WT-2026-05'])
  expect(listed(page, 'lacks_problem')).toEqual(['RW-2026-06', 'RW-2026-07'])
  expect(listed(page, 'open')).toEqual(['RW-2026-01', 'RW-2026-06'])
  expect(listed(page, 'settled')).toEqual(['RW-2026-04'])
})

test('a task that is done without effect names what is beyond its line; one of a silent county the month of its list', () => {
  const page = tasks()
  expect(said(page.querySelector('[data-chart="tasks-unproven"] tbody tr'))).toMatch(
    /2026年9月20日办结.*报已完成，指标未达标.*仍越线：非公覆盖/,
  )
  expect(said(page.querySelector('[data-chart="tasks-settled"] tbody tr'))).toContain('本月未报，为2026年9月清单')
})

test('an empty list says so', () => {
  const page = tasks([])
  expect(page.querySelectorAll('[data-chart^="tasks-"] .empty')).toHaveLength(6)
  expect(said(page.querySelector('[data-chart="tasks-overdue"]'))).toContain('逾期任务 0 项')
})

test('the burden page adds up the cells of all returns and what asking once would save', () => {
  const page = burdenPage(topicOf('burden'), askedFixture, site, options)
  // 4,320 + 5,040 + 7,200.
  expect(said(page.querySelector('[data-chart="asked-returns"] .lead'))).toContain('3 张报表，全年共要填 16,560 格')
  expect(said(page.querySelector('[data-chart="asked-twice"] .lead'))).toContain('全年可少填 720 格')
  expect(said(page.querySelector('[data-chart="asked-twice"] tbody tr'))).toMatch(
    /^村数.*活动场所.*带头人队伍.*活动场所/,
  )
  const changes = [...page.querySelectorAll('[data-chart="asked-changes"] tbody tr')].map(said)
  expect(changes[0]).toContain('2026年10月比2025年10月')
  expect(changes[0]).toContain('对应清单编号')
  expect(changes[1]).toContain('2026年三季度起新报')
})
