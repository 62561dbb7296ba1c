import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import AxeBuilder from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import type { OverviewData, SiteData } from '../../src/domain/page-data.js'
import { sampleSite } from './sample-site.js'

const release = () => join(inject('home'), 'releases', 'current')
const pageData = async <Data>(name: string): Promise<Data> =>
  JSON.parse(await readFile(join(release(), 'extracts', 'pages', name), 'utf8'))

const site = sampleSite()
let paths: string[]
/** The pages of three townships, of all that there are. */
let townships: string[]
/** One page of each kind. */
let kinds: string[]
/** The same page in English. */
const english = (path: string) => `/en${path}`
beforeAll(async () => {
  const { counties } = await pageData<SiteData>('site.json')
  const places = await readdir(join(release(), 'extracts', 'pages', 'regions'))
  const all = places.map((name) => name.replace('.json', '')).filter((code) => code.length === 9)
  townships = [0, 0.5, 1].map((at) => `/regions/${all.sort()[Math.round(at * (all.length - 1))]}`)
  paths = [
    '/',
    '/coverage',
    '/income',
    '/stipend',
    '/foundations',
    '/team',
    '/burden',
    '/tasks',
    '/alerts',
    '/changes',
    '/quality',
    '/methodology',
    '/compare',
    ...counties.map(({ region_code }) => `/regions/${region_code}`),
    ...townships,
  ]
  kinds = [...paths.slice(0, 13 + 1), ...townships.slice(0, 1)]
})

