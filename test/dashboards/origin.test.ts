// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { regionPage } from '../../dashboards/components/region-page.js'
import { fixtureData } from './fixture-data.js'
import { asRead, hostile, originFixture } from './origin-fixture.js'

const data = fixtureData()
const whole = data.regions.find(({ region: { region_code } }) => region_code === '990325')
if (!whole) throw new Error('no region')
const opened = ['nonpublic_coverage_pct', 'social_coverage_pct', 'income_median_yuan']
const region = {
  ...whole,
  figures: whole.figures.filter(({ indicator_id }) => opened.includes(indicator_id)),
  child_figures: [],
}

const page = (lang: 'zh' | 'en', origins = vi.fn(async () => asRead(originFixture()))) => {
  const element = regionPage(region, data.site, { lang, width: 1280, root: '../', origins })
  document.body.replaceChildren(element)
  const button = (id: string) => element.querySelector<HTMLElement>(`[data-origin="${id}"]`) as HTMLElement
  const panel = () => element.querySelector<HTMLElement>('.origin:not([hidden])')
  return { element, origins, button, panel }
}
const settled = () => vi.waitFor(() => expect(document.querySelector('.origin [role="status"]')).toBeNull())

beforeEach(() => history.replaceState(null, '', '/regions/990325'))
afterEach(() => document.body.replaceChildren())

test('each figure of the page has its button, and nothing is read before one is pressed', async () => {
  const { element, origins, panel } = page('zh')
  expect(element.querySelectorAll('[data-origin]')).toHaveLength(3)
  expect(panel()).toBeNull()
  expect(origins).not.toHaveBeenCalled()
})

test('pressed, it opens the origin below, says so, keeps it in the address; pressed again, it closes', async () => {
  const { button, panel, origins } = page('zh')
  button('nonpublic_coverage_pct').click()
  await settled()
  expect(button('nonpublic_coverage_pct').getAttribute('aria-expanded')).toBe('true')
  expect(location.search).toBe('?origin=nonpublic_coverage_pct')
  expect(document.activeElement?.tagName).toBe('H3')
  expect(panel()?.textContent).toContain('75.0% = 30 ÷ 40 × 100')
  button('nonpublic_coverage_pct').click()
  expect(panel()).toBeNull()
  expect(button('nonpublic_coverage_pct').getAttribute('aria-expanded')).toBe('false')
  expect(location.search).toBe('')
  button('income_median_yuan').click()
  await settled()
  expect(panel()?.textContent).toContain('桥头村')
  expect(origins).toHaveBeenCalledOnce()
})

test('an address with an origin opens it, also when the page is drawn anew, without taking the focus', async () => {
  history.replaceState(null, '', '/regions/990325?origin=nonpublic_coverage_pct')
  const { panel } = page('zh')
  await settled()
  expect(panel()?.querySelector('h3')?.textContent).toContain('石岑县')
  expect(document.activeElement).toBe(document.body)
})

test('what cannot be read is said, and the next press tries again', async () => {
  const origins = vi.fn(async () => asRead(originFixture()))
  origins.mockRejectedValueOnce(new Error('cut off'))
  const { button, panel } = page('zh', origins)
  button('nonpublic_coverage_pct').click()
  await settled()
  expect(panel()?.textContent).toContain('没有读到')
  button('nonpublic_coverage_pct').click()
  button('nonpublic_coverage_pct').click()
  await settled()
  expect(panel()?.textContent).toContain('30 ÷ 40')
})

test('the table has each unit with the cells of its parts, the sum at its end, and why a unit does not count', async () => {
  const { button, panel } = page('zh')
  button('nonpublic_coverage_pct').click()
  await settled()
  const rows = [...(panel()?.querySelectorAll('tbody tr') ?? [])].map((tr) =>
    [...tr.children].map((cell) => cell.textContent?.replace(/\s+/g, ' ').trim()),
  )
  expect(rows).toEqual([
    ['东街道', '20 D7 注', '10 E7', '30', '40 F7 注', '75.0%', '[1] Sheet1 第 7 行'],
    ['西镇', '—', '—', '—', '—', '—', '没有计入：县区报表里没有这一行，或这一行被退回；[1]'],
    ['南乡', '空白 D9 注', '空白 E9 注', '—', '空白 F9 注', '—', '[1] Sheet1 第 9 行；没有计入：按更正清单剔除'],
    ['合计', '', '', '30', '40', '75.0%', ''],
  ])
})

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  test('every remark is said once, and what senders wrote stays text', async () => {
    const { button, panel } = page(lang)
    button('nonpublic_coverage_pct').click()
    await settled()
    const notes = [...(panel()?.querySelectorAll('.origin-notes li') ?? [])].map(({ textContent }) => textContent ?? '')
    // Earlier with another value, a warning with its explanation, formulas, a unit, three corrections, two stated nothings.
    expect(notes).toHaveLength(9)
    expect(notes.filter((note) => note.includes('18'))).toHaveLength(1)
    expect(panel()?.textContent).not.toMatch(/undefined|NaN|\[object|null/)
    expect(panel()?.querySelector('img')).toBeNull()
    // The file's name, the basis, the message with its explanation, and the reasons of the corrections.
    expect(panel()?.textContent?.split(hostile).length).toBeGreaterThan(6)
    if (lang === 'en') expect(notes[0]?.replace(/东街道|早/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
