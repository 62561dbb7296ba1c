import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsOf, evaluate, parseFormula } from '../../src/domain/formula.js'

test('reads sums of products on both sides', () => {
  expect(parseFormula('a + b*c <= d')).toEqual({ left: [['a'], ['b', 'c']], operator: '<=', right: [['d']] })
  expect(columnsOf(parseFormula('a + b * a = c'))).toEqual(['a', 'b', 'c'])
})

test('refuses anything else, with the text', () => {
  for (const text of ['a', 'a < b', 'a - b <= c', '1 <= a', 'a <= ', 'a + <= b', 'a; drop table x <= b', '']) {
    expect(() => parseFormula(text), text).toThrow(RangeError)
  }
})

test('claims nothing where a value is missing: a blank is not a zero', () => {
  expect(evaluate(parseFormula('a + b <= c'), { a: 1, b: null, c: 0 })).toBeNull()
})

test('says both sides', () => {
  expect(evaluate(parseFormula('a + b <= c'), { a: 20, b: 15, c: 30 })).toEqual({ holds: false, left: 35, right: 30 })
  expect(evaluate(parseFormula('low * posts <= total'), { low: 1500, posts: 3, total: 4500 })).toMatchObject({
    holds: true,
  })
})

test('amounts with two decimals are equal when they are, whatever the float says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), (a, b) => {
      const total = (a + b) / 100
      return evaluate(parseFormula('a + b = c'), { a: a / 100, b: b / 100, c: total })?.holds === true
    }),
  )
})
