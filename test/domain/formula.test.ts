import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defineDataset } from '../../src/domain/dataset.js'
import { columnsOf, evaluate, parseFormula, reachOf, sourceOf } from '../../src/domain/formula.js'

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

test('a name says where its figure comes from', () => {
  expect(['a', 'last.a', 'team.a', 'parent.team.a'].map(sourceOf)).toEqual([
    { from: 'row', column: 'a' },
    { from: 'last', column: 'a' },
    { from: 'return', dataset: 'team', column: 'a' },
    { from: 'parent', dataset: 'team', column: 'a' },
  ])
  for (const name of ['parent.a', 'team.a.b']) expect(() => sourceOf(name), name).toThrow(RangeError)
  expect(() => parseFormula('a.b.c.d <= e')).toThrow(RangeError)
  const reach = (text: string) => reachOf(parseFormula(text))
  expect([reach('a + b <= c'), reach('a <= last.a'), reach('a = team.b'), reach('rows <= parent.team.b')]).toEqual([
    'row',
    'known',
    'known',
    'parent',
  ])
})

test('a check may read the columns of its return, and ask about anything else but never refuse for it', () => {
  const declare = (formula: string, severity: 'reject' | 'warn' = 'warn') =>
    defineDataset({
      id: 'one',
      title: { zh: '一', en: 'one' },
      frequency: 'M',
      grain: 'village',
      due_day: 5,
      partial: 'rows',
      columns: [{ name: 'a', header: { zh: '甲', en: 'a' }, kind: 'count' }],
      checks: [{ id: 'check', formula, severity, sentence: { zh: '错', en: 'wrong' } }],
    })
  for (const formula of ['a <= a', 'last.a <= a', 'a = two.b', 'rows <= parent.two.b', 'a <= parent.two.b'])
    expect(() => declare(formula), formula).not.toThrow()
  for (const formula of ['a <= b', 'last.b <= a', 'rows <= a', 'rows = two.b'])
    expect(() => declare(formula), formula).toThrow(/unknown column/)
  expect(() => declare('a = two.b', 'reject')).toThrow(/warn/)
})
