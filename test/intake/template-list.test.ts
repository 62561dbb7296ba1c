import { expect, test } from 'vitest'
import { tasks } from '../../pipelines/tasks/return.js'
import { takeIn } from '../../src/intake/take-in.js'
import { freeRows } from '../../src/intake/template/order.js'
import { writeTemplate } from '../../src/intake/writing/workbook-new.js'
import { datasets } from './datasets.js'
import { fillIn, goodRows, templateOf } from './fill-template.js'
import { regions } from './regions.js'

const good = goodRows.tasks ?? []
const withNumber = (number: string) => ({ values: good.map((value, index) => (index === 0 ? number : value)) })
const template = templateOf(tasks, '990322', '2026-10', regions)

async function takenIn(rows: Record<number, { values: readonly (string | number | null)[] }>) {
  const bytes = await writeTemplate(fillIn(template, (row) => rows[row] ?? null))
  return takeIn({ name: '报表.xlsx', bytes }, { datasets, regions })
}

test('a template of a list has spare rows of its county, none of which must be filled in', () => {
  const [form] = template.sheets
  const rows = form?.rows.filter(({ cells }) => cells.some(({ look }) => look === 'input')) ?? []
  expect(rows).toHaveLength(freeRows)
  expect(
    new Set(
      rows.map(({ cells }) =>
        cells
          .slice(0, 2)
          .map(({ value }) => value)
          .join(),
      ),
    ),
  ).toEqual(new Set(['990322,孟河县']))
  // A row that is left as it is says nothing, and nobody counts how many there are.
  for (const { cells } of rows) expect(cells.find(({ look }) => look === 'check')?.value).toBe('')
  const total = form?.rows.at(-1)?.cells.find(({ value }) => String(value).startsWith('已填对'))
  expect(total?.value).toBe('已填对 0 行')
})

test('what is filled in comes in, wherever it stands; spare rows are no rows', async () => {
  const { verdict, rows, accepted, findings } = await takenIn({ 0: withNumber('RW-1'), 5: withNumber('RW-2') })
  expect(findings).toEqual([])
  expect(verdict).toBe('accepted')
  expect(rows).toEqual({ in: 2, loaded: 2, rejected: 0 })
  expect(
    accepted.map(({ region_code, values }) => [region_code, values.task_id, values.list_kind, values.due_date]),
  ).toEqual([
    ['990322', 'RW-1', 'task', '2026-12-31'],
    ['990322', 'RW-2', 'task', '2026-12-31'],
  ])
})

test('a number that is there twice is refused where it stands again', async () => {
  const { rows, findings } = await takenIn({ 0: withNumber('RW-1'), 1: withNumber('RW-1') })
  expect(rows).toEqual({ in: 2, loaded: 1, rejected: 1 })
  expect(findings.map(({ code, column }) => [code, column])).toEqual([['duplicate_row', 'task_id']])
})

test('an empty template has no rows, and says so', async () => {
  const { verdict, findings } = await takenIn({})
  expect(verdict).toBe('refused')
  expect(findings.map(({ code }) => code)).toEqual(['no_rows'])
})

test('it is made for one county: for a city it says which code to use', () => {
  expect(() => templateOf(tasks, '990300', '2026-10', regions)).toThrow('990300')
})
