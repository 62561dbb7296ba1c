import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueNear } from '../../src/domain/due.js'

const monthly = { id: 'coverage', frequency: 'M', due_day: 5 } as const
const quarterly = { id: 'premises', frequency: 'Q', due_day: 10 } as const
const annual = { id: 'income', frequency: 'A', due_day: 20 } as const
const said = (dataset: Parameters<typeof dueNear>[0], today: string) =>
  dueNear(dataset, today).map(({ period, due_date, side }) => `${period} ${due_date} ${side}`)

test('a monthly return due on the 5th is told of the day before, on the day, and up to a week after', () => {
  expect(said(monthly, '2026-11-03')).toEqual([])
  expect(said(monthly, '2026-11-04')).toEqual(['2026-10 2026-11-05 before_due'])
  expect(said(monthly, '2026-11-05')).toEqual(['2026-10 2026-11-05 before_due'])
  expect(said(monthly, '2026-11-06')).toEqual(['2026-10 2026-11-05 after_due'])
  expect(said(monthly, '2026-11-12')).toEqual(['2026-10 2026-11-05 after_due'])
  expect(said(monthly, '2026-11-13')).toEqual([])
})

test('one due on the 1st is told of in the month before, one due on the 28th still in the month after', () => {
  expect(said({ ...monthly, due_day: 1 }, '2026-12-31')).toEqual(['2026-12 2027-01-01 before_due'])
  expect(said({ ...monthly, due_day: 28 }, '2027-01-04')).toEqual(['2026-11 2026-12-28 after_due'])
  expect(said({ ...monthly, due_day: 1 }, '2028-02-29')).toEqual(['2028-02 2028-03-01 before_due'])
})

test('quarters and years are due after their last month only', () => {
  expect(said(quarterly, '2026-10-09')).toEqual(['2026-Q3 2026-10-10 before_due'])
  expect(said(quarterly, '2026-11-09')).toEqual([])
  expect(said(annual, '2027-01-21')).toEqual(['2026 2027-01-20 after_due'])
  expect(said(annual, '2026-11-19')).toEqual([])
})

test('whatever the day, it is told of within a day before and a week after, and each due date has nine such days', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  const dataset = fc.record({
    id: fc.constant('x'),
    frequency: fc.constantFrom('M' as const, 'Q' as const, 'A' as const),
    due_day: fc.integer({ min: 1, max: 28 }),
  })
  fc.assert(
    fc.property(dataset, day, (one, today) => {
      for (const { due_date, side } of dueNear(one, today)) {
        const days = (Date.parse(today) - Date.parse(due_date)) / 86_400_000
        expect(days).toBeGreaterThanOrEqual(-1)
        expect(days).toBeLessThanOrEqual(7)
        expect(side).toBe(days > 0 ? 'after_due' : 'before_due')
        expect(Number(due_date.slice(8))).toBe(one.due_day)
        const told = Array.from({ length: 20 }, (_, at) => new Date(Date.parse(due_date) + (at - 10) * 86_400_000))
        const found = told.filter((date) =>
          dueNear(one, date.toISOString().slice(0, 10)).some((due) => due.due_date === due_date),
        )
        expect(found).toHaveLength(9)
      }
    }),
  )
})
