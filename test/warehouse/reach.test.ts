import { describe, expect, test } from 'vitest'
import { periodsAfter, periodsBefore, reachOf, unitedReach } from '../../src/warehouse/reach.js'

const headed = (line: string) => `-- one row is a thing\n-- grain: a\n${line}\nselect 1`

describe('the third line', () => {
  test('says how a model is brought up to date', () => {
    expect(reachOf('x.sql', headed('-- refresh: view'))).toEqual({ kind: 'view' })
    expect(reachOf('x.sql', headed('-- refresh: period'))).toEqual({ kind: 'period', back: [] })
    expect(reachOf('x.sql', headed('-- refresh: period, looking back 1 period'))).toEqual({
      kind: 'period',
      back: [{ count: 1, unit: 'periods', at: null }],
    })
    expect(reachOf('x.sql', headed('-- refresh: period, looking back 12 months at staging.rural_income'))).toEqual({
      kind: 'period',
      back: [{ count: 12, unit: 'months', at: 'staging.rural_income' }],
    })
  })

  test('is refused when it is missing or says anything else', () => {
    expect(() => reachOf('x.sql', headed('-- refresh: sometimes'))).toThrow('x.sql')
    expect(() => reachOf('x.sql', '-- one row is a thing\n-- grain: a\nselect 1')).toThrow('x.sql')
  })

  test('is the same for all selects of one table, each with its own look back', () => {
    const back = { count: 2, unit: 'periods' as const, at: null }
    expect(unitedReach({ kind: 'period', back: [] }, { kind: 'period', back: [back] })).toEqual({
      kind: 'period',
      back: [back],
    })
    expect(() => unitedReach({ kind: 'view' }, { kind: 'period', back: [] })).toThrow('view, period')
  })
})

describe('looking back', () => {
  test('over periods stays within their frequency', () => {
    const two = { count: 2, unit: 'periods' as const, at: null }
    expect(periodsAfter('2025-12', two)).toEqual(['2026-01', '2026-02'])
    expect(periodsBefore('2026-Q1', two)).toEqual(['2025-Q4', '2025-Q3'])
    expect(periodsAfter('2025', two)).toEqual(['2026', '2027'])
  })

  test('over months reaches from a year to the months after it, and from a month to the year before', () => {
    const year = { count: 12, unit: 'months' as const, at: null }
    const after = periodsAfter('2025', year)
    expect(after.filter((period) => /^\d{4}-\d\d$/.test(period))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2026-${month}`),
    )
    for (const month of after) expect(periodsBefore(month, year)).toContain('2025')
  })
})
