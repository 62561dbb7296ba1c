import { describe, expect, test } from 'vitest'
import { burdenOf } from '../../data/sample/burden.js'
import { counties } from '../../data/sample/counties.js'
import { tasksOf } from '../../data/sample/tasks.js'
import { namesOffices } from '../../src/domain/office.js'
import { type Period, periodsBetween, yearBefore } from '../../src/domain/period.js'
import type { Threshold } from '../../src/domain/threshold.js'
import { returns, thresholds } from './judge.js'

type Count = 'documents_issued' | 'meetings_held' | 'inspections'
const rowOf = (month: Period, code: string) =>
  returns.burden?.rowsOf(month).find(({ region_code }) => region_code === code)?.values
const line = (id: string, month: Period): Threshold =>
  thresholds.find(
    (row) => row.indicator_id === id && row.valid_from <= month && month <= (row.valid_to ?? '9999-12'),
  ) as Threshold

/** The change on the year before in per cent and what the line says of it, worked out from the rows alone; null without both months. */
function standing(code: string, count: Count, id: string, month: Period): string | null {
  const [now, then] = [rowOf(month, code)?.[count], rowOf(yearBefore(month), code)?.[count]]
  if (typeof now !== 'number' || typeof then !== 'number') return null
  const { warning, critical, min_denominator } = line(id, month)
  const change = (100 * (now - then)) / then
  if (then < min_denominator) return 'small_base'
  return change > (critical ?? 0) ? 'critical' : change > (warning ?? 0) ? 'warning' : 'ok'
}

describe('burden', () => {
  const codes = [...new Set(burdenOf(counties, '2026-10').map(({ region_code }) => region_code))]

  test('falls unevenly: most counties meet the line in the last month, some do not, and one issues more than before', () => {
    const last = Object.fromEntries(
      codes.map((code) => [code, standing(code, 'documents_issued', 'documents_change_pct', '2026-10')]),
    )
    expect(Object.entries(last).filter(([, status]) => status === 'critical')).toEqual([['990323', 'critical']])
    expect(
      Object.entries(last)
        .filter(([, status]) => status === 'warning')
        .map(([code]) => code),
    ).toEqual(['990326', '990328'])
    expect(Object.values(last).filter((status) => status === 'ok')).toHaveLength(11)
    const [now, then] = ['2026-10', '2025-10'].map((month) => Number(rowOf(month, '990323')?.documents_issued))
    expect(now).toBeGreaterThan(Number(then))
  })

  test('rises again: 双岘县 had halved its inspections until June, 青埂县 its documents fell by a third until August', () => {
    const course = (code: string, count: Count, id: string) =>
      periodsBetween('2026-01', '2026-10').map((month) => standing(code, count, id, month))
    expect(course('990324', 'inspections', 'inspections_change_pct').slice(0, 6)).toEqual(Array(6).fill('ok'))
    expect(course('990324', 'inspections', 'inspections_change_pct').slice(6)).toEqual(Array(4).fill('critical'))
    expect(course('990328', 'documents_issued', 'documents_change_pct').slice(0, 8)).toEqual(Array(8).fill('ok'))
    expect(course('990328', 'documents_issued', 'documents_change_pct').slice(8)).toEqual(Array(2).fill('warning'))
  })

  test('every status occurs, and a county is silent for two months', () => {
    const seen = new Set(
      periodsBetween('2025-01', '2026-10').flatMap((month) =>
        codes.map((code) => standing(code, 'inspections', 'inspections_change_pct', month)),
      ),
    )
    expect(seen).toEqual(new Set(['ok', 'warning', 'critical', 'small_base', null]))
    expect(rowOf('2024-11', '990325')).toBeUndefined()
    expect(rowOf('2024-10', '990325')).toBeDefined()
  })

  test('a merged district has what its parts would have had together', () => {
    const parts = counties.filter(({ successor }) => successor === '990308')
    const alone = parts.map(
      (county) => burdenOf([{ ...county, successor: null }], '2024-05')[0]?.values.documents_issued,
    )
    expect(rowOf('2024-05', '990308')?.documents_issued).toBe(Number(alone[0]) + Number(alone[1]))
  })
})

describe('the three lists', () => {
  const last = tasksOf(counties, '2026-10')

  test('61 lines in the last month, 3 of them of the county that sends none, every one with an office in charge and a number of its own in its county', () => {
    expect(last).toHaveLength(61)
    for (const { values } of last) expect(namesOffices(String(values.owner_unit)), String(values.owner_unit)).toBe(true)
    const keys = last.map(({ region_code, values }) => `${region_code} ${values.task_id}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('a line stays under its number from the month in which it came up to the end of the year in which it was closed', () => {
    const monthsOf = (code: string, number: string) =>
      periodsBetween('2025-01', '2026-10').filter((month) =>
        tasksOf(counties, month).some(({ region_code, values }) => region_code === code && values.task_id === number),
      )
    // 宁皋区 sold its assets in November 2025; 柳圩县 has not got its firms organised since January 2025.
    expect(monthsOf('990307', 'RW-2025-02')).toEqual(periodsBetween('2025-02', '2025-12'))
    expect(monthsOf('990326', 'RW-2025-02')).toEqual(periodsBetween('2025-01', '2026-10'))
  })

  test('no progress of 100 % before it is done, and every one of them afterwards', () => {
    for (const month of periodsBetween('2025-01', '2026-10'))
      for (const { values } of tasksOf(counties, month))
        expect(values.progress_pct === '100%', `${month} ${values.task_id}`).toBe(values.state === '办结')
  })

  test('which line answers which is asked since 2026', () => {
    expect(tasksOf(counties, '2025-12').some(({ values }) => 'answers' in values)).toBe(false)
    expect(last.every(({ values }) => 'answers' in values)).toBe(true)
  })

  test('石泓区 sends none for the last month', () => {
    expect(last.some(({ region_code }) => region_code === '990309')).toBe(true)
    expect(returns.tasks?.rowsOf('2026-10').some(({ region_code }) => region_code === '990309')).toBe(false)
  })
})
