import { expect, test } from 'vitest'
import { sayChange } from '../../dashboards/components/change-words.js'
import { sayDifference, sayLine, sayTick, sayValue, unitFor } from '../../dashboards/components/number.js'
import { sayDay, sayPeriod, sayPeriods } from '../../dashboards/components/period.js'
import { createView } from '../../dashboards/components/view.js'
import {
  figureLines,
  sayArrival,
  sayArrivalInFull,
  sayFigure,
  sayGap,
  sayIncomplete,
  sayTargetArrival,
  sayTargetGap,
} from '../../dashboards/components/words.js'
import { sayPeriod as sayDomainPeriod } from '../../src/domain/period.js'
import { figure } from './figure.js'
import { fixtureData } from './fixture-data.js'

const { site } = fixtureData()
const zh = createView(site, { lang: 'zh', width: 1000 })
const en = createView(site, { lang: 'en', width: 1000 })
const pct = { unit: 'pct', decimals: 1 } as const
const yuan = { unit: 'yuan', decimals: 0 } as const

test.each([
  ['1', 'firms', 'firm'],
  ['2', 'firms', 'firms'],
  ['0', 'villages', 'villages'],
  ['1', 'secretaries', 'secretary'],
  ['1', 'yuan', 'yuan'],
  ['1.0', 'times', 'times'],
])('%s %s is said with “%s”', (number, unit, said) => {
  expect(unitFor('en', number, unit)).toBe(said)
  expect(unitFor('zh', number, '家')).toBe('家')
})

test.each([
  ['zh', pct, 83.25, '83.3%'],
  ['en', pct, 83.25, '83.3%'],
  ['zh', yuan, 9_876, '9,876元'],
  ['zh', yuan, 123_456, '12.35万元'],
  ['zh', yuan, 250_000_000, '2.50亿元'],
  ['en', yuan, 123_456, '123,456 yuan'],
  ['zh', { unit: 'yuan_per_month', decimals: 0 } as const, 1905.4, '1,905元/月'],
  ['zh', { unit: 'times', decimals: 2 } as const, 1.9, '1.90倍'],
  ['zh', pct, 0, '0.0%'],
  ['zh', pct, null, '未报'],
  ['en', pct, null, 'Not reported'],
] as const)('%s %o of %s is said as %s', (lang, measure, value, words) => {
  expect(sayValue(lang, measure, value)).toBe(words)
})

test('lines and ticks have no trailing zeros, ticks no unit but %', () => {
  expect(sayLine('zh', pct, 80)).toBe('80%')
  expect(sayLine('zh', yuan, 180_000)).toBe('18万元')
  expect(sayTick('zh', yuan, 150_000)).toBe('15万')
  expect(sayTick('zh', { unit: 'yuan_per_month', decimals: 0 }, 2500)).toBe('2,500')
})

test('a change of a rate is in percentage points, never in per cent', () => {
  const rate = zh.indicator('nonpublic_coverage_pct')
  expect(sayDifference('zh', rate, -1.94)).toBe('1.9 个百分点')
  expect(sayChange(zh, rate, 83.2, 81.3)).toBe('升 1.9 个百分点（好转）')
  expect(sayChange(zh, rate, 81.3, 83.2)).toBe('降 1.9 个百分点（变差）')
  expect(sayChange(en, rate, 81.3, 83.2)).toBe('down 1.9 points (worse)')
})

test('less is better where the indicator says so', () => {
  expect(sayChange(zh, zh.indicator('villages_no_income_pct'), 4.1, 6.3)).toBe('降 2.2 个百分点（好转）')
})

test('a change that rounds to nothing is no change, and one that is unknown is not said', () => {
  const rate = zh.indicator('nonpublic_coverage_pct')
  expect(sayChange(zh, rate, 83.24, 83.2)).toBe('持平')
  expect(sayChange(zh, rate, 83.2, null)).toBeNull()
  expect(sayChange(zh, rate, null, 83.2)).toBeNull()
})

test('gaps are in countable units', () => {
  expect(sayGap(zh, figure({ gap: 12 }))).toBe('还差 12 家')
  expect(sayGap(zh, figure({ indicator_id: 'villages_no_income_pct', gap: 3 }))).toBe('还需减少 3 个村')
  expect(sayGap(zh, figure({ indicator_id: 'stipend_mean_yuan_per_month', gap: 130 }))).toBe('还差 130 元/月')
  expect(sayGap(zh, figure({ indicator_id: 'stipend_to_rural_income_ratio', gap: 0.12 }))).toBe('还差 0.12 倍')
  expect(sayGap(zh, figure({ indicator_id: 'income_mean_yuan', gap: 31_527 }))).toBe('还差 3.16 万元')
  expect(sayGap(en, figure({ gap: 12 }))).toBe('12 firms to go')
  expect(sayGap(zh, figure({ gap: null }))).toBeNull()
})

