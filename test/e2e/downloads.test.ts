import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import type { TopicData } from '../../src/domain/topic-data.js'
import { sampleSite } from './sample-site.js'

const site = sampleSite()
let data: TopicData
beforeAll(async () => {
  const path = join(inject('home'), 'releases', 'current', 'extracts', 'pages', 'coverage.json')
  data = JSON.parse(await readFile(path, 'utf8'))
})

const id = 'nonpublic_coverage_pct'

/** A topic page of which nothing outside the site is loaded, in the dark: pictures are light all the same. */
async function visit(path: string): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' })
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (/^(data|blob):/.test(url) || url.startsWith(site.address)) return route.continue()
    wrong.push(url)
    return route.abort()
  })
  await page.goto(new URL(path, site.address).href, { waitUntil: 'networkidle' })
  return { page, wrong }
}

/** Presses a tool of a chart with the keyboard alone, and reads the file that comes. */
async function take(page: Page, chart: string, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const figure = page.locator(`#${id} figure[data-chart="${chart}"]`)
  const button = figure.locator(`[data-take=${kind}]`)
  if ((await button.count()) === 0) {
    await figure.locator('.tools summary').focus()
    await page.keyboard.press('Enter')
    await button.waitFor()
  }
  await button.focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('a chart is taken away by keyboard, as figures and as a picture', async () => {
  const { page, wrong } = await visit('/coverage')
  const known = data.figures.filter(({ indicator_id }) => indicator_id === id)

  const csv = await take(page, 'dots', 'csv')
  expect(csv.name).toBe('非公企业党的组织覆盖率-分布-2026年10月.csv')
  const rows: Record<string, string>[] = parse(csv.bytes, { bom: true, columns: true })
  expect(Object.fromEntries(rows.map((row) => [row.代码, row['数值 (%)']]))).toEqual(
    Object.fromEntries(known.map(({ region_code, value }) => [region_code, value === null ? '' : String(value)])),
  )

  const book = new ExcelJS.Workbook()
  const { bytes } = await take(page, 'trend', 'xlsx')
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  const trend = data.trends.find(({ indicator_id }) => indicator_id === id)
  expect(book.worksheets[0]?.rowCount).toBe(1 + (trend?.periods.length ?? 0))
  expect(book.worksheets[0]?.getRow(2).getCell(5).value).toBe(trend?.series[0]?.values[0])
  expect(JSON.stringify(book.worksheets[1]?.getSheetValues())).toContain('示例数据，并非真实统计')

  const svg = (await take(page, 'trend', 'svg')).bytes.toString()
  expect(svg).toContain('示例数据，并非真实统计')
  expect(svg).not.toContain('var(--')

  const png = await take(page, 'gaps', 'png')
  // Width and height stand after the signature: twice the pixels of the page at least.
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(720)
  expect(wrong).toEqual([])
  await page.close()
})

test('where the clipboard is not to be had the picture is downloaded, and that is said', async () => {
  const { page } = await visit('/en/coverage')
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const { name } = await take(page, 'trend', 'copy')
  expect(name).toMatch(/^Non-public firms organisation coverage-trend-Oct 2026\.png$/)
  expect(await page.locator(`#${id} figure[data-chart="trend"] [role=status]`).textContent()).toContain('clipboard')
  await page.close()
})

test('arrow keys go over the marks of a chart and say them, Escape leaves', async () => {
  const { page } = await visit('/coverage')
  const chart = page.locator(`#${id} figure[data-chart="trend"] svg.chart`)
  const said = () => page.locator('[aria-live=polite].unseen').textContent()
  await chart.focus()
  await page.keyboard.press('ArrowLeft')
  expect(await said()).toMatch(/^河州市 {2}88\.0%\n2026年10月\n/)
  await expect.poll(() => chart.textContent()).toContain('单独组建与联合组建的企业数')
  await page.keyboard.press('ArrowLeft')
  expect(await said()).toContain('2026年9月')
  await page.keyboard.press('ArrowDown')
  expect(await said()).toMatch(/^清渡区 .*\n2026年9月/)
  await page.keyboard.press('Escape')
  await expect.poll(() => chart.textContent()).not.toContain('2026年9月')
  const cells = page.locator('.status-grid .cell')
  await page.goto(site.address, { waitUntil: 'networkidle' })
  await cells.first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.cell-tip').textContent()).toContain('第 2026-10-1 期')
  await page.close()
})
