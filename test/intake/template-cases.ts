import { coverage } from '../../pipelines/coverage/return.js'
import { income } from '../../pipelines/income/return.js'
import { stipend } from '../../pipelines/stipend/return.js'
import type { CellValue } from '../../src/domain/column.js'
import { type Dataset, defineDataset } from '../../src/domain/dataset.js'
import type { Known } from '../../src/domain/known.js'
import type { Region } from '../../src/domain/region.js'
import { goodRows, type Typed } from './fill-template.js'
import { regions as city } from './regions.js'

/** A county with a township, and a village in it, for every row that a case needs. */
const [county, ...below] = Array.from({ length: 41 }, (_, index): Region[] => {
  const number = String(index).padStart(3, '0')
  const place = (code: string, level: Region['region_level'], parent: string, name: string): Region => ({
    region_code: code,
    region_name: name,
    short_name: name,
    region_level: level,
    parent_code: parent,
    region_class: null,
    valid_from: '2018-01',
    valid_to: null,
  })
  if (index === 0) return [place('990401', 'county', '990400', '江北区')]
  return [
    place(`990401${number}`, 'township', '990401', `第${index}镇`),
    place(`990401${number}001`, 'village', `990401${number}`, `第${index}村`),
  ]
})
const others = city.filter(({ region_code }) => !region_code.startsWith('9904'))
const nation: Region = { ...(city[0] as Region), region_code: '000000', region_name: '全国', region_level: 'nation' }
/** All of them, with the nation. */
export const regions = [nation, ...others, ...(county ?? []), ...below.flat()]
/** The regions of a county with so many townships. */
export const townships = (count: number) => [...others, ...(county ?? []), ...below.slice(0, count).flat()]

/** A good row with some columns changed. */
const changed = (
  { id, columns }: Dataset,
  changes: Record<string, string | number | null>,
): (string | number | null)[] =>
  columns.map(({ name }, index) => (name in changes ? (changes[name] ?? null) : (goodRows[id]?.[index] ?? null)))

