import { expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { type Dataset, defineDataset } from '../../src/domain/dataset.js'
import { askedData, askedTwice } from '../../src/extracts/asked.js'
import { type TinyFile, tinyWarehouse } from '../warehouse/tiny.js'

const line = (task_id: string) => ({
  ...{ task_id, list_kind: 'task', topic: 'burden', title: '压减文件', owner_unit: '县委办公室' },
  ...{ due_date: '2026-12-31', progress_pct: 50, state: 'open' },
})
const lists = (received: string, period: string, numbers: string[]): TinyFile => ({
  ...{ dataset: 'tasks', unit: '990101', received_at: `${received}T02:00:00.000Z` },
  rows: numbers.map((number) => ['990101', period, line(number)]),
})
const burden = (received: string, period: string): TinyFile => ({
  ...{ dataset: 'burden', unit: '990101', received_at: `${received}T02:00:00.000Z` },
  rows: [['990101', period, { documents_issued: 3 }]],
})

async function asked() {
  const { warehouse } = await tinyWarehouse([
    lists('2025-03-04', '2025-02', ['A']),
    lists('2026-02-04', '2026-01', ['A', 'B']),
    lists('2026-03-04', '2026-02', ['A', 'B', 'C']),
    burden('2026-03-03', '2026-02'),
  ])
  // A year before there was no column that says which line answers which, but one for the day of closing.
  const of = (period: string) =>
    `submission_id in (select submission_id from raw.submission_units where period = '${period}')`
  await warehouse.run(`delete from raw.column_places where ${of('2025-02')} and column_name = 'answers'`)
  await warehouse.run(`delete from raw.column_places where ${of('2026-02')} and column_name = 'closed_date'`)
  const data = await askedData(warehouse, topics)
  await warehouse.close()
  return data
}
const { returns, twice, changes } = await asked()

test('cells are columns times the regions of today, a year’s as many as there are issues; a list has the lines that came last', () => {
  const cells = Object.fromEntries(
    returns.map((one) => [one.dataset, [one.columns, one.rows, one.cells, one.cells_a_year]]),
  )
  expect(cells).toMatchObject({
    // Four townships, two villages, two counties in 2026-02.
    coverage: [14, 4, 56, 672],
    stipend: [6, 4, 24, 288],
    income: [4, 2, 8, 8],
    premises: [6, 4, 24, 96],
    burden: [5, 2, 10, 120],
    tasks: [10, 3, 30, 360],
  })
  // Nobody here fills in the figures of the nation.
  expect(cells).not.toHaveProperty('national')
  const [required] = returns.filter(({ dataset }) => dataset === 'income').map((one) => one.required)
  expect(required).toBe(1)
})

test('villages are asked for in two returns of townships, and only once would do', () => {
  const found = twice.filter(({ returns: [first] }) => first?.column === 'villages')
  expect(found).toHaveLength(1)
  expect(found[0]?.grain).toBe('township')
  expect(found[0]?.returns.map(({ dataset }) => dataset)).toContain('premises')
  expect(found[0]?.returns.map(({ dataset }) => dataset)).toContain('team')
  // Each of the others four times a year for four townships.
  expect(found[0]?.cells_a_year).toBe(4 * 4 * ((found[0]?.returns.length ?? 0) - 1))
})

test('what is new is read from the files of a year before; a return that did not come then is new', () => {
  const said = changes.map(({ dataset, period, before, added, removed }) => [
    ...[dataset, period, before],
    ...[added, removed].map((texts) => texts.map(({ zh }) => zh).join()),
  ])
  expect(said).toContainEqual(['tasks', '2026-02', '2025-02', '对应清单编号', '办结日期'])
  expect(said).toContainEqual([
    'burden',
    '2026-02',
    null,
    '发文数,开会数,督查检查考核数,要求填报表格数,要求填报格数',
    '',
  ])
})

const made = (id: string, changes: Partial<Parameters<typeof defineDataset>[0]>): Dataset =>
  defineDataset({
    ...{ id, title: { zh: id, en: id }, frequency: 'Q', grain: 'township', due_day: 10, partial: 'rows' },
    columns: [{ name: 'villages', header: { zh: '村数', en: 'Villages' }, kind: 'count' }],
    ...changes,
  })
const column = (name: string, zh: string, aliases: string[] = [], group: string | null = null) => ({
  ...{ name, aliases, header: { zh, en: name }, kind: 'count' as const },
  group: group === null ? null : { zh: group, en: group },
})
const regions = new Map([['township', 10] as const, ['county', 2] as const])
const pairs = (...datasets: Dataset[]) =>
  askedTwice(datasets, regions).map((one) => [one.returns.map(({ dataset }) => dataset).join(), one.cells_a_year])

test('the one that asks more often is the one to take it from, then the one that is due earlier', () => {
  expect(pairs(made('late', {}), made('early', { due_day: 5 }))).toEqual([['early,late', 40]])
  expect(pairs(made('early', { due_day: 5 }), made('often', { frequency: 'M' }))).toEqual([['often,early', 40]])
  expect(pairs(made('once', { frequency: 'A' }), made('often', { frequency: 'M' }), made('late', {}))).toEqual([
    ['often,late,once', 50],
  ])
})

test('the same fact is the same name, or a heading that the other knows, under the same group; not at another level or in a list', () => {
  const other = (columns: Dataset['columns'][number][] | ReturnType<typeof column>[]) => made('other', { columns })
  expect(pairs(made('one', {}), other([column('village_count', '村数')]))).toEqual([['one,other', 40]])
  expect(pairs(made('one', {}), other([column('village_count', '行政村数', ['村数'])]))).toEqual([['one,other', 40]])
  expect(pairs(made('one', {}), other([column('firms', '企业数')]))).toEqual([])
  expect(pairs(made('one', {}), other([column('village_count', '村数', [], '已达标')]))).toEqual([])
  expect(pairs(made('one', {}), made('other', { grain: 'county' }))).toEqual([])
  const key = { ...column('number', '编号'), key: true }
  expect(pairs(made('one', {}), other([column('villages', '村数'), key]))).toEqual([])
})
