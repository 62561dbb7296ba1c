import fc from 'fast-check'
import { expect, test } from 'vitest'
import { income } from '../../pipelines/income/return.js'
import { stipend } from '../../pipelines/stipend/return.js'
import type { Column } from '../../src/domain/column.js'
import { nearOwn, slippedUnit, slippedUnits } from '../../src/intake/checks/slipped-units.js'

const column = (dataset: { columns: readonly Column[] }, name: string) =>
  dataset.columns.find((one) => one.name === name) as Column
const units = slippedUnits(column(income, 'total_income_yuan'))

test('only units that are told from a real change are looked for', () => {
  expect(units).toEqual([
    { unit: '万元', factor: 10_000 },
    { unit: '千元', factor: 1_000 },
  ])
  // 元/年 is a twelfth: a change like any other.
  expect(slippedUnits(column(stipend, 'lowest_yuan_per_month')).map(({ unit }) => unit)).toEqual(['万元/年'])
  expect(slippedUnits(column(stipend, 'posts'))).toEqual([])
})

test('the unit that was meant is the nearest one', () => {
  expect(slippedUnit(1.23, 12_300, units, nearOwn)?.unit).toBe('万元')
  expect(slippedUnit(12.3, 12_300, units, nearOwn)?.unit).toBe('千元')
  expect(slippedUnit(12_300, 12_300, units, nearOwn)).toBeNull()
  expect(slippedUnit(1.23, 1_230_000, units, nearOwn)).toBeNull()
})

test('a figure that changed by less than a hundred times either way is never taken for one in another unit', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1e9, noNaN: true }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (last, change) => slippedUnit(last * change, last, units, nearOwn) === null,
    ),
  )
})
