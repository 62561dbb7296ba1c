import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { coverage } from '../../pipelines/coverage/return.js'
import { income } from '../../pipelines/income/return.js'
import { topics } from '../../pipelines/index.js'
import { stipend } from '../../pipelines/stipend/return.js'
import { isKeyed } from '../../src/domain/dataset.js'
import { Refusal } from '../../src/domain/refusal.js'
import type { Region } from '../../src/domain/region.js'
import { takeIn } from '../../src/intake/take-in.js'
import type { TemplateSheet } from '../../src/intake/template/template.js'
import { writeTemplate } from '../../src/intake/writing/workbook-new.js'
import { datasets, projects } from './datasets.js'
import { fillIn, goodRows, periods, templateOf } from './fill-template.js'
import { opened } from './opened.js'
import { regions as city } from './regions.js'

const nation: Region = {
  ...(city[0] as Region),
  region_code: '000000',
  region_name: '全国',
  short_name: '全国',
  region_level: 'nation',
}
const regions = [nation, ...city]

describe('the workbook', () => {
  const names = topics.map(({ dataset }) => [dataset.id, dataset] as const)
  test.each(names)('of %s, filled in, passes without a finding', async (id, dataset) => {
    const period = periods[dataset.frequency]
    // A list is made for one county: its rows are its lines.
    const grain = isKeyed(dataset) && dataset.grain === 'county' ? 'list' : dataset.grain
    const region = { nation: '000000', county: '990300' }[grain as string] ?? '990322'
    const template = templateOf(dataset, region, period, regions)
    const filled = fillIn(template, (row) => (isKeyed(dataset) && row > 0 ? null : { values: goodRows[id] ?? [] }))
    const bytes = await writeTemplate(filled)
    const result = await takeIn({ name: '报表.xlsx', bytes }, { datasets, regions, known: async () => new Map() })
    expect(result.findings).toEqual([])
    expect(result).toMatchObject({ verdict: 'accepted', dataset: id, period, reporting_unit: region })
    expect(result.rows.loaded).toBe({ national: 1, tasks: 1, rural_income: 3, income: 5 }[id] ?? 3)
  })

  test('as it is handed out is refused, every required cell of every row', async () => {
    const bytes = await writeTemplate(templateOf(stipend, '990301', '2026-10', regions))
    const { verdict, findings, rows } = await takeIn({ name: 'a.xlsx', bytes }, { datasets, regions })
    expect([verdict, rows.in, findings.length]).toEqual(['refused', 3, 3 * 6])
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['blank_required']))
  })

  test('has the same bytes whenever it is made', async () => {
    const make = () => writeTemplate(templateOf(coverage, '990301', '2026-10', regions))
    const first = await make()
    await new Promise((resolve) => setTimeout(resolve, 2100))
    expect(Buffer.compare(await make(), first)).toBe(0)
  })

  test('carries its stamp, and names as text whatever they look like', async () => {
    const odd = city.map((region) => (region.region_code === '990301002' ? { ...region, region_name: '=1+1' } : region))
    const { stamp, grids } = await opened(await writeTemplate(templateOf(stipend, '990301', '2026-10', odd)))
    expect(stamp).toEqual({
      kind: 'template',
      version: '1',
      dataset: 'stipend',
      region_code: '990301',
      period: '2026-10',
    })
    expect(grids.map(({ sheet }) => sheet)).toEqual(['填报表', '填报说明'])
    expect(grids[0]?.rows[5]?.cells[1]).toEqual({ text: '=1+1', value: '=1+1' })
  })
})

test('saved as CSV, without its stamp, a filled-in template still passes', async () => {
  const values = new Map([['990301001', { nonpublic_total: 118 }]])
  const template = templateOf(coverage, '990301', '2026-10', regions, { period: '2026-09', values })
  const rows = (fillIn(template, () => ({ values: goodRows.coverage ?? [] })).sheets[0] as TemplateSheet).rows
  const width = Math.max(...rows.flatMap(({ cells }) => cells.map(({ at }) => at))) + 1
  const lines = rows.map(({ cells }) => {
    const line: (string | number | null)[] = Array(width).fill(null)
    for (const { at, value } of cells) line[at] = value
    return line
  })
  const bytes = new TextEncoder().encode(stringify(lines))
  const { findings, verdict, reporting_unit, period } = await takeIn({ name: 'a.csv', bytes }, { datasets, regions })
  expect(findings).toEqual([])
  expect([verdict, reporting_unit, period]).toEqual(['accepted', '990301', '2026-10'])
})

describe('what cannot be made', () => {
  const refusalOf = (...args: Parameters<typeof templateOf>) => {
    try {
      templateOf(...args)
    } catch (error) {
      if (error instanceof Refusal) return error.text
    }
    return null
  }
  test.each([
    ['a region that is not there', coverage, '999999', '2026-10', '999999'],
    ['no code at all', coverage, '东城区', '2026-10', '东城区'],
    ['a region that was not there yet', coverage, '990307', '2022-12', '2023-01'],
    ['a period of another frequency', coverage, '990301', '2026', '2026-10'],
    ['nothing at the level of the return', income, '990301', '2025', '村（社区）'],
    ['a return of the level above', coverage, '990322001001', '2026-10', '乡镇（街道）'],
    ['rows that nobody knows', projects, '990300', '2026-Q3', '可以有多行'],
  ])('%s', (_, dataset, region, period, named) => {
    const text = refusalOf(dataset, region, period, regions)
    expect(text?.zh).toContain(named)
    expect(text?.en).toMatch(/[a-z]/)
    expect(text?.en.replace(/东城区|孟河县|东关村|河阳区/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