/** A page with every request to another origin refused, and everything that went wrong on it. */
async function visit(path: string, { width = 1440 } = {}): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.browser.newPage({ viewport: { width, height: 900 } })
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`)
  })
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url.startsWith(site.address) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
    wrong.push(`asked for ${url}`)
    return route.abort()
  })
  await page.goto(new URL(path, site.address).href, { waitUntil: 'networkidle' })
  return { page, wrong }
}

/** Does something for each of many pages, two at a time: waiting for one is time for another. */
async function twoAtOnce(all: readonly string[], work: (path: string) => Promise<void>): Promise<void> {
  const left = [...all]
  const lane = async () => {
    for (let path = left.shift(); path !== undefined; path = left.shift()) await work(path)
  }
  await Promise.all([lane(), lane()])
}

/**
 * The rules that size and colours can break. The others read structure, which is the same in the dark and at any width: they are run once a
 * page and language, on the wide Chinese and on the narrow English one.
 */
const looks = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'meta-viewport']

describe('every page', () => {
  test('there is one for each county and each township of today', async () => {
    const files = await readdir(join(release(), 'site', 'regions'))
    const [today] = await site.warehouse.query<{ counties: number; townships: number }>(
      `select count(*) filter (where region_level = 'county') as counties,
         count(*) filter (where region_level = 'township') as townships
       from marts.regions where is_current`,
    )
    expect(today).toEqual({ counties: 14, townships: 180 })
    expect(files.filter((file) => file.endsWith('.html'))).toHaveLength(14 + 180)
    expect(paths).toHaveLength(13 + 14 + 3)
  })

  test('opens with the network cut, without an error, every chart drawn, in its language and with the ribbon', async () => {
    await twoAtOnce([...paths, ...kinds.map(english)], async (path) => {
      const { page, wrong } = await visit(path)
      expect(wrong, path).toEqual([])
      const isEnglish = path.startsWith('/en/')
      expect(await page.getAttribute('html', 'lang'), path).toBe(isEnglish ? 'en' : 'zh-CN')
      const ribbon = isEnglish ? 'Sample data of a fictional city' : '示例数据，并非真实统计'
      expect(await page.textContent('body'), path).toContain(ribbon)
      expect(await page.locator('.observablehq--error').count(), path).toBe(0)
      const charts = await page.locator('svg.chart').evaluateAll((drawings) =>
        drawings.map((svg) => {
          const { width, height } = svg.getBoundingClientRect()
          const marks = svg.querySelectorAll('path[d], circle, rect, line, text').length
          return { name: svg.getAttribute('aria-label'), drawn: marks > 0 && width > 20 && height > 10 }
        }),
      )
      // Nine cards at least on the overview; three charts for each indicator of a topic or county; none where words suffice.
      if (!/\/(methodology|changes|quality)$/.test(path))
        expect(charts.length, path).toBeGreaterThanOrEqual(/^\/(en\/)?$/.test(path) ? 9 : 4)
      expect(
        charts.filter(({ drawn, name }) => !drawn || !name),
        path,
      ).toEqual([])
      const figures = page.locator('figure[data-chart]')
      expect(await figures.count(), path).toBe(await figures.filter({ has: page.locator('svg.chart, table') }).count())
      await page.close()
    })
  }, 180_000)

  test.each([390, 1440])(
    'does not scroll sideways at %i px, light and dark, and axe finds nothing',
    async (width) => {
      await twoAtOnce([...kinds, ...kinds.map(english)], async (path) => {
        const { page } = await visit(path, { width })
        await page.evaluate(AxeBuilder.source)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect(over, `${path} ${width} ${colorScheme}`).toBeLessThanOrEqual(0)
          const violations = await page.evaluate(
            async ({ isWhole, rules }) => {
              const { axe } = window as unknown as {
                axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
              }
              return (
                await axe.run({ resultTypes: ['violations'], ...(isWhole ? {} : { runOnly: rules }) })
              ).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
            },
            { isWhole: colorScheme === 'light' && (width === 1440) === !path.startsWith('/en/'), rules: looks },
          )
          expect(violations, `${path} ${width} ${colorScheme}`).toEqual([])
        }
        await page.close()
      })
    },
    300_000,
  )
})

describe('the page of a township', () => {
  test('is one click from its county, leads back, and says where a figure comes from', async () => {
    const { page, wrong } = await visit('/regions/990324')
    await page.click('[data-chart="townships"] li:nth-child(2) a')
    await page.waitForURL(/regions\/990324\d{3}$/)
    const code = page.url().slice(-9)
    const name = await page.textContent('h1')
    expect(await page.textContent('.path')).toContain('双岘县')
    await page.click('[data-origin="nonpublic_coverage_pct"]')
    await page.waitForSelector('.origin:not([hidden]) table')
    const [row] = await site.warehouse.query<{ numerator: number; denominator: number }>(
      `select cast(numerator as double) as numerator, cast(denominator as double) as denominator from marts.indicator_values
       where region_code = $1 and indicator_id = 'nonpublic_coverage_pct' and period = '2026-10'`,
      [code],
    )
    const origin = await page.textContent('.origin:not([hidden])')
    expect(origin).toContain(name)
    expect(origin).toContain(`= ${row?.numerator} ÷ ${row?.denominator} × 100`)
    await page.click('.path a[href$="990324"]')
    await page.waitForURL(/regions\/990324$/)
    expect(wrong).toEqual([])
    await page.close()
  })
})

describe('the other language', () => {
  test('is one click away, on the same page, and back', async () => {
    const { page } = await visit('/regions/990324')
    await page.click('.language')
    await page.waitForURL(/\/en\/regions\/990324$/)
    expect(await page.textContent('.lead')).toContain('Every indicator against its line')
    await page.click('.language')
    await page.waitForURL((url) => url.pathname === '/regions/990324')
    await page.close()
  })

  test('keeps the county that was chosen', async () => {
    const { page } = await visit('/coverage')
    await page.selectOption('label.select select', '990324')
    await page.click('.language')
    await page.waitForURL(/\/en\/coverage\?region=990324$/)
    expect(await page.inputValue('label.select select')).toBe('990324')
    await page.close()
  })
})

describe('the overview', () => {
  test('shows every headline indicator of the month with the value that the warehouse gives', async () => {
    const { page } = await visit('/')
    const { indicators, period } = await pageData<SiteData>('site.json')
    expect(period).toBe('2026-10')
    for (const { id, headline } of indicators) {
      const card = page.locator(`[data-figure="${id}"]`)
      expect(await card.count(), id).toBe(headline ? 1 : 0)
      if (!headline) continue
      const [row] = await site.warehouse.query<{ value: number }>(
        `select value from marts.indicator_values where region_level = 'prefecture' and indicator_id = $1 and value is not null
         order by period desc limit 1`,
        [id],
      )
      expect(Number(await card.getAttribute('data-value')), id).toBeCloseTo(row?.value ?? Number.NaN, 3)
    }
    await page.close()
  })

  test('says in words how many counties have something critical, as many as the warehouse counts', async () => {
    const { page } = await visit('/')
    const { critical, counties } = await pageData<OverviewData>('overview.json')
    const text = await page.textContent('main')
    expect(counties).toBe(14)
    expect(text).toMatch(/14\s*个县区/)
    expect(text).toMatch(new RegExp(`${critical}\\s*个`))
    await page.close()
  })

  test('leads to a county in one click, also by keyboard', async () => {
    const { page } = await visit('/')
    const link = page.locator('a[href*="regions/9903"]').first()
    const href = await link.getAttribute('href')
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/regions\/9903/)
    expect(page.url()).toContain(href?.replace(/^[./]*/, ''))
    await page.close()
  })
})

describe('the page of data quality', () => {
  test('says as many returns, rows and cells as the warehouse counts, and every row in is loaded or sent back', async () => {
    const { page } = await visit('/quality')
    const [expected] = await site.warehouse.query<{ due: number; came: number }>(
      `select count(*) as due, count(received_at) as came from marts.completeness
       where period = '2026-10' and dataset in ('coverage', 'stipend', 'burden', 'tasks')`,
    )
    // Of each county, return and month the last file counts; one that nobody can place counts by itself.
    const [rows] = await site.warehouse.query<{ came: number; loaded: number; rejected: number; wrong: number }>(
      `with last_files as (
         select max_by(submission_id, seq) as submission_id, max_by(rows_in, seq) as rows_in,
           max_by(rows_loaded, seq) as rows_loaded, max_by(rows_rejected, seq) as rows_rejected,
           bool_and(dataset || reporting_unit || period is not null) as is_placed
         from raw.submissions
         where period = '2026-10' or ((dataset is null or period is null) and received_on >= date '2026-11-01')
         group by coalesce(dataset || reporting_unit || period, submission_id)
       )
       select sum(rows_in) as came, sum(rows_loaded) as loaded, sum(rows_rejected) as rejected,
         (select count(*) from raw.rejects inner join last_files on last_files.submission_id = rejects.submission_id
          where rejects.severity = 'reject' and last_files.is_placed) as wrong
       from last_files`,
    )
    const text = (await page.textContent('.finding'))?.replace(/\s+/g, ' ') ?? ''
    expect(text).toContain(`应收 ${expected?.due} 份报表`)
    expect(expected?.came).toBeGreaterThan(20)
    expect(text).toContain(`${rows?.wrong} 处须改正`)
    expect(text).toContain(`入库 ${rows?.loaded} 行 + 退回 ${rows?.rejected} 行`)
    expect(rows?.came).toBe((rows?.loaded ?? 0) + (rows?.rejected ?? 0))
    expect(await page.locator('.receipt-grid tbody tr').count()).toBe(14)
    await page.close()
  })

  test('stays light: its words and data together are far below 200 KB', async () => {
    const files = await readdir(join(release(), 'extracts', 'pages'))
    expect(files).toContain('quality.json')
    const data = await readFile(join(release(), 'extracts', 'pages', 'quality.json'))
    expect(gzipSync(data).length).toBeLessThan(60_000)
  })
})
