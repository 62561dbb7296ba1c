import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { coverage } from '../../pipelines/coverage/return.js'
import { income } from '../../pipelines/income/return.js'
import { topics } from '../../pipelines/index.js'
import { stipend } from '../../pipelines/stipend/return.js'
import type { CellValue } from '../../src/domain/column.js'
import type { Dataset } from '../../src/domain/dataset.js'
import type { Known } from '../../src/domain/known.js'
import type { Region } from '../../src/domain/region.js'
import type { Finding } from '../../src/domain/reject.js'
import { cellAt, type Grid } from '../../src/intake/reading/grid.js'
import { readWorkbook } from '../../src/intake/reading/workbook.js'
import { takeIn } from '../../src/intake/take-in.js'
import { writeTemplate } from '../../src/intake/writing/workbook-new.js'
import { datasets } from './datasets.js'
import { fillIn, goodRows, type Typed, templateOf } from './fill-template.js'
import { office, savedByOffice } from './office.js'
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
const regions = [nation, ...others, ...(county ?? []), ...below.flat()]
const townships = (count: number) => [...others, ...(county ?? []), ...below.slice(0, count).flat()]

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
const before: Record<string, Record<string, CellValue>> = {
  coverage: { nonpublic_total: 120, social_total: 40 },
  stipend: { posts: 10 },
  income: { total_income_yuan: 1 },
}
const cases = [
  ['coverage', coverage, '2026-10', '2026-09', coverageRows],
  ['stipend', stipend, '2026-10', '2026-09', stipendRows],
  ['income', income, '2026', '2025', incomeRows],
] as const

const known: Known = async ({ dataset, within }) =>
  new Map(
    regions.flatMap(({ region_code }) =>
      region_code.startsWith(within) ? [[region_code, before[dataset] ?? {}] as const] : [],
    ),
  )

/** Title, unit, hint, and two rows of headings: last period's values have a group. */
const rowsAbove = 5

describe.skipIf(office === null)('opened, computed and saved by an office program', () => {
  let saved: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    const made: Record<string, Uint8Array> = {}
    for (const [id, dataset, period, last, rows] of cases) {
      const list = townships(rows.length + 1)
      const values = new Map(list.map(({ region_code }) => [region_code, before[id] ?? {}]))
      const template = templateOf(dataset, '990401', period, list, { period: last, values })
      // One row more than there are cases stays as it was handed out.
      made[`cases-${id}`] = await writeTemplate(fillIn(template, (row) => rows[row] ?? null))
    }
    for (const { dataset } of topics) {
      const { id, grain, frequency } = dataset
      const region = grain === 'nation' ? '000000' : grain === 'county' ? '990300' : '990322'
      const template = templateOf(dataset, region, frequency === 'A' ? '2026' : '2026-10', regions)
      const filled = fillIn(template, (row) => (id === 'national' && row > 0 ? null : { values: goodRows[id] ?? [] }))
      made[`good-${id}`] = await writeTemplate(filled)
    }
    saved = await savedByOffice(made)
  }, 120_000)

  test.each(topics.map(({ dataset }) => dataset.id))('%s, filled in well, passes without a finding', async (id) => {
    const file = { name: '报表.xlsx', bytes: saved[`good-${id}`] as Uint8Array }
    const { findings, verdict, rows } = await takeIn(file, { datasets, regions })
    expect(findings).toEqual([])
    expect([verdict, rows.rejected]).toEqual(['accepted', 0])
    const form = (await readWorkbook(file.bytes))?.grids[0] as Grid
    if (id === 'coverage') {
      expect(cellAt(form.rows[8], 0).text).toBe('合计')
      expect(cellAt(form.rows[8], 2).value).toBe(360)
      expect(cellAt(form.rows[8], 16).text).toBe('已填对 3 行，共 3 行')
    }
  })

  test.each(cases)('%s: the check column and intake say the same of every row', async (id, dataset, _, __, typed) => {
    const bytes = saved[`cases-${id}`] as Uint8Array
    const list = townships(typed.length + 1)
    const { findings } = await takeIn({ name: '报表.xlsx', bytes }, { datasets, regions: list, known })
    const form = (await readWorkbook(bytes))?.grids[0] as Grid
    const check = form.rows[3]?.cells.findIndex(({ text }) => text === '校验') ?? -1
    const sentences = new Map(dataset.checks.map((one) => [one.id, one.sentence.zh]))
    const told = [...typed, null].map((row, index) => {
      const number = rowsAbove + 1 + index
      const said = cellAt(form.rows[number - 1], check).text
      const about = findings.filter((finding) => finding.row === number)
      return { number, said, expected: expectedOf(about, row), sentence: sentences.get(about[0]?.code ?? '') }
    })
    for (const { number, said, expected, sentence } of told) {
      expect(said, `row ${number}`).toMatch(expected)
      if (sentence) expect(said, `row ${number}`).toBe(`错误：${sentence}`)
    }
    // Every check of the return was told of, so that none of them agrees by saying nothing.
    for (const sentence of sentences.values()) expect(told.map(({ said }) => said)).toContain(`错误：${sentence}`)
  })

  // A program without a window keeps no panes: what is frozen is a matter of the view.
  test('limits, locks, colours and the print set-up are still there', async () => {
    const { sheets } = await readXlsx(saved['cases-coverage'] as Uint8Array, { readStyles: true })
    const [form, guide, stamp] = sheets
    expect([form?.name, guide?.name, stamp?.name]).toEqual(['填报表', '填报说明', '_jiceng'])
    expect(Boolean(stamp?.hidden || stamp?.veryHidden)).toBe(true)
    expect(form?.protection?.sheet).toBe(true)
    expect(form?.cells?.get('5,2')?.style?.protection?.locked).toBe(false)
    expect(form?.cells?.get('5,0')?.style?.protection?.locked).not.toBe(false)
    expect(form?.dataValidations?.filter(({ type }) => type === 'whole').length).toBeGreaterThan(0)
    expect(form?.dataValidations?.[0]?.errorMessage).toContain('整数')
    expect(form?.conditionalRules?.length).toBeGreaterThan(14 + 10)
    expect(form?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 })
    expect(form?.pageSetup?.printTitlesRow).toBe('$4:$5')
    const village = (await readXlsx(saved['good-income'] as Uint8Array, { readStyles: true })).sheets[0]
    expect(village?.dataValidations?.find(({ type }) => type === 'list')?.values).toEqual(['是', '否'])
  })
})

/** What the check column must say of a row, given what intake found on it. */
function expectedOf(findings: readonly Finding[], typed: Typed | null): RegExp {
  if (typed === null) return /^待填$/
  if (findings.some(({ code }) => code === 'blank_required')) return /^未填完：还差 1 格$/
  if (findings.some(({ severity }) => severity === 'reject')) return /^错误：/
  if (findings.length === 0) return /^正确$/
  return typed.explanation ? /^已说明$/ : /^提醒：/
}
