// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import { alertsPage } from '../../dashboards/components/alerts-page.js'
import { dataStamp, header, ribbon } from '../../dashboards/components/chrome.js'
import { incomePage } from '../../dashboards/components/income-page.js'
import { methodologyPage } from '../../dashboards/components/methodology-page.js'
import { overviewPage } from '../../dashboards/components/overview-page.js'
import { qualityPage } from '../../dashboards/components/quality-page.js'
import { regionPage } from '../../dashboards/components/region-page.js'
import { topicPage } from '../../dashboards/components/topic-page.js'
import { fixtureData } from './fixture-data.js'
import { qualityFixture } from './quality-fixture.js'

const data = fixtureData()
const { site } = data
const topic = (dataset: string) => {
  const found = data.topics[dataset]
  if (!found) throw new Error(`no topic: ${dataset}`)
  return found
}
const region = data.regions.find(({ region: { region_code } }) => region_code === '990325')
if (!region) throw new Error('no region')
const pages = {
  overview: (lang: 'zh' | 'en', width: number) => overviewPage(data.overview, site, { lang, width }),
  coverage: (lang: 'zh' | 'en', width: number) => topicPage(topic('coverage'), site, { lang, width }),
  income: (lang: 'zh' | 'en', width: number) => incomePage(topic('income'), site, { lang, width }),
  stipend: (lang: 'zh' | 'en', width: number) => topicPage(topic('stipend'), site, { lang, width }),
  alerts: (lang: 'zh' | 'en', width: number) => alertsPage(data.alerts, site, { lang, width }),
  quality: (lang: 'zh' | 'en', width: number) => qualityPage(data.quality, site, { lang, width }),
  'quality with nothing wrong': (lang: 'zh' | 'en', width: number) =>
    qualityPage(qualityFixture('none', site.counties), site, { lang, width }),
  'quality with hundreds of findings': (lang: 'zh' | 'en', width: number) =>
    qualityPage(qualityFixture('many', site.counties), site, { lang, width }),
  region: (lang: 'zh' | 'en', width: number) => regionPage(region, site, { lang, width, root: '../' }),
  methodology: (lang: 'zh' | 'en', width: number) => methodologyPage(data.methodology, site, { lang, width }),
}

let warn: MockInstance
beforeEach(() => {
  warn = vi.spyOn(console, 'warn')
})
afterEach(() => {
  expect(warn).not.toHaveBeenCalled()
  vi.restoreAllMocks()
  history.replaceState(null, '', '/')
})

describe.each(['zh', 'en'] as const)('in %s', (lang) => {
  test.each(Object.entries(pages))('%s draws on a phone and on a wide screen, without a warning', (_, draw) => {
    for (const width of [0, 1280]) {
      const page = draw(lang, width)
      expect(page.textContent).not.toMatch(/undefined|NaN|Infinity|\[object|⚠|false/)
      for (const drawing of page.querySelectorAll('svg.chart')) expect(drawing.getAttribute('aria-label')).toBeTruthy()
    }
  })
})

test('the overview begins with the month in one sentence', () => {
  const overview = { ...data.overview, critical: 5, critical_before: 7, warning: 6, open_alerts: 37, closed: [] }
  const text = overviewPage(overview, site, { lang: 'zh', width: 1280 }).querySelector('.finding')?.textContent
  expect(text).toContain('2026年10月，14 个县区中 5 个有严重指标，比上月少 2 个；另有 6 个有预警指标。')
  expect(text).toContain('未解除预警 37 条，本期新增 4 条、解除 0 条。')
})

test('nothing opened and nothing closed is said, not left empty', () => {
  const quiet = { ...data.overview, opened: [], closed: [] }
  const text = overviewPage(quiet, site, { lang: 'zh', width: 1280 }).textContent
  expect(text).toContain('本期没有新增预警')
  expect(text).toContain('本期没有预警解除')
})

test('a county picked in the address is set in colour on every trend', () => {
  history.replaceState(null, '', '/coverage?region=990324')
  const page = pages.coverage('zh', 1280)
  expect(page.querySelector('select')?.value).toBe('990324')
  expect(page.querySelectorAll('figure[data-chart="trend"] [stroke="var(--accent)"] path')).toHaveLength(7)
})

test('alerts are narrowed by the address', () => {
  history.replaceState(null, '', '/alerts?region=990324')
  const rows = pages.alerts('zh', 1280).querySelectorAll('tbody tr')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.textContent).toContain('栾溪县')
})

test('the ribbon is there for the sample and for nothing else', () => {
  expect(ribbon(site, 'zh')).toContain('示例数据，并非真实统计')
  expect(ribbon({ ...site, sample: false }, 'zh')).toBe('')
})

test('the head marks the page that is open and says what the figures are of', () => {
  expect(header(site, 'zh', '/coverage')).toContain('<a href="/coverage" aria-current="page">组织覆盖</a>')
  expect(header(site, 'zh', '/index')).toContain('<a href="/" aria-current="page">总览</a>')
  expect(dataStamp(site, 'zh')).toContain('第 2026-10-1 期，计入截至2026年11月8日收到的报表')
})
