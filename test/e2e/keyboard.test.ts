import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sampleSite } from './sample-site.js'

const site = sampleSite()

/** Goes on with the tabulator until what has the focus is of a kind, as a person without a mouse does. Every stop on the way must be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    const { isThere, isSeen } = await page.evaluate((wanted) => {
      const element = document.activeElement
      const style = element && getComputedStyle(element)
      return {
        isThere: element?.matches(wanted) ?? false,
        isSeen: element === document.body || (style?.outlineStyle !== 'none' && style?.outlineWidth !== '0px'),
      }
    }, selector)
    expect(isSeen, `stop ${presses + 1} on the way to ${selector}`).toBe(true)
    if (isThere) return
  }
  throw new Error(`the tabulator does not get to ${selector}`)
}

test('by keyboard alone: overview, a county, the table of a chart, its download', async () => {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(site.address, { waitUntil: 'networkidle' })
  await tabTo(page, 'a[href*="regions/990324"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/regions\/990324/)
  const dots = 'figure[data-chart="dots"][data-indicator="nonpublic_coverage_pct"]'
  await page.waitForSelector(dots)

  await tabTo(page, `${dots} .table-view > summary`)
  await page.keyboard.press('Enter')
  const rows = page.locator(`${dots} table tbody tr`)
  await rows.first().waitFor()
  await tabTo(page, `${dots} .tools > summary`)
  await page.keyboard.press('Enter')
  await tabTo(page, `${dots} [data-take="csv"]`)
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const taken: Record<string, string>[] = parse(await readFile(await download.path()), { bom: true, columns: true })

  const known = await site.warehouse.query<{ region_code: string; value: number | null }>(
    `select statuses.region_code, statuses.value from marts.statuses
     inner join marts.regions on regions.region_code = statuses.region_code and regions.is_current
     where indicator_id = 'nonpublic_coverage_pct' and period = '2026-10' and regions.parent_code = '990324'
     order by statuses.region_code`,
  )
  expect(known.length).toBeGreaterThan(5)
  expect(await rows.count()).toBe(known.length + 1)
  const ofTownships = taken.filter((row) => row.代码 !== '990324')
  expect(ofTownships.map((row) => row.代码)).toEqual(known.map(({ region_code }) => region_code))
  for (const [index, { value }] of known.entries())
    expect(Number(ofTownships[index]?.['数值 (%)']), known[index]?.region_code).toBeCloseTo(value ?? Number.NaN, 3)
  await page.close()
})
