import { describe, expect, test } from 'vitest'
import { coverage } from '../../pipelines/coverage/return.js'
import { income } from '../../pipelines/income/return.js'
import { topics } from '../../pipelines/index.js'
import { stipend } from '../../pipelines/stipend/return.js'
import { isKeyed } from '../../src/domain/dataset.js'
import { columnsOf, parseFormula, reachOf } from '../../src/domain/formula.js'
import type { Region } from '../../src/domain/region.js'
import { placeColumns } from '../../src/intake/template/columns.js'
import { problemsOf } from '../../src/intake/template/problems.js'
import type { TemplateSheet } from '../../src/intake/template/template.js'
import { templateOf } from './fill-template.js'
import { regions as city } from './regions.js'

const nation: Region = {
  ...(city[0] as Region),
  region_code: '000000',
  region_name: '全国',
  short_name: '全国',
  region_level: 'nation',
}
const regions = [nation, ...city]
const formOf = (...args: Parameters<typeof templateOf>) => templateOf(...args).sheets[0] as TemplateSheet
const valuesAt = (sheet: TemplateSheet, row: number) => sheet.rows[row - 1]?.cells.map(({ value }) => value) ?? []
const cellAt = (sheet: TemplateSheet, row: number, at: number) =>
  sheet.rows[row - 1]?.cells.find((cell) => cell.at === at)

describe('the layout', () => {
  test('has title, unit, headings under their groups, a row for each township valid then, and totals', () => {
    const form = formOf(coverage, '990301', '2020-06', regions)
    expect(valuesAt(form, 1)).toEqual(['非公企业和社会组织党的组织和工作覆盖情况表（2020年6月）'])
    expect(valuesAt(form, 2)).toEqual(['填报单位：东城区', '计量单位：家、个'])
    expect(valuesAt(form, 4)).toEqual(['行政区划代码', '乡镇（街道）', '校验', '情况说明', '非公有制企业', '社会组织'])
    expect(valuesAt(form, 5).slice(0, 2)).toEqual(['企业总数\n（家）', '具备组建条件企业数\n（家）'])
    // In 2020 it was still called 白马乡.
    expect([6, 7, 8].map((row) => valuesAt(form, row).slice(0, 2))).toEqual([
      ['990301001', '城关街道'],
      ['990301002', '柳林镇'],
      ['990301003', '白马乡'],
    ])
    expect(cellAt(form, 9, 0)?.value).toBe('合计')
    expect(cellAt(form, 9, 2)?.formula).toBe('IF(COUNT(C6:C8)=0,"",SUM(C6:C8))')
    expect(form.rows).toHaveLength(9)
    expect(form.merges).toContainEqual({ top: 4, bottom: 4, left: 2, right: 8 })
    expect(form.frozen).toEqual({ rows: 5, columns: 2 })
    expect(form.print).toMatchObject({ landscape: true, area: '$A$1:$R$9', repeated: '$4:$5' })
  })

  test('names the townships of a county’s villages, and not those of a township’s own', () => {
    expect(valuesAt(formOf(income, '990322', '2025', regions), 4).slice(0, 4)).toEqual([
      '行政区划代码',
      '乡镇（街道）',
      '村（社区）',
      '集体经济总收入\n（元）',
    ])
    const county = formOf(income, '990322', '2025', regions)
    expect(valuesAt(county, 5).slice(0, 3)).toEqual(['990322001001', '城关镇', '东关村'])
    expect(county.rows).toHaveLength(4 + 5 + 1)
    // Of a whole city, the county as well.
    const prefecture = formOf(coverage, '990300', '2026-10', regions)
    expect(valuesAt(prefecture, 4).slice(0, 3)).toEqual(['行政区划代码', '县（市、区）', '乡镇（街道）'])
    expect(prefecture.rows.slice(5, -1).map(({ cells }) => cells.slice(0, 3).map(({ value }) => value))).toEqual([
      ['990301001', '东城区', '城关街道'],
      ['990301002', '东城区', '柳林镇'],
      ['990301003', '东城区', '白马镇'],
      ['990307001', '河阳区', '首阳镇'],
      ['990322001', '孟河县', '城关镇'],
      ['990322002', '孟河县', '送驾镇'],
      ['990322003', '孟河县', '平水乡'],
    ])
    const township = formOf(income, '990322001', '2025', regions)
    expect(valuesAt(township, 2)[0]).toBe('填报单位：孟河县城关镇')
    expect(valuesAt(township, 5).slice(0, 2)).toEqual(['990322001001', '东关村'])
  })

  test('puts last period’s values right of the explanation, codes as words, and leaves blank what is not known', () => {
    const values = new Map([['990322001001', { total_income_yuan: 12.5, is_pilot: 'yes', assets_yuan: null }]])
    const form = formOf(income, '990322001', '2025', regions, { period: '2024', values })
    expect(valuesAt(form, 4)).toContain('上期数（2024年，供对照）')
    const references = (row: number) =>
      form.rows[row - 1]?.cells.flatMap(({ look, value }) => (look === 'reference' ? [value] : []))
    expect(references(6)).toEqual([12.5, null, '是', null])
    expect(references(7)).toEqual([null, null, null, null])
  })

  test('lets only figures and explanations be typed in', () => {
    const looks = formOf(stipend, '990301', '2026-10', regions).rows[5]?.cells.map(({ look }) => look)
    expect(looks).toEqual(['place', 'place', ...Array(6).fill('input'), 'check', 'remark'])
  })

  test('limits what may be typed', () => {
    const [total, , pilot] = formOf(income, '990322001', '2025', regions).limits
    expect(total).toMatchObject({ range: 'C5:C6', rule: { kind: 'decimal', from: 0, to: null } })
    expect(total?.error).toBe('这里只能填不小于 0 的数字，最多两位小数，单位：元。')
    expect(pilot).toMatchObject({ range: 'E5:E6', rule: { kind: 'list', choices: ['是', '否'] } })
    expect(formOf(stipend, '990301', '2026-10', regions).limits[0]?.rule).toEqual({ kind: 'whole', from: 0, to: null })
  })

  test('keeps within what spreadsheets take: 255 signs of help, 8192 of formula, 64 levels', () => {
    for (const { dataset } of topics) {
      const period = { M: '2026-10', Q: '2026-Q3', A: '2026' }[dataset.frequency]
      const region = dataset.grain === 'nation' ? '000000' : isKeyed(dataset) ? '990322' : '990300'
      const form = formOf(dataset, region, period, regions)
      for (const { heading, prompt, error } of form.limits) {
        expect(heading.length).toBeLessThanOrEqual(32)
        expect(Math.max(prompt.length, error.length)).toBeLessThanOrEqual(255)
      }
      for (const { formula = '' } of form.rows.flatMap(({ cells }) => cells)) {
        expect(formula.length).toBeLessThan(8192)
        expect(depthOf(formula)).toBeLessThan(64)
      }
    }
  })
})

