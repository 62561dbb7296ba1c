// @vitest-environment jsdom
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bandBars } from '../../dashboards/components/band-bars.js'
import { regionDots } from '../../dashboards/components/region-dots.js'
import { trend } from '../../dashboards/components/trend.js'
import { createView } from '../../dashboards/components/view.js'
import { change, figure } from './figure.js'
import { fixtureData } from './fixture-data.js'

const data = fixtureData()
const view = createView(data.site, { lang: 'zh', width: 500 })
const files: { name: string; content: Blob }[] = []

beforeEach(() => {
  files.length = 0
  let content: Blob | null = null
  URL.createObjectURL = (blob) => {
    content = blob as Blob
    return 'blob:x'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (content) files.push({ name: this.download, content })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** Opens the tools of a chart, presses one, and gives the file that came of it. */
async function taken(chart: Element | null, kind: string): Promise<{ name: string; bytes: Uint8Array; text: string }> {
  if (!chart) throw new Error('no chart')
  document.body.append(chart)
  const tools = chart.querySelector('.tools')
  tools?.dispatchEvent(new Event('toggle'))
  tools?.querySelector<HTMLElement>(`[data-take=${kind}]`)?.click()
  await vi.waitFor(() => expect(tools?.querySelector('[role=status]')?.textContent).not.toBe(''), 20_000)
  const file = files.at(-1)
  if (!file) throw new Error(tools?.querySelector('[role=status]')?.textContent ?? '')
  const bytes = await new Promise<Uint8Array>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer))
    reader.readAsArrayBuffer(file.content)
  })
  return { name: file.name, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

const figures = [
  figure({ value: 71.2345, status: 'critical', gap: 42, previous: change(71.5, -0.2655, 0) }),
  figure({ region_code: '990324', value: 0, numerator: 0, status: 'critical', gap: 386 }),
  figure({
    region_code: '990328',
    value: null,
    numerator: null,
    denominator: null,
    status: 'not_reported',
    units_reported: 0,
  }),
]
const whole = figure({ region_code: '990300', value: 83.6, units_expected: 140, units_reported: 139 })
const dots = (site = data.site) =>
  regionDots({ figures, whole, level: 'county' }, createView(site, { lang: 'zh', width: 500 }), 500)

test('a CSV has every value by itself, no value where none was reported, and is marked as UTF-8', async () => {
  const { name, text } = await taken(dots(), 'csv')
  expect(name).toBe('非公企业党的组织覆盖率-分布-2026年10月.csv')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(1 + 4 + 1)
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
  expect(rows.map((row) => [row.地区, row.代码, row['数值 (%)'], row.状态, row['缺口 (家)'], row.已报单位])).toEqual([
    ['河州市', '990300', '83.6', '达标', '', '139'],
    ['石岑县', '990325', '71.2345', '严重', '42', '13'],
    ['栾溪县', '990324', '0', '严重', '386', '13'],
    ['洛漪县', '990328', '', '未报', '', '0'],
  ])
  expect(rows[1]?.['上期数值 (%)']).toBe('71.5')
})

test('a name that a spreadsheet would run stays a text', async () => {
  const counties = data.site.counties.map((county) => ({ ...county, region_name: `=1+1,"${county.short_name}"` }))
  const { text } = await taken(dots({ ...data.site, counties }), 'csv')
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
  expect(rows[1]?.地区).toBe('\'=1+1,"石岑"')
})

test('a workbook has numbers as numbers in their format, and a sheet that says where they come from', async () => {
  const { name, bytes } = await taken(dots(), 'xlsx')
  expect(name).toBe('非公企业党的组织覆盖率-分布-2026年10月.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['数据', '来源'])
  const [sheet, about] = book.worksheets
  const heads = ((sheet?.getRow(1).values ?? []) as string[]).slice(1)
  const cell = (row: number, head: string) => sheet?.getCell(row, heads.indexOf(head) + 1)
  expect(cell(3, '数值 (%)')?.value).toBe(71.2345)
  expect(cell(3, '数值 (%)')?.numFmt).toBe('#,##0.0')
  expect(cell(4, '数值 (%)')?.value).toBe(0)
  expect(cell(5, '数值 (%)')?.value).toBeNull()
  expect(cell(3, '代码')?.value).toBe('990325')
  const lines = Object.fromEntries(
    about?.getSheetValues().flatMap((row) => (Array.isArray(row) ? [[row[1], row[2]]] : [])) ?? [],
  )
  expect(lines).toMatchObject({
    指标: '非公企业党的组织覆盖率',
    分子: '单独组建与联合组建的企业数',
    计算: '分子 ÷ 分母 × 100',
    报告期: '2026年10月',
    发布期: '2026-10-1',
    报表: '非公企业和社会组织党的组织和工作覆盖情况表',
    筛选: '无',
    声明: '示例数据，并非真实统计',
  })
  expect(lines.填报).toContain('140 个应报乡镇中 139 个已报')
  expect(lines.指标含义).toContain('分母是全部企业')
})

test('a trend goes into a file as a line a month and a column a region, with what was picked', async () => {
  const own = data.topics.coverage?.trends[0]
  if (!own) throw new Error('no trend')
  const chart = () => trend({ trend: own, figures: [], national: [], breaks: [], selected: '990325' }, view, 500)
  const rows: string[][] = parse((await taken(chart(), 'csv')).text, { bom: true })
  expect(rows).toHaveLength(1 + own.periods.length)
  expect(rows[0]?.slice(0, 6)).toEqual(['报告期', '预警线 (%)', '严重线 (%)', '目标 (%)', '河州市 (%)', '东漪区 (%)'])
  const numbers = (values: (number | null)[]) => values.map((value) => (value === null ? '' : String(value)))
  for (const [index, { values }] of own.series.entries())
    expect(rows.slice(1).map((row) => row[4 + index])).toEqual(numbers(values))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await taken(chart(), 'xlsx')).bytes.buffer as ArrayBuffer)
  expect(JSON.stringify(book.worksheets[1]?.getSheetValues())).toContain('突出显示石岑县')
})

test('a distribution goes into a file as counts', async () => {
  const bands = data.topics.income?.bands ?? []
  const rows: string[][] = parse((await taken(bandBars(bands, view, 500, { whole: '990300' }), 'csv')).text, {
    bom: true,
  })
  const sum = (cells: string[]) => cells.reduce((total, cell) => total + Number(cell), 0)
  for (const [index, code] of ['990300', '990302'].entries())
    expect(sum(rows[1 + index]?.slice(1) ?? [])).toBe(
      bands.filter(({ region_code }) => region_code === code).reduce((total, { villages }) => total + villages, 0),
    )
})

test('a picture stands for itself: words in it, nothing to look up, no tip', async () => {
  const { name, text } = await taken(dots(), 'svg')
  expect(name).toBe('非公企业党的组织覆盖率-分布-2026年10月.svg')
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml')
  expect(svg.querySelector('parsererror')).toBeNull()
  const words = svg.documentElement.textContent ?? ''
  for (const said of ['3 个县区中 2 个低于预警线', '单位：%', '140 个应报乡镇中 139 个已报', '示例数据', '石岑 71.2%'])
    expect(words).toContain(said)
  expect(text).not.toMatch(/<style|href=|url\(|data-mark="tip"/)
})
