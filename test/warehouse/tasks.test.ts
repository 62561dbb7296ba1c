import { describe, expect, test } from 'vitest'
import { linkedTasks, taskLines } from '../../src/extracts/task-lines.js'
import { columns } from './given.js'
import { type TinyFile, threshold, tinyWarehouse } from './tiny.js'

type Line = Record<string, string | number | null>
const line = (task_id: string, fields: Line = {}): Line => ({
  ...{ task_id, list_kind: 'task', topic: 'burden', title: '压减文件', owner_unit: '县委办公室' },
  ...{ due_date: '2026-12-31', progress_pct: 50, state: 'open', closed_date: null, answers: 'W1', ...fields },
})
const problem = (task_id: string, fields: Line = {}) =>
  line(task_id, { list_kind: 'problem', answers: null, ...fields })
const lists = (received: string, period: string, lines: [region: string, Line][]): TinyFile => ({
  ...{ dataset: 'tasks', unit: '990100', received_at: `${received}T02:00:00.000Z` },
  rows: lines.map(([region, values]) => [region, period, values]),
})
const cells = (received: string, period: string, counties: [region: string, cells: number][]): TinyFile => ({
  ...{ dataset: 'burden', unit: '990100', received_at: `${received}T02:00:00.000Z` },
  rows: counties.map(([region, cells_required]) => [region, period, { forms_required: 1, cells_required }]),
})
const thresholds = [
  threshold({ indicator_id: 'cells_required', region_level: 'county', warning: '500', critical: '800' }),
]

/** 甲区 asks for too many cells from January on, 丁区 only from February on. */
const burden = [
  cells('2026-02-03', '2026-01', [
    ['990101', 900],
    ['990104', 400],
  ]),
  cells('2026-03-03', '2026-02', [
    ['990101', 900],
    ['990104', 600],
  ]),
]

async function told(files: TinyFile[]) {
  const { warehouse, failures } = await tinyWarehouse([...burden, ...files], { thresholds, as_of: '2026-03-10' })
  const lines = await taskLines(warehouse, (text) => text)
  const linked = await linkedTasks(warehouse)
  const figures = await warehouse.query(
    `select * from marts.statuses where indicator_id in ('tasks_done_pct', 'tasks_overdue_count') and period = '2026-02'
     and region_level in ('prefecture', 'county') order by indicator_id desc, region_code`,
  )
  await warehouse.close()
  expect(failures).toEqual([])
  return {
    lines,
    linked,
    figures: columns(figures, 'region_code', 'numerator', 'denominator', 'value', 'units_reported'),
  }
}
const states = ({ lines }: Awaited<ReturnType<typeof told>>) =>
  lines.map(({ region_code, task_id, state }) => `${region_code} ${task_id} ${state}`)

