import { describe, expect, test } from 'vitest'
import { sayDifference, sayValue, unitAfter } from '../../src/domain/value-words.js'

const pct = { unit: 'pct', decimals: 1 } as const
const yuan = { unit: 'yuan', decimals: 0 } as const
const stipend = { unit: 'yuan_per_month', decimals: 0 } as const
const ratio = { unit: 'times', decimals: 2 } as const

describe('a value in words', () => {
  test.each([
    [pct, 83.06, '83.1%', '83.1%'],
    [pct, 0, '0.0%', '0.0%'],
    [pct, null, '未报', 'not reported'],
    [stipend, 3961.5, '3,962元/月', '3,962 yuan a month'],
    [yuan, 9_949, '9,949元', '9,949 yuan'],
    [yuan, 21_549, '2.15万元', '21,549 yuan'],
    [ratio, 2.126, '2.13倍', '2.13 times'],
  ])('%o %d is %s', (measure, value, zh, en) => {
    expect(sayValue(measure, value)).toEqual({ zh, en })
  })
})

test('one unit is said in the singular', () => {
  expect(unitAfter(1, { zh: '家', en: 'firms' })).toEqual({ zh: '家', en: 'firm' })
  expect(unitAfter(2, { zh: '家', en: 'firms' })).toEqual({ zh: '家', en: 'firms' })
  expect(unitAfter(1, { zh: '人', en: 'secretaries' }).en).toBe('secretary')
  expect(unitAfter(1, { zh: '元', en: 'yuan' }).en).toBe('yuan')
})

describe('a difference in words', () => {
  test('of a rate is in percentage points, of money in yuan', () => {
    expect(sayDifference(pct, 3.02)).toEqual({ zh: '+3.0个百分点', en: '+3.0 points' })
    expect(sayDifference(pct, -0.05)).toEqual({ zh: '-0.1个百分点', en: '-0.1 points' })
    expect(sayDifference(yuan, 12_345)).toEqual({ zh: '+1.23万元', en: '+12,345 yuan' })
    expect(sayDifference(stipend, -23.4)).toEqual({ zh: '-23元/月', en: '-23 yuan a month' })
  })

  test('is none where it shows as nothing', () => {
    expect(sayDifference(pct, 0.04)).toBeNull()
    expect(sayDifference(ratio, -0.004)).toBeNull()
  })
})
