import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { sampleSite } from './sample-site.js'

const site = sampleSite()

/** The overview as a wall display on a screen of this size, with a clock that the test moves, and everything that went wrong. */
async function onWall(path: string, { width = 1920, height = 1080 } = {}): Promise<{ page: Page; wrong: string[] }> {
  const page = await site.browser.newPage({ viewport: { width, height } })
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  await page.clock.install()
  await page.goto(new URL(path, site.address).href)
  await page.locator('.screen-title:not(:empty)').waitFor()
  return { page, wrong }
}
const titleOf = (page: Page) => page.textContent('.screen-title')
const parts = ['主要指标', '主要指标', '县区图', '县区状态', '本期新增和解除的预警', '报送情况']

describe('the wall display', () => {
  test('is one click away on the overview', async () => {
    const page = await site.browser.newPage()
    await page.goto(site.address, { waitUntil: 'networkidle' })
    await page.click('.screen-link a')
    await page.locator('.slide').waitFor()
    expect(new URL(page.url()).search).toBe('?screen')
    await page.close()
  })

  test('shows every part for 20 seconds, and begins again', async () => {
    const { page, wrong } = await onWall('/?screen')
    // The page's own clock: a machine that is busy turns it on between two looks.
    await page.evaluate(() => {
      const turns: [number, string][] = []
      Object.assign(window, { turns })
      const title = () => document.querySelector('.screen-title')?.textContent ?? ''
      new MutationObserver(() => {
        if (title() !== '' && turns.at(-1)?.[1] !== title()) turns.push([Date.now(), title()])
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    await page.clock.runFor(20_000 * (parts.length + 1))
    const turns = await page.evaluate(() => (window as unknown as { turns: [number, string][] }).turns)
    // Cards of the same name are two parts, so the first may be said once more.
    while (turns[0]?.[1] === parts[0]) turns.shift()
    const names = parts.slice(2)
    expect(turns.slice(0, names.length + 1).map(([, title]) => title)).toEqual([...names, parts[0]])
    for (const [index, [time]] of turns.slice(1, names.length).entries())
      expect(Math.abs(time - (turns[index]?.[0] ?? 0) - 20_000)).toBeLessThan(1_000)
    expect(wrong).toEqual([])
    await page.close()
  })

  test.each([
    ['/?screen', 1920, 1080],
    ['/?screen', 3840, 2160],
    ['/en/?screen', 1920, 1080],
  ])('%s has ribbon and stamp in sight and scrolls nowhere at %i x %i', async (path, width, height) => {
    const { page } = await onWall(path, { width, height })
    for (const part of parts) {
      const cut = await page.evaluate(() => {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
        const stage = document.querySelector('.stage')?.getBoundingClientRect()
        const within = [...document.querySelectorAll('.stage :is(td, th, a, b, p, h2, li, svg)')].filter((element) => {
          const box = element.getBoundingClientRect()
          return stage && box.width > 0 && (box.bottom > stage.bottom + 2 || box.right > stage.right + 2)
        })
        return {
          page: [scrollWidth - clientWidth, scrollHeight - clientHeight],
          parts: within.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        }
      })
      expect(cut, part).toEqual({ page: [0, 0], parts: [] })
      for (const sign of ['.ribbon', '.stamp', '.screen-foot'])
        expect(
          await page.locator(sign).evaluate((element) => element.getBoundingClientRect().bottom),
          sign,
        ).toBeLessThanOrEqual(height)
      await page.keyboard.press('ArrowRight')
    }
    await page.close()
  })

  test('takes its pace from the address; Space pauses and goes on, arrows and dots move, Escape leaves', async () => {
    const { page } = await onWall('/?screen=30')
    await page.clock.runFor(25_000)
    await page.keyboard.press('ArrowLeft')
    expect(await titleOf(page)).toBe(parts.at(-1))
    await page.keyboard.press(' ')
    await page.clock.runFor(100_000)
    expect(await titleOf(page)).toBe(parts.at(-1))
    await page.keyboard.press(' ')
    await page.clock.runFor(30_100)
    expect(await titleOf(page)).toBe(parts[0])
    await page.click('.dots li:nth-child(3) button')
    expect(await titleOf(page)).toBe('县区图')
    expect(await page.getAttribute('.dots li:nth-child(3) button', 'aria-current')).toBe('true')
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => url.search === '')
    await page.locator('.cards').waitFor()
    await page.close()
  })

  test('moves nothing for whoever asked for less motion', async () => {
    const { page } = await onWall('/?screen')
    const animation = () => page.locator('.slide').evaluate((slide) => getComputedStyle(slide).animationName)
    expect(await animation()).toBe('slide-in')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await animation()).toBe('none')
    await page.close()
  })

  test('keeps its picture while the site is silent and says of which day it is; loads itself anew for another release', async () => {
    const { page } = await onWall('/?screen')
    const answers: ('silent' | 'same' | 'new')[] = ['silent', 'silent', 'same', 'new']
    const loads: string[] = []
    await page.route(
      ({ pathname }) => pathname === '/',
      async (route) => {
        if (route.request().resourceType() === 'document') {
          loads.push(route.request().url())
          return route.continue()
        }
        const answer = answers.shift()
        if (answer === 'silent') return route.abort()
        const response = await route.fetch()
        const body = await response.text()
        return route.fulfill({
          contentType: 'text/html',
          body: answer === 'new' ? body.replaceAll('2026-10-1', '2026-10-2') : body,
        })
      },
    )
    await page.keyboard.press(' ')
    const look = async () => {
      const asked = page.waitForRequest((request) => request.resourceType() === 'fetch')
      await page.clock.runFor(300_000)
      await asked
    }
    await look()
    await page.locator('.screen-notice:has-text("连不上网站")').waitFor()
    const first = await page.textContent('.screen-notice')
    expect(first).toMatch(/^\d\d:\d\d起连不上网站，画面仍是截至2026年11月9日的数据$/)
    await look()
    expect(await page.textContent('.screen-notice')).toBe(first)
    expect(await page.locator('.slide').count()).toBe(1)
    await look()
    await page.locator('.screen-notice:empty').waitFor({ state: 'attached' })
    expect(loads).toEqual([])
    const loaded = page.waitForRequest((request) => request.resourceType() === 'document')
    await look()
    expect((await loaded).url()).toContain('?screen')
    await page.close()
  })
})

describe('the map on the overview', () => {
  test('is a link a county, in words, by keyboard, and the choice is in the address', async () => {
    const page = await site.browser.newPage()
    await page.goto(new URL('/?map=nonpublic_coverage_pct', site.address).href, { waitUntil: 'networkidle' })
    expect(await page.locator('.tile').count()).toBe(14)
    expect(await page.inputValue('select[name=map]')).toBe('nonpublic_coverage_pct')
    await page.selectOption('select[name=map]', '')
    expect(new URL(page.url()).search).toBe('')
    const tile = page.locator('a.tile', { hasText: '柳圩' })
    expect(await tile.textContent()).toMatch(/柳圩严重\d+ 项/)
    await tile.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/regions\/990326$/)
    await page.close()
  })
})