describe('the check column', () => {
  const columns = placeColumns(coverage, { region_level: 'county' }, true)
  test('says what a row check says, in the cells that it reads', () => {
    const problem = problemsOf(coverage, columns, 6).find(({ sentence }) => sentence.startsWith('非公企业的单独组建'))
    expect(problem).toEqual({
      severity: 'reject',
      sentence: '非公企业的单独组建、联合组建、已选派指导员之和不能大于企业总数',
      before: null,
      cases: [{ condition: 'IF(COUNT($E6,$F6,$G6,$C6)=4,$E6+$F6+$G6>$C6+0.005,FALSE)', about: [4, 5, 6, 2] }],
    })
  })

  test('multiplies, and asks about a jump against the grey column', () => {
    const placed = placeColumns(stipend, { region_level: 'county' }, true)
    const conditions = problemsOf(stipend, placed, 7).flatMap(({ cases }) => cases.map(({ condition }) => condition))
    expect(conditions).toContain('IF(COUNT($F7,$C7,$D7)=3,$F7*$C7>$D7+0.005,FALSE)')
    expect(conditions).toContain('IF(COUNT($C7,$K7)=2,IF($K7=0,FALSE,ABS($C7-$K7)/ABS($K7)*100>30),FALSE)')
  })

  test.each(
    topics.flatMap(({ dataset }) =>
      dataset.checks
        .filter(({ formula }) => reachOf(parseFormula(formula)) === 'row')
        .map((check) => [`${dataset.id} ${check.id}`, dataset, check] as const),
    ),
  )('has %s, and marks the cells it is about', (_, dataset, check) => {
    const form = formOf(dataset, '990322', { M: '2026-10', Q: '2026-Q3', A: '2026' }[dataset.frequency], regions)
    const row = form.rows.findIndex(({ cells }) => cells.some(({ look }) => look === 'input')) + 1
    const formula = form.rows[row - 1]?.cells.find(({ look }) => look === 'check')?.formula ?? ''
    const problem = problemsOf(dataset, placeColumns(dataset, { region_level: 'county' }, false), row).find(
      ({ sentence }) => sentence === check.sentence.zh,
    )
    const condition = problem?.cases[0]?.condition ?? 'none'
    expect(formula).toContain(`IF(${condition},"错误：${check.sentence.zh}"`)
    const mark = form.highlights.find((one) => one.condition === condition)
    expect(mark?.tone).toBe('wrong')
    expect(mark?.range.split(' ')).toHaveLength(columnsOf(parseFormula(check.formula)).length)
  })
})

/** How deep brackets go in a formula. */
function depthOf(formula: string): number {
  let [depth, deepest] = [0, 0]
  for (const sign of formula.replace(/"[^"]*"/g, '')) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    deepest = Math.max(deepest, depth)
  }
  return deepest
}
