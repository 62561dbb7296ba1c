import { monthsOf, type Period } from '../../src/domain/period.js'
import { type County, unitIn } from './counties.js'
import type { ReturnRow } from './return-row.js'
import { type TaskCase, taskCases } from './task-cases.js'

/** From when on the lists say which line answers which: before there was no such column. */
const answersSince: Period = '2026-01'

/** What every county answers for, year by year. */
const yearly: Omit<TaskCase, 'county' | 'listed' | 'due'> = {
  topic: '基层减负',
  owner: '{县}委办公室',
  responsibility: '对全年精简文件会议、统一数据报送口子负责',
}

/** The three lists of a prefecture's counties as they stand at the end of a month. */
export function tasksOf(counties: readonly County[], month: Period): ReturnRow[] {
  const year = month.slice(0, 4)
  const units = new Map(counties.map((county) => [unitIn(county, month).code, unitIn(county, month).name]))
  return [...units].flatMap(([code, name]) => {
    const likes = counties.filter((county) => unitIn(county, month).code === code).map(({ like }) => like)
    const every: TaskCase = { ...yearly, county: code, listed: `${year}-01`, due: `${year}-12-31` }
    return [every, ...taskCases.filter(({ county }) => likes.includes(county))]
      .map((one, index) => ({ one, number: `${one.listed.slice(0, 4)}-${String(index + 1).padStart(2, '0')}` }))
      .filter(({ one }) => isListed(one, month))
      .flatMap(({ one, number }) => linesOf(one, number, name.slice(-1), month))
      .map((values) => ({ period: month, region_code: code, region_name: name, values }))
  })
}

/** From the month in which it came up to the end of the year in which it was closed. */
function isListed({ listed, closed }: TaskCase, month: Period): boolean {
  return listed <= month && (closed === undefined || month <= `${closed.slice(0, 4)}-12`)
}

function linesOf(one: TaskCase, number: string, kind: string, month: Period): ReturnRow['values'][] {
  const { topic, owner, due, problem, task, responsibility } = one
  const closed = one.closed !== undefined && one.closed.slice(0, 7) <= month ? one.closed : null
  const state = { progress_pct: `${closed ? 100 : progressIn(one, month)}%`, state: closed ? '办结' : '在办' }
  const line = (list: string, mark: string, title: string | undefined, answers: string) =>
    title === undefined
      ? []
      : [
          {
            ...{ task_id: `${mark}-${number}`, list_kind: list, topic, title },
            ...{ owner_unit: owner.replace('{县}', kind), due_date: due, ...state, closed_date: closed ?? '' },
            ...(month < answersSince ? {} : { answers }),
          },
        ]
  return [
    ...line('问题', 'WT', problem, ''),
    ...line('任务', 'RW', task, problem === undefined ? '' : `WT-${number}`),
    ...line('责任', 'ZR', responsibility, task === undefined ? '' : `RW-${number}`),
  ]
}

/** What is said to be done so far: evenly from the month in which it was listed to its date, and never all of it. */
function progressIn({ listed, due }: TaskCase, month: Period): number {
  const months = (from: Period, to: Period) => {
    const [start, end] = [monthsOf(from).first, monthsOf(to).first]
    return 12 * (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) + Number(end.slice(5)) - Number(start.slice(5))
  }
  const part = months(listed, month) / Math.max(1, months(listed, due.slice(0, 7)))
  return 5 * Math.min(18, Math.round(18 * part))
}