test('arrival says a period, or honestly why there is none', () => {
  expect(sayArrivalInFull(zh, figure({ gap: 12, arrival_period: '2027-03' }))).toBe('按近一年速度，2027年3月达标')
  expect(sayArrivalInFull(en, figure({ gap: 12, arrival_period: '2027-03' }))).toBe(
    'at the pace of the past year the line is reached in Mar 2027',
  )
  const without = (pace: number | null) => figure({ gap: 2, arrival_period: null, pace })
  expect(sayArrivalInFull(zh, without(null))).toBe('只有一期数，近一年的速度还算不出')
  expect(sayArrivalInFull(zh, without(0))).toBe('近一年没有变化，照此到不了线')
  expect(sayArrivalInFull(zh, without(-0.1))).toBe('近一年在变差，照此到不了线')
  expect(sayArrivalInFull(zh, without(0.001))).toBe('按近一年速度，20 年内到不了线')
  expect([null, 0, -0.1, 0.001].map((pace) => sayArrival(zh, without(pace)))).toEqual([
    '速度未知',
    '没有变化',
    '在变差',
    '20 年内到不了',
  ])
  expect(sayArrivalInFull(zh, figure({ gap: null }))).toBe('已到线')
})

test('a small base is a count, silence is 未报, and a part says so', () => {
  expect(sayFigure(zh, figure({ status: 'small_base', numerator: 3, denominator: 7, value: 42.9 }))).toBe('7 个中 3 个')
  expect(sayFigure(en, figure({ status: 'small_base', numerator: 3, denominator: 7, value: 42.9 }))).toBe('3 of 7')
  expect(sayFigure(zh, figure({ status: 'not_reported', value: null }))).toBe('未报')
  expect(sayFigure(zh, figure({ status: 'not_due', value: null }))).toBe('未到期')
  expect(sayIncomplete(zh, figure({ units_expected: 13, units_reported: 12 }))).toBe('12/13 个乡镇已报')
  expect(sayIncomplete(zh, figure({ units_expected: 13, units_reported: 13 }))).toBeNull()
})

test('a tip says value, parts, period, units and line', () => {
  expect(figureLines(zh, figure({ numerator: 401, denominator: 482, value: 83.195, gap: null })).split('\n')).toEqual([
    '石岑县  83.2%',
    '2026年10月',
    '单独组建与联合组建的企业数  401',
    '非公企业总数  482',
    '13/13 个乡镇已报',
    '预警线 80%',
    '比上月升 0.2 个百分点（好转）',
    '来自新建组织',
    '比上年同期升 1.9 个百分点（好转）',
    '来自新建组织',
    '第 2026-10-1 期；来源：非公企业和社会组织党的组织和工作覆盖情况表',
  ])
})

test.each(['2026-10', '2026-01', '2026-Q3', '2026'])('%s is said as the domain says it', (period) => {
  expect(sayPeriod('zh', period)).toBe(sayDomainPeriod(period, 'zh'))
  expect(sayPeriod('en', period)).toBe(sayDomainPeriod(period, 'en'))
})

test('days and lengths of time', () => {
  expect(sayDay('zh', '2026-11-08')).toBe('2026年11月8日')
  expect(sayDay('en', '2026-11-08T23:30:00Z')).toBe('Nov 8, 2026')
  expect(sayPeriods('zh', 3, 'M')).toBe('3 个月')
})

test('what is still to go to the target, apart from the line', () => {
  const short = figure({ target_gap: 43, target_arrival_period: '2029-01' })
  expect(sayTargetGap(zh, short)).toBe('到目标还差 43 家')
  expect(sayTargetGap(en, short)).toBe('target: 43 firms to go')
  expect(sayTargetArrival(zh, short)).toBe('2029年1月到目标')
  // A target alone is the line already.
  expect(sayTargetGap(zh, { ...short, warning: null })).toBeNull()
  expect(sayTargetGap(zh, figure())).toBeNull()
  expect(sayTargetArrival(zh, figure({ target_gap: 43 }))).toBeNull()
})

test('a small base is a count where a count says it, and the amount itself where not', () => {
  const small = { status: 'small_base', numerator: 3, denominator: 7 } as const
  expect(sayFigure(zh, figure(small))).toBe('7 个中 3 个')
  expect(sayFigure(en, figure(small))).toBe('3 of 7')
  const pay = { indicator_id: 'stipend_mean_yuan_per_month', numerator: 3800, denominator: 2, value: 1900 }
  expect(sayFigure(zh, figure({ ...small, ...pay }))).toBe('1,900元/月')
})
