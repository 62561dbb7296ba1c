import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPeriod, type Period, periodAt, sayPeriod } from '../../src/domain/period.js'
import { periodsIn, readPeriod } from '../../src/intake/table/find-period.js'

describe('periods in a text', () => {
  test.each([
    ['河州市2026年10月覆盖情况', ['2026-10']],
    ['2026 年 1 月', ['2026-01']],
    ['东城区_202610.xlsx', ['2026-10']],
    ['coverage-2026-10.csv', ['2026-10']],
    ['2026_09', ['2026-09']],
    ['2026年三季度', ['2026-Q3']],
    ['2026年第3季度', ['2026-Q3']],
    ['2026Q3', ['2026-Q3']],
    ['2025年度', ['2025']],
    ['income-2025.csv', ['2025']],
    ['二〇二六年十月', ['2026-10']],
    ['二○二五年十二月', ['2025-12']],
    ['２０２６年１０月', ['2026-10']],
    ['2025年1-12月', ['2025']],
    ['2026年1-10月', []],
    ['2026年11月3日', []],
    ['截至2026年10月31日', ['2026-10']],
    ['2026年2月28日止', ['2026-02']],
    ['2013-2015', ['2013', '2015']],
    ['报于20261105', []],
    ['报于2026-11-05', []],
    ['2026年13月', []],
    ['990301', []],
    ['2719个村', []],
    ['13820261012', []],
  ])('%j: %j', (text, expected) => expect(periodsIn(text)).toEqual(expected))

  test('every period is found again as people say it', () => {
    const period = fc
      .tuple(fc.constantFrom('M', 'Q', 'A'), fc.integer({ min: 1990, max: 2099 }), fc.nat(11))
      .map(([frequency, year, part]) => {
        const perYear = { M: 12, Q: 4, A: 1 }[frequency]
        return periodAt(frequency, year * perYear + (part % perYear))
      })
    fc.assert(
      fc.property(period, (one) => {
        expect(periodsIn(`某县${sayPeriod(one, 'zh')}情况表`)).toEqual([one])
        expect(periodsIn(one)).toEqual([one])
      }),
    )
  })

  test('nothing but periods is found', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'0129年月季度日三十-./_ Q'), maxLength: 14 })
    fc.assert(
      fc.property(signs, (text) => {
        for (const period of periodsIn(text)) expect(isPeriod(period)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a cell of the column 报告期', () => {
  const read = (text: string, value: string | number | Date = text) => readPeriod({ text, value }, 'M')
  expect(read('2026-10')).toBe('2026-10')
  expect(read('2026年10月')).toBe('2026-10')
  expect(read('2026-10-31')).toBe('2026-10')
  expect(read('2026-10-01', new Date('2026-10-01'))).toBe('2026-10')
  // 2026.10 loses its zero in a spreadsheet and looks like January.
  expect(read('2026.1', 2026.1)).toBeNull()
  expect(read('2026.11', 2026.11)).toBe('2026-11')
  expect(read('2026年9月、10月')).toBe('2026-09' satisfies Period)
  expect(read('上月')).toBeNull()
})
