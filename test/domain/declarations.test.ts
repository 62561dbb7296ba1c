import { describe, expect, test } from 'vitest'
import { modelFolder, topics } from '../../pipelines/index.js'
import { defineDataset } from '../../src/domain/dataset.js'
import { fill } from '../../src/domain/text.js'
import { Threshold, thresholdIdOf } from '../../src/domain/threshold.js'
import { readModels } from '../../src/warehouse/model.js'

const column = { name: 'a', header: { zh: '甲', en: 'a' }, kind: 'count' } as const
const declaration = {
  id: 'd',
  title: { zh: '表', en: 'return' },
  frequency: 'M',
  grain: 'township',
  due_day: 5,
  partial: 'rows',
  columns: [column],
} as const

describe('a return’s declaration', () => {
  test('refuses a check that reads a column it does not have, and a name used twice', () => {
    const check = {
      id: 'c',
      formula: 'a <= b',
      severity: 'reject',
      sentence: { zh: '甲大于乙', en: 'a above b' },
    } as const
    expect(() => defineDataset({ ...declaration, columns: [column], checks: [check] })).toThrow(
      'd.c reads an unknown column: b',
    )
    expect(() => defineDataset({ ...declaration, columns: [column, column] })).toThrow('d has two columns named a')
  })

  test('every heading means one column only within its return', () => {
    for (const { dataset } of topics) {
      const headings = dataset.columns.flatMap(({ header, aliases }) => [header.zh, ...aliases])
      expect(
        headings.filter((heading, index) => headings.indexOf(heading) !== index),
        dataset.id,
      ).toEqual([])
    }
  })

  test('every indicator names its own dataset once', () => {
    const ids = topics.flatMap(({ indicators }) => indicators.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const { dataset, indicators } of topics)
      for (const indicator of indicators) expect(indicator.dataset).toBe(dataset.id)
  })

  test('every indicator with parts says what it is called when one grows or shrinks, and no other', async () => {
    const { models } = await readModels(modelFolder)
    const withParts = models
      .filter(({ table }) => table === 'marts.indicator_parts')
      .flatMap(({ sql }) => [...sql.matchAll(/'(\w+)' as indicator_id/g)].map(([, id]) => id))
    const said = topics.flatMap(({ indicators }) => indicators).filter((indicator) => indicator.part_words !== null)
    expect(said.map(({ id }) => id).sort()).toEqual(withParts.sort())
    for (const { id, part_words } of said)
      for (const lang of ['zh', 'en'] as const) {
        const words = Object.values(part_words ?? {}).flatMap(({ more, fewer }) => [more[lang], fewer[lang]])
        expect(new Set(words).size, id).toBe(4)
      }
  })
})

describe('a threshold row', () => {
  const row = {
    indicator_id: 'x',
    scope: 'all',
    region_level: '',
    warning: '78',
    critical: '',
    target: '',
    target_due: '',
    path: 'flat',
    clear_margin: '',
    clear_periods: '',
    min_denominator: '',
    valid_from: '2018-01',
    valid_to: '',
    basis: '示例',
    note: '',
  }

  test('takes blanks as "not set", with the documented defaults', () => {
    expect(Threshold.parse(row)).toMatchObject({
      warning: 78,
      critical: null,
      region_level: null,
      clear_margin: 0,
      clear_periods: 1,
      min_denominator: 0,
      valid_to: null,
    })
    expect(thresholdIdOf(Threshold.parse(row))).toBe('x/all/any/2018-01')
  })

  test('refuses words for numbers, unknown scopes, and a row without any line', () => {
    for (const wrong of [
      { warning: '约80' },
      { scope: 'class:valley' },
      { scope: 'county' },
      { warning: '' },
      { valid_from: '2018-13' },
      { path: 'steps' },
      { warning: '78.1234' },
      { warning: '10,000' },
      { clear_margin: '-1' },
      { clear_periods: '0' },
    ]) {
      expect(Threshold.safeParse({ ...row, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
    }
  })
})

test('a message keeps a placeholder that was given no value, so that it is seen', () => {
  expect(fill({ zh: '{a}大于{b}', en: '{a} above {b}' }, { a: 3 })).toEqual({ zh: '3大于{b}', en: '3 above {b}' })
})
