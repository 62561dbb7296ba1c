import { expect, test } from 'vitest'
import type { StateAlert } from '../../src/domain/release-state.js'
import { alertNews } from '../../src/extracts/alert-news.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { tinyWarehouse } from '../warehouse/tiny.js'
import { alert, figure, later, state } from './states.js'

const critical = { latest_status: 'critical' } as const

/** What is told when these alerts are followed by those: the kinds of news, and how often the warehouse was opened. */
async function told(from: StateAlert[], to: StateAlert[], figures = [figure({ region_code: '990101' })]) {
  let opened = 0
  const open = async (): Promise<Warehouse> => {
    opened += 1
    return (await tinyWarehouse([])).warehouse
  }
  const { criticals, withdrawn } = await alertNews(state({ alerts: from }), later({ alerts: to, figures }), [], open)
  return { criticals, withdrawn, opened }
}
const counts = async (from: StateAlert[], to: StateAlert[]) => {
  const { criticals, withdrawn, opened } = await told(from, to)
  return [criticals.length, withdrawn.length, opened]
}

test('critical is told of when it opens, when it gets there, and when it comes back, not while it stays', {
  timeout: 30_000,
}, async () => {
  expect(await counts([], [alert(critical)])).toEqual([1, 0, 1])
  expect(await counts([alert()], [alert(critical)])).toEqual([1, 0, 1])
  const closed = alert({ ...critical, state: 'closed', closed_period: '2026-08' })
  expect(await counts([closed], [alert(critical)])).toEqual([1, 0, 1])
  expect(await counts([alert(critical)], [alert({ ...critical, latest_value: 50 })])).toEqual([0, 0, 0])
  expect(await counts([], [alert()])).toEqual([0, 0, 0])
})

test('a correction that only dates it otherwise is no news, one that also makes it critical is', {
  timeout: 30_000,
}, async () => {
  const august = { opened_period: '2026-08' }
  expect(await counts([alert(critical)], [alert({ ...critical, ...august })])).toEqual([0, 0, 0])
  expect(await counts([alert()], [alert({ ...critical, ...august })])).toEqual([1, 0, 1])
})

test('withdrawn is told with the value before the correction, closed is not told', { timeout: 30_000 }, async () => {
  expect((await told([alert({ latest_value: 42 })], [])).withdrawn).toMatchObject([
    { region_name: '甲区', value: 42, opened_period: '2026-07', critical: null, gap: null },
  ])
  expect(await counts([alert()], [alert({ state: 'closed', closed_period: '2026-10' })])).toEqual([0, 0, 0])
})

test('the critical line is told where the figure is of the alert’s period', { timeout: 30_000 }, async () => {
  const line = async (period: string) =>
    (await told([], [alert(critical)], [figure({ region_code: '990101', period })])).criticals[0]?.critical
  expect(await line('2026-09')).toBe(60)
  expect(await line('2026-10')).toBeNull()
})