const coverageRows: Typed[] = [
  { values: changed(coverage, {}) },
  { values: changed(coverage, { nonpublic_instructor: 71 }) }, // 40 + 10 + 71 > 120
  { values: changed(coverage, { nonpublic_instructor: 70 }) }, // equal is fine
  { values: changed(coverage, { nonpublic_eligible: 49 }) }, // 40 + 10 > 49
  { values: changed(coverage, { nonpublic_eligible: 121 }) },
  { values: changed(coverage, { nonpublic_key_total: 121 }) },
  { values: changed(coverage, { nonpublic_key_with_org: 16 }) },
  { values: changed(coverage, { social_instructor: 26 }) }, // 10 + 5 + 26 > 40
  { values: changed(coverage, { social_org_joint: 11, social_instructor: 0 }) }, // 10 + 11 > 20
  { values: changed(coverage, { social_eligible: 41 }) },
  { values: changed(coverage, { social_30plus_total: 41 }) },
  { values: changed(coverage, { social_30plus_with_org: 9 }) },
  { values: changed(coverage, { nonpublic_total: 157 }) }, // 30.8 % more than 120
  { values: changed(coverage, { nonpublic_total: 156 }) }, // 30 % exactly
  { values: changed(coverage, { nonpublic_total: 157 }), explanation: '新划入两个园区' },
  { values: changed(coverage, { social_total: 27, social_instructor: 5 }) }, // 32.5 % less than 40
  { values: changed(coverage, { social_instructor: null }) },
  { values: changed(coverage, { social_instructor: -1 }) },
  { values: changed(coverage, { social_instructor: 1.5 }) },
  { values: changed(coverage, { social_instructor: '待核' }) },
  { values: changed(coverage, { nonpublic_total: 119, nonpublic_instructor: 100 }), explanation: '属实' },
]
const stipendRows: Typed[] = [
  { values: changed(stipend, {}) },
  { values: changed(stipend, { posts_below_standard: 11 }) },
  { values: changed(stipend, { posts_in_arrears: 11 }) },
  { values: changed(stipend, { lowest_yuan_per_month: 1_900.01 }) }, // above the average of 1900
  { values: changed(stipend, { lowest_yuan_per_month: 1_900 }) },
  { values: changed(stipend, { highest_yuan_per_month: 1_899.99 }) },
  { values: changed(stipend, { lowest_yuan_per_month: 0.001 }) },
  { values: changed(stipend, { posts: 14, paid_total_yuan: 26_600 }) }, // 40 % more than 10
  { values: changed(stipend, { paid_total_yuan: '约19000' }) },
]
const incomeRows: Typed[] = [
  { values: changed(income, {}) },
  { values: changed(income, { operating_income_yuan: 50_000.51 }) },
  { values: changed(income, { operating_income_yuan: null, is_pilot: null, assets_yuan: null }) },
  { values: changed(income, { total_income_yuan: null }) },
  { values: changed(income, { is_pilot: '不详' }) },
  { values: changed(income, { total_income_yuan: 0, operating_income_yuan: 0 }) },
  { values: changed(income, { total_income_yuan: 0.1 + 0.2, operating_income_yuan: 0.3 }) },
]
/** The kinds of column and check that no real return has yet. */
export const made = defineDataset({
  id: 'made',
  title: { zh: '各种栏目情况表', en: 'All kinds of columns' },
  frequency: 'Q',
  grain: 'township',
  due_day: 10,
  partial: 'rows',
  columns: [
    { name: 'total', header: { zh: '总数', en: 'Total' }, kind: 'count', max: 500 },
    { name: 'first', header: { zh: '甲类', en: 'First' }, kind: 'count' },
    { name: 'second', header: { zh: '乙类', en: 'Second' }, kind: 'count' },
    { name: 'progress_pct', header: { zh: '进度', en: 'Progress' }, kind: 'share', max: 100 },
    { name: 'due_date', header: { zh: '完成时限', en: 'Due' }, kind: 'date', required: false },
    { name: 'state', header: { zh: '状态', en: 'State' }, kind: 'code', codes: { 在办: 'open', '办"结"': 'done' } },
    { name: 'remark', header: { zh: '进展', en: 'Progress in words' }, kind: 'text', required: false },
  ],
  checks: [
    { id: 'more', formula: 'first <= second', severity: 'warn', sentence: { zh: '甲类多于"乙类"', en: 'more first' } },
    {
      id: 'sum',
      formula: 'first + second = total',
      severity: 'reject',
      sentence: { zh: '两类之和应等于总数', en: 'sum' },
    },
    {
      id: 'share',
      formula: 'progress_pct <= total',
      severity: 'reject',
      sentence: { zh: '进度不能大于总数', en: 'share' },
    },
  ],
})
const madeRow = (changes: Record<string, string | number | null>): Typed['values'] => {
  const good: Record<string, string | number> = {
    ...{ total: 100, first: 40, second: 60, progress_pct: 0.63, due_date: 46_387, state: '在办', remark: '顺利' },
  }
  return made.columns.map(({ name }) => (name in changes ? (changes[name] ?? null) : (good[name] ?? null)))
}
const madeRows: Typed[] = [
  { values: madeRow({}) },
  { values: madeRow({ total: 101 }) },
  { values: madeRow({ first: 60, second: 40 }) },
  { values: madeRow({ first: 60, second: 40 }), explanation: '属实' },
  { values: madeRow({ first: 60, second: 40, total: 99 }), explanation: '属实' },
  { values: madeRow({ total: 62, first: 2 }) }, // 63 % is above 62
  { values: madeRow({ total: 63, first: 3 }) },
  { values: madeRow({ progress_pct: 1.01 }) },
  { values: madeRow({ progress_pct: 1 }) },
  { values: madeRow({ due_date: '不详' }) },
  { values: madeRow({ due_date: null, remark: null }) },
  { values: madeRow({ state: '办"结"' }) },
  { values: madeRow({ state: '停工' }) },
  { values: madeRow({ total: 501, first: 441 }) },
]
/** What was accepted of every region in the period before. */
export const before: Record<string, Record<string, CellValue>> = {
  coverage: { nonpublic_total: 120, social_total: 40 },
  stipend: { posts: 10 },
  income: { total_income_yuan: 1 },
  made: { total: 100 },
}
/** Per return: the period, the one before, and what is typed into row after row. */
export const cases = [
  ['coverage', coverage, '2026-10', '2026-09', coverageRows],
  ['stipend', stipend, '2026-10', '2026-09', stipendRows],
  ['income', income, '2026', '2025', incomeRows],
  ['made', made, '2026-Q3', '2026-Q2', madeRows],
] as const

/** The same values as intake asks for them. */
export const known: Known = async ({ dataset, within }) =>
  new Map(
    regions.flatMap(({ region_code }) =>
      region_code.startsWith(within) ? [[region_code, before[dataset] ?? {}] as const] : [],
    ),
  )
