import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sampleSite } from './sample-site.js'

/** A4 upright within its margins of 12 mm, at 96 pixels to 25.4 mm. */
const paper = { width: Math.floor(((210 - 2 * 12) / 25.4) * 96), height: 1027 }

const kinds = [
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
  '/regions/990324',
  '/brief/2026-10',
]

const site = sampleSite()

/** A page that was opened on a wide screen, as whoever prints it has it before the eyes. */
async function opened(path: string): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(new URL(path, site.address).href, { waitUntil: 'networkidle' })
  return page
}

/** What reaches beyond the right edge of the paper, or of what holds it and cuts it off. */
async function tooWide(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(paper)
  return page.evaluate((width) => {
    const found = [...document.querySelectorAll('svg, table, figure, section, p, td, th, .card, .tile')]
    const wide = found.flatMap((element) => {
      const { right, width: own } = element.getBoundingClientRect()
      const isShown =
        own > 1 && getComputedStyle(element).visibility !== 'hidden' && !element.closest('.unseen, details:not([open])')
      return isShown && right > width + 1 ? [`${Math.round(right)}: ${element.outerHTML.slice(0, 90)}`] : []
    })
    return wide.slice(0, 5)
  }, paper.width)
}

describe('on paper', () => {
  test.each([...kinds, ...kinds.map((path) => `/en${path}`)])('%s is not wider than A4', async (path) => {
    const page = await opened(path)
    expect(await tooWide(page)).toEqual([])
    await page.close()
  })

  test.each(['/', '/alerts', '/regions/990324'])(
    '%s becomes a PDF of A4 pages, with heading and stamp on the first and no ways to other pages',
    async (path) => {
      const page = await opened(path)
      await page.emulateMedia({ media: 'print' })
      for (const shown of ['h1', '.stamp', '.ribbon']) expect(await page.isVisible(shown), shown).toBe(true)
      for (const hidden of ['.masthead nav', '.language', '.more', 'select'])
        for (const element of await page.locator(hidden).all()) expect(await element.isVisible(), hidden).toBe(false)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const boxes = new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g))
      expect([...boxes]).toEqual([expect.stringMatching(/\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)])
      await page.close()
    },
  )

  test.each([
    ['/alerts?region=990324&severity=critical', ['地区：双岘县', '程度：严重']],
    ['/coverage?region=990324', ['双岘县']],
    ['/?map=nonpublic_coverage_pct', ['看哪项：非公企业党的组织覆盖率']],
    ['/en/alerts?age=chronic', ['Over 12 periods']],
  ])('%s says in words what was chosen', async (path, words) => {
    const page = await opened(path)
    await page.emulateMedia({ media: 'print' })
    const said = (await page.locator('.on-paper:visible').allInnerTexts()).join(' ')
    for (const each of words) expect(said).toContain(each)
    await page.emulateMedia({ media: 'screen' })
    expect(await page.locator('.on-paper').first().isVisible()).toBe(false)
    await page.close()
  })
})
