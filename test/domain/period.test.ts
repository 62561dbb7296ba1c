import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dueDate,
  type Frequency,
  frequencyOf,
  isMonth,
  isPeriod,
  lastCompletePeriod,
  monthsOf,
  ordinalOf,
  periodAt,
  periodsBetween,
  sayPeriod,
  shiftPeriod,
  yearBefore,
} from '../../src/domain/period.js'

const perYear: Record<Frequency, number> = { M: 12, Q: 4, A: 1 }
const anyPeriod = fc
  .tuple(
    fc.constantFrom<Frequency>('M', 'Q', 'A'),
    fc.integer({ min: 1800, max: 2999 }),
    fc.integer({ min: 0, max: 11 }),
  )
  .map(([frequency, year, within]) => periodAt(frequency, year * perYear[frequency] + (within % perYear[frequency])))

describe('a period', () => {
  test('has one of three forms', () => {
    for (const good of ['2026-10', '2026-Q3', '2026', '1999-01']) expect(isPeriod(good), good).toBe(true)
    for (const bad of ['2026-13', '2026-00', '2026-Q5', '2026-1', '202610', '26', '2026-10-01', '', '3026', '2026-q3'])
      expect(isPeriod(bad), bad).toBe(false)
  })

  test('is a month only when it is one: a quarter is as long a text', () => {
    expect(['2026-10', '2026-Q3', '2026', '2026-13', ''].map(isMonth)).toEqual([true, false, false, false, false])
  })

  test('is found again at its own place', () => {
    fc.assert(
      fc.property(
        anyPeriod,
        (period) => isPeriod(period) && periodAt(frequencyOf(period), ordinalOf(period)) === period,
      ),
    )
  })

  test('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 1, max: 400 }), (period, steps) => {
        const later = shiftPeriod(period, steps)
        fc.pre(isPeriod(later))
        return later > period && shiftPeriod(later, -steps) === period
      }),
    )
  })

  test('knows its neighbours, its year before, and what lies between', () => {
    expect(shiftPeriod('2025-12', 1)).toBe('2026-01')
    expect(shiftPeriod('2026-Q1', -1)).toBe('2025-Q4')
    expect(yearBefore('2026-10')).toBe('2025-10')
    expect(yearBefore('2026')).toBe('2025')
    expect(periodsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(periodsBetween('2026-02', '2026-01')).toEqual([])
    expect(() => periodsBetween('2025', '2026-01')).toThrow('2025, 2026-01')
  })

  test('covers months, and is complete only when its last month is', () => {
    expect(monthsOf('2026-Q3')).toEqual({ first: '2026-07', last: '2026-09' })
    expect(monthsOf('2026')).toEqual({ first: '2026-01', last: '2026-12' })
    expect(lastCompletePeriod('A', '2026-10')).toBe('2025')
    expect(lastCompletePeriod('A', '2026-12')).toBe('2026')
    expect(lastCompletePeriod('Q', '2026-10')).toBe('2026-Q3')
    expect(lastCompletePeriod('M', '2026-10')).toBe('2026-10')
  })

  test('is due in the month after its last one', () => {
    expect(dueDate('2026-10', 5)).toBe('2026-11-05')
    expect(dueDate('2025', 20)).toBe('2026-01-20')
    expect(dueDate('2026-Q4', 8)).toBe('2027-01-08')
  })

  test('is said as people say it', () => {
    expect([sayPeriod('2026-10', 'zh'), sayPeriod('2026-Q3', 'zh'), sayPeriod('2026', 'zh')]).toEqual([
      '2026年10月',
      '2026年三季度',
      '2026年',
    ])
    expect([sayPeriod('2026-10', 'en'), sayPeriod('2026-Q3', 'en'), sayPeriod('2026', 'en')]).toEqual([
      'Oct 2026',
      'Q3 2026',
      '2026',
    ])
  })
})
