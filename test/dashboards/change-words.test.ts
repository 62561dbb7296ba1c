import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sayChanges } from '../../dashboards/components/change-words.js'
import { roundedParts } from '../../dashboards/components/rounded-parts.js'
import { createView } from '../../dashboards/components/view.js'
import type { Change } from '../../src/domain/page-data.js'
import { change, figure } from './figure.js'
import { fixtureData } from './fixture-data.js'

const { site } = fixtureData()
const zh = createView(site, { lang: 'zh', width: 1000 })
const en = createView(site, { lang: 'en', width: 1000 })

/** What is said of a value's change since the month before, with ordinary spaces. */
function said(value: number, previous: Change, indicator_id = 'nonpublic_coverage_pct', view = zh) {
  const [words] = sayChanges(view, figure({ indicator_id, value, previous, year_before: null }))
  return [words?.change, words?.parts?.replaceAll('\u00a0', ' ') ?? null]
}

test('a change is told with what it comes from, in the words of the indicator', () => {
  expect(said(83.2, change(82, 2, -0.8))).toEqual(['升 1.2 个百分点（好转）', '其中新建组织 +2.0，企业增加 -0.8'])
  expect(said(83.2, change(82, 2, -0.8), undefined, en)).toEqual([
    'up 1.2 points (better)',
    'new organisations +2.0, more firms -0.8',
  ])
  expect(said(81, change(82, -1.5, 0.5))).toEqual(['降 1.0 个百分点（变差）', '其中组织减少 -1.5，企业减少 +0.5'])
})

test('less is better has words of its own: fewer villages without income, more yuan, more posts', () => {
  expect(said(4.1, change(6.3, -2.4, 0.2), 'villages_no_income_pct')).toEqual([
    '降 2.2 个百分点（好转）',
    '其中空白村减少 -2.4，村数减少 +0.2',
  ])
  expect(said(2964, change(2941, 40, -17), 'stipend_mean_yuan_per_month')).toEqual([
    '升 23元/月（好转）',
    '其中应发总额增加 +40，职数增加 -17',
  ])
  // As a large sum goes by 万, so do its parts; a small one stays in yuan.
  expect(said(186_400, change(162_000, 27_000, -2600), 'income_mean_yuan')).toEqual([
    '升 2.44万元（好转）',
    '其中总收入增加 +2.70，村数增加 -0.26',
  ])
  expect(said(186_400, change(182_000, 7000, -2600), 'income_mean_yuan')).toEqual([
    '升 4,400元（好转）',
    '其中总收入增加 +7,000，村数增加 -2,600',
  ])
})

test('units that reported once only are a part of their own', () => {
  expect(said(83.2, change(82, 1.5, -0.5, 0.2))[1]).toBe('其中新建组织 +1.5，企业增加 -0.5，报送单位变动 +0.2')
  const median = { ...change(80_000, 0, 0), from_numerator: null, from_denominator: null, from_units: null }
  expect(said(91_300, median, 'income_median_yuan')).toEqual(['升 1.13万元（好转）', null])
  expect(said(91_300, { ...median, is_same_units: false }, 'income_median_yuan')[1]).toBe('两期范围不同')
})

test('no part that shows as zero is told, and one alone needs no number', () => {
  expect(said(83.2, change(82, 1.22, -0.02))).toEqual(['升 1.2 个百分点（好转）', '来自新建组织'])
  expect(said(83.2, change(82, 0, 1.2))[1]).toBe('来自企业减少')
})

test('nothing changed is told as such; parts that cancel out are told', () => {
  expect(said(83.2, change(83.2, 0, 0))).toEqual(['持平', null])
  expect(said(83.2, change(83.2, 0.3, -0.3))).toEqual(['持平', '新建组织 +0.3，企业增加 -0.3'])
})

test('the year before is told beside the month before, for an annual figure only once, of a small base nothing', () => {
  const both = { previous: change(83, 0.2, 0), year_before: change(81.3, 1.9, 0) }
  const than = (changes: Parameters<typeof figure>[0]) =>
    sayChanges(zh, figure({ ...both, ...changes })).map((one) => one.than)
  expect(than({})).toEqual(['上月', '上年同期'])
  expect(than({ indicator_id: 'villages_no_income_pct', period: '2025' })).toEqual(['上年'])
  expect(than({ previous: null })).toEqual(['上年同期'])
  expect(than({ status: 'small_base' })).toEqual([])
  expect(than({ value: null })).toEqual([])
})

test.each([
  // Each to the nearest would be 0.6 of 0.7: one has to go up.
  [[0.24, 0.23, 0.23], 0.7, [0.3, 0.2, 0.2]],
  [[0.26, -0.26, -0.06], -0.06, [0.3, -0.3, -0.1]],
  [[0.04, 0.04, 0.04], 0.12, [0.1, 0, 0]],
  [[1.24, -0.04], 1.2, [1.2, 0]],
  [[-0.05, -0.05], -0.1, [0, -0.1]],
] as const)('%o of %s are shown as %o', (parts, total, shown) => {
  expect(roundedParts(parts, total, 0.1).map((part) => Math.round(part * 10) / 10 + 0)).toEqual(shown)
})

test('rounded parts add up to the rounded change, keep their sign and are less than a step away', () => {
  const part = fc.double({ min: -1e4, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom(0.01, 0.1, 1, 100), (parts, step) => {
      const total = parts.reduce((sum, one) => sum + one, 0)
      const shown = roundedParts(parts, total, step)
      const steps = shown.map((one) => Math.round(one / step))
      expect(Math.abs(steps.reduce((sum, one) => sum + one, 0) - total / step)).toBeLessThanOrEqual(0.5 + 1e-4)
      for (const [index, one] of shown.entries()) {
        const exact = parts[index] ?? 0
        expect(Math.abs(one - exact)).toBeLessThanOrEqual(step * (1 + 1e-4))
        expect(one * exact).toBeGreaterThanOrEqual(-step * step * 1e-4)
      }
    }),
  )
})
