import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sampleSite } from './sample-site.js'

const site = sampleSite()

async function visit(path: string, width = 1440): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(new URL(path, site.address).href, { waitUntil: 'networkidle' })
  return page
}

describe('the search box', () => {
  test.each(['/', '/coverage', '/alerts', '/quality', '/methodology', '/compare', '/regions/990321', '/brief/2026-10'])(
    'on %s reads nothing before it is used, then finds 望岭县 by its initials and opens it',
    async (path) => {
      const page = await visit(path, path === '/coverage' ? 360 : 1440)
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      expect(
        await page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('search.')),
        ),
      ).toBe(false)
      await page.keyboard.press('/')
      await page.keyboard.type('wlx')
      await page.waitForSelector('[role="option"]')
      expect(asked.filter((url) => url.includes('/data/search.'))).toHaveLength(1)
      expect(await page.locator('[role="option"]').first().textContent()).toContain('望岭县')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/regions\/990321$/)
      await page.close()
    },
  )

  test('finds by code and by an indicator’s English name, in English too; without scripts it is not there', async () => {
    const page = await visit('/en/regions/990302')
    await page.fill('.search input', '990308')
    await page.locator('.search input').focus()
    await page.locator('[role="option"]').first().click()
    await page.waitForURL(/\/en\/regions\/990308$/)
    await page.locator('.search input').focus()
    await page.keyboard.type('Non-public firms: org')
    await page.waitForSelector('[role="option"]')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/en\/coverage#nonpublic_coverage_pct$/)
    await page.close()
    const context = await site.browser.newContext({ javaScriptEnabled: false })
    const still = await context.newPage()
    await still.goto(new URL('/coverage', site.address).href)
    expect(await still.locator('.search').isVisible()).toBe(false)
    await context.close()
  })
})

describe('a topic page', () => {
  test('shows the figures of an earlier period as the warehouse has them, in the address and in the other language', async () => {
    const page = await visit('/coverage')
    await page.selectOption('.bar label:last-child select', '2023-04')
    const section = page.locator('#nonpublic_coverage_pct')
    await section.getByText('2023年4月的情况').waitFor()
    expect(page.url()).toContain('?period=2023-04')
    const rows = await site.warehouse.query<{ region_code: string; value: number; status: string }>(
      `select region_code, value, status from marts.statuses
       where indicator_id = 'nonpublic_coverage_pct' and period = '2023-04' and region_level = 'county' order by region_code`,
    )
    const below = rows.filter(({ status }) => status === 'warning' || status === 'critical')
    expect(below.length).toBeGreaterThan(0)
    expect(await section.locator('[data-chart="dots"] figcaption strong').textContent()).toContain(
      `中 ${below.length} 个低于预警线`,
    )
    const shown = await section
      .locator('[data-chart="gaps"] tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [
          line.getAttribute('data-place'),
          line.querySelector('td.number')?.firstChild?.textContent,
        ]),
      )
    expect(shown.map(([code]) => code).sort()).toEqual(below.map(({ region_code }) => region_code))
    for (const { region_code, value } of below)
      expect(await section.locator(`[data-chart="gaps"] tr[data-place="${region_code}"]`).textContent()).toContain(
        `${value.toFixed(1)}%`,
      )
    await page.click('.language')
    await page.waitForURL(/\/en\/coverage\?period=2023-04$/)
    await page.locator('#nonpublic_coverage_pct').getByText('As of Apr 2023').waitFor()
    await page.close()
  })

  test('sets a chosen county in colour on all charts, and keeps it to the next topic', async () => {
    const page = await visit('/income')
    await page.selectOption('.choice select', '990324')
    await page.waitForTimeout(1500)
    const charts = await page.evaluate(() => ({
      trends: document.querySelectorAll('[data-chart="trend"] [stroke="var(--accent)"]').length,
      sections: document.querySelectorAll('[data-chart="trend"]').length,
      dots: document.querySelectorAll('[data-chart="dots"] [stroke="var(--accent)"]').length,
      bars: document.querySelectorAll('[data-chart="bands"] rect.chosen, [data-chart="bands"] text.chosen').length,
    }))
    expect(charts.trends).toBe(charts.sections)
    expect(charts.dots).toBe(charts.sections)
    expect(charts.bars).toBeGreaterThan(2)
    await page.click('.site-links a[href*="coverage"]')
    await page.waitForURL(/\/coverage\?region=990324$/)
    await page.waitForSelector('.choice select')
    expect(await page.inputValue('.choice select')).toBe('990324')
    await page.close()
  })

  test('is sorted by its heads, also from the address', async () => {
    const page = await visit('/coverage?sort=gap.asc')
    const gaps = page.locator('[data-chart="gaps"]').first()
    const order = () =>
      gaps.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-place')))
    const expected = await site.warehouse.query<{ region_code: string }>(
      `select region_code from marts.statuses
       where indicator_id = 'nonpublic_coverage_pct' and period = '2026-10' and region_level = 'county' and gap is not null order by gap, region_code`,
    )
    const codes = expected.map(({ region_code }) => region_code)
    expect(await order()).toEqual(codes)
    const head = gaps.locator('th[aria-sort]')
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    await head.locator('button').press('Enter')
    expect(await order()).toEqual([...codes].reverse())
    expect(page.url()).toContain('sort=gap.desc')
    await page.close()
  })
})

test('two regions stand side by side with the values of the warehouse', async () => {
  const page = await visit('/compare?a=990302&b=990305')
  for (const [at, code] of ['990302', '990305'].entries()) {
    const [row] = await site.warehouse.query<{ value: number }>(
      `select value from marts.statuses where indicator_id = 'nonpublic_coverage_pct' and period = '2026-10' and region_code = $1`,
      [code],
    )
    const cell = page.locator('.side-by-side tbody tr').first().locator('[data-value]').nth(at)
    expect(Number(await cell.getAttribute('data-value'))).toBeCloseTo(row?.value ?? Number.NaN, 3)
  }
  await page.close()
})