describe('what has become of a line', () => {
  test('a task is overdue from the month of its date on, open before, whatever its progress', async () => {
    const all = await told([
      lists('2026-03-04', '2026-02', [
        ['990101', line('A', { due_date: '2026-01-31' })],
        ['990101', line('B', { due_date: '2026-02-28', progress_pct: 99 })],
        ['990101', line('C', { due_date: '2026-03-01' })],
        ['990104', line('A')],
      ]),
    ])
    expect(states(all)).toEqual(['990101 A overdue', '990101 B overdue', '990101 C open', '990104 A open'])
    expect(all.figures).toEqual([
      // A count adds up; it has no parts.
      ['990100', null, null, 2, 2],
      ['990101', null, null, 2, 1],
      ['990104', null, null, 0, 1],
      ['990100', 0, 4, 0, 2],
      ['990101', 0, 3, 0, 1],
      ['990104', 0, 1, 0, 1],
    ])
  })

  test('a done task is settled where its topic has no open alert, and stays listed where one is open', async () => {
    const done = { state: 'done', progress_pct: 100, closed_date: '2026-01-20' }
    const all = await told([
      lists('2026-03-04', '2026-02', [
        ['990101', line('A', done)],
        ['990101', line('B', { ...done, topic: 'coverage' })],
        // The alert of 丁区 opened in February: a task closed in January is not about it, one closed in February is.
        ['990104', line('A', done)],
        ['990104', line('B', { ...done, closed_date: '2026-02-10' })],
        // Without a day it counts as closed in the month of the list.
        ['990104', line('C', { ...done, closed_date: null })],
        ['990104', problem('W1', { state: 'done', progress_pct: 100 })],
      ]),
    ])
    expect(states(all)).toEqual([
      '990101 A unproven',
      '990101 B settled',
      '990104 A settled',
      '990104 B unproven',
      '990104 C unproven',
      '990104 W1 done',
    ])
    // Done is what was reported: 5 of 5, problems do not count.
    expect(all.figures.slice(3)).toEqual([
      ['990100', 5, 5, 100, 2],
      ['990101', 2, 2, 100, 1],
      ['990104', 3, 3, 100, 1],
    ])
  })

  test('an open problem lacks a task unless one names its number, in the same county; a task lacks a problem likewise', async () => {
    const { lines } = await told([
      lists('2026-03-04', '2026-02', [
        ['990101', problem('W1')],
        ['990101', problem('W2')],
        ['990101', problem('W3', { state: 'done' })],
        ['990101', line('A', { answers: 'W1' })],
        ['990101', line('B', { answers: null })],
        ['990101', line('C', { answers: 'W9' })],
        // A number of another county, or of a line that is no problem, is none.
        ['990104', line('A', { answers: 'W1' })],
        ['990104', line('B', { answers: 'A' })],
        ['990104', line('Z', { list_kind: 'responsibility', answers: 'A' })],
      ]),
    ])
    const of = (flag: 'lacks_task' | 'lacks_problem') =>
      lines.filter((one) => one[flag]).map(({ region_code, task_id }) => `${region_code} ${task_id}`)
    expect(of('lacks_task')).toEqual(['990101 W2'])
    expect(of('lacks_problem')).toEqual(['990101 B', '990101 C', '990104 A', '990104 B'])
  })

  test('silence settles nothing: the list that came last stays, and says so; the latest file of a month counts', async () => {
    const all = await told([
      lists('2026-02-04', '2026-01', [
        ['990101', line('A')],
        ['990104', line('A', { due_date: '2026-02-15' })],
      ]),
      lists('2026-03-04', '2026-02', [['990101', line('A', { progress_pct: 60 })]]),
      { ...lists('2026-03-06', '2026-02', [['990101', line('B', { progress_pct: 70 })]]), unit: '990101' },
    ])
    expect(
      all.lines.map(({ region_code, task_id, period, is_silent, state }) => [
        region_code,
        task_id,
        period,
        is_silent,
        state,
      ]),
    ).toEqual([
      ['990101', 'B', '2026-02', false, 'open'],
      // As of January its date had not come.
      ['990104', 'A', '2026-01', true, 'open'],
    ])
    expect(all.figures[2]).toEqual(['990104', null, null, null, 0])
  })
})

test('an alert links to the tasks that name its region and topic, those that are settled left out', async () => {
  const { lines, linked } = await told([
    lists('2026-03-04', '2026-02', [
      ['990101', line('A', { due_date: '2026-01-31' })],
      ['990101', line('B', { topic: 'stipend' })],
      ['990101', problem('W1')],
      ['990104', line('A', { state: 'done', closed_date: '2026-01-20' })],
      ['990104', line('B', { state: 'done', closed_date: '2026-02-20' })],
    ]),
  ])
  expect(
    [...linked].map(([alert, tasks]) => [alert, tasks.map(({ task_id, state }) => `${task_id} ${state}`)]),
  ).toEqual([
    ['cells_required:990101:2026-01', ['A overdue']],
    ['cells_required:990104:2026-02', ['B unproven']],
    // The overdue task of 甲区 is itself beyond no line here: none is set for it.
  ])
  expect(
    lines
      .filter(({ alerts }) => alerts.length > 0)
      .map(({ region_code, task_id, alerts }) => [region_code, task_id, alerts]),
  ).toEqual([
    ['990101', 'A', ['cells_required:990101:2026-01']],
    ['990104', 'B', ['cells_required:990104:2026-02']],
  ])
})
