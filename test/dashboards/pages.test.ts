// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest'
import { alertsPage } from '../../dashboards/components/alerts-page.js'
import { burdenPage } from '../../dashboards/components/burden-page.js'
import { changesPage } from '../../dashboards/components/changes-page.js'
import { dataStamp, header, ribbon } from '../../dashboards/components/chrome.js'
import { incomePage } from '../../dashboards/components/income-page.js'
import { methodologyPage } from '../../dashboards/components/methodology-page.js'
import { overviewPage } from '../../dashboards/components/overview-page.js'
import { qualityPage } from '../../dashboards/components/quality-page.js'
import { regionPage } from '../../dashboards/components/region-page.js'
import { tasksPage } from '../../dashboards/components/tasks-page.js'
import { topicPage } from '../../dashboards/components/topic-page.js'
import { changesFixture } from './changes-fixture.js'
import { change } from './figure.js'
import { fixtureData } from './fixture-data.js'
import { qualityFixture } from './quality-fixture.js'
import { askedFixture, taskLinesFixture } from './task-fixture.js'
import { townshipFixture } from './township-fixture.js'

const data = fixtureData()
const { site } = data
const topic = (dataset: string) => {
  const found = data.topics[dataset]
  if (!found) throw new Error(`no topic: ${dataset}`)
  return found
}
const region = data.regions.find(({ region: { region_code } }) => region_code === '990325')
if (!region) throw new Error('no region')
const earlier = async () => ({ indicators: [] })
const origins = async () => ({ release: '2026-10-1', figures: [], rows: {}, files: {}, formulas: {} })
const pages = {
  overview: (lang: 'zh' | 'en', width: number) => overviewPage(data.overview, site, { lang, width }),
  coverage: (lang: 'zh' | 'en', width: number) => topicPage(topic('coverage'), site, { lang, width, earlier }),
  income: (lang: 'zh' | 'en', width: number) => incomePage(topic('income'), site, { lang, width, earlier }),
  stipend: (lang: 'zh' | 'en', width: number) => topicPage(topic('stipend'), site, { lang, width, earlier }),
  foundations: (lang: 'zh' | 'en', width: number) => topicPage(topic('foundations'), site, { lang, width, earlier }),
  team: (lang: 'zh' | 'en', width: number) => topicPage(topic('team'), site, { lang, width, earlier }),
  burden: (lang: 'zh' | 'en', width: number) =>
    burdenPage(topic('burden'), askedFixture, site, { lang, width, earlier }),
  'burden with nothing asked twice and nothing new': (lang: 'zh' | 'en', width: number) =>
    burdenPage(topic('burden'), { ...askedFixture, twice: [], changes: [] }, site, { lang, width, earlier }),
  tasks: (lang: 'zh' | 'en', width: number) =>
    tasksPage(topic('tasks'), { lines: taskLinesFixture }, site, { lang, width, earlier }),
  'tasks without a line': (lang: 'zh' | 'en', width: number) =>
    tasksPage(topic('tasks'), { lines: [] }, site, { lang, width, earlier }),
  alerts: (lang: 'zh' | 'en', width: number) => alertsPage(data.alerts, site, { lang, width }),
  changes: (lang: 'zh' | 'en', width: number) => changesPage(changesFixture(site.counties, 20), site, { lang, width }),
  quality: (lang: 'zh' | 'en', width: number) => qualityPage(data.quality, site, { lang, width }),
  'quality with nothing wrong': (lang: 'zh' | 'en', width: number) =>
    qualityPage(qualityFixture('none', site.counties), site, { lang, width }),
  'quality with hundreds of findings': (lang: 'zh' | 'en', width: number) =>
    qualityPage(qualityFixture('many', site.counties), site, { lang, width }),
  region: (lang: 'zh' | 'en', width: number) => regionPage(region, site, { lang, width, root: '../', origins }),
  township: (lang: 'zh' | 'en', width: number) =>
    regionPage(townshipFixture(region), site, { lang, width, root: '../', origins }),
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
  const quiet = { silent_alerts: 0, withdrawn: [] }
  const overview = {
    ...data.overview,
    critical: 5,
    critical_before: 7,
    warning: 6,
    open_alerts: 37,
    closed: [],
    ...quiet,
  }
  const text = overviewPage(overview, site, { lang: 'zh', width: 1280 }).querySelector('.finding')?.textContent
  expect(text).toContain('2026年10月，14 个县区中 5 个有严重指标，比上月少 2 个；另有 6 个有预警指标。')
  expect(text).toContain('未解除预警 37 条，本期新增 4 条、解除 0 条。')
})

test('the overview says which alerts are kept in silence and which a correction undid; a withdrawn one is not closed', () => {
  const overview = { ...data.overview, open_alerts: 37, silent_alerts: 6, closed: [] }
  const page = overviewPage(overview, site, { lang: 'zh', width: 1280 })
  expect(page.querySelector('.finding')?.textContent).toContain(
    '未解除预警 37 条（其中 6 条未报送、状态保持），本期新增 4 条、解除 0 条、因数据更正撤销 2 条。',
  )
  expect(page.querySelector('[data-chart="withdrawn"]')?.textContent).toContain('本期因数据更正撤销预警 2 条')
  expect(page.querySelector('[data-chart="closed"]')?.textContent).toContain('本期没有预警解除')
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

test('a page of several returns names each above its indicators; a page of one does not', () => {
  const parts = (page: HTMLElement) => [...page.querySelectorAll('h2')].map(({ textContent }) => textContent)
  expect(parts(pages.foundations('zh', 1280))).toEqual([
    '村级组织活动场所情况表',
    '活动场所达标率',
    '无场所和租用场所的村占比',
    '本年新建改造提升占比',
    '村级组织运转经费保障情况表',
    '运转经费达到保障标准的村占比',
    '村均运转经费',
    '党建工作专项经费情况表',
    '党建工作专项经费比上年增长',
  ])
  expect(parts(pages.stipend('en', 1280))[0]).toBe('Mean stipend of village party secretaries')
})

test('where no line is in force nothing is called good: neither by the dots nor by the list', () => {
  const foundations = topic('foundations')
  const noLine = { status: null, warning: null, critical: null, target: null, gap: null }
  const figures = foundations.figures.map((each) =>
    each.indicator_id === 'premises_built_this_year_pct' ? { ...each, ...noLine } : each,
  )
  const page = topicPage({ ...foundations, figures }, site, { lang: 'zh', width: 1280, earlier })
  const text = page.querySelector('#premises_built_this_year_pct')?.textContent
  expect(text).toContain('14 个县区，本期未设预警线')
  expect(text).toContain('本期未设预警线，不作判断')
  expect(text).not.toContain('已判定')
})

test('what is counted from January on is drawn year by year, and nobody is told when it arrives', () => {
  const page = pages.team('zh', 1280)
  const lines = (id: string) =>
    page.querySelectorAll(`#${id} figure[data-chart="trend"] [stroke="var(--ink)"] path`).length
  expect(lines('villages_with_reserve_pct')).toBe(1)
  // Nine years, 2018 to 2026.
  expect(lines('secretaries_trained_pct')).toBe(9)
  expect(page.querySelector('#secretaries_trained_pct')?.textContent).toContain('全年累计，不推算')
})

test('an indicator leads to the page that shows it, which several returns may share', () => {
  const links = (page: HTMLElement) => [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  expect(links(pages.overview('zh', 1280))).toContain('./foundations#premises_standard_pct')
  expect(links(pages.alerts('zh', 1280))).toContain('./team#weak_listed_pct')
  expect(links(pages.region('zh', 1280))).toContain('../team?region=990325#weak_rectified_pct')
})

test('alerts are narrowed by the address', () => {
  history.replaceState(null, '', '/alerts?region=990324')
  const rows = pages.alerts('zh', 1280).querySelectorAll('tbody tr')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.textContent).toContain('栾溪县')
})

test('withdrawn alerts are a list of their own on the page of alerts and of a region, apart from those that ended', () => {
  const [one] = data.alerts.alerts.filter(({ state }) => state === 'withdrawn')
  const [other] = data.alerts.alerts.filter(({ state }) => state === 'closed')
  if (!one || !other) throw new Error('no alert')
  const alerts = [{ ...one, region_code: '990325' }, other]
  const text = alertsPage({ alerts, near_misses: [] }, site, { lang: 'zh', width: 1280 }).textContent
  expect(text).toContain('近 12 期已结束 1 条')
  expect(text).toContain('近 12 期因数据更正撤销 1 条')
  const page = regionPage({ ...region, alerts }, site, { lang: 'zh', origins, width: 1280 }).textContent
  expect(page).toContain('已结束预警 1 条')
  expect(page).toContain('因数据更正撤销的预警 1 条')
  expect(alertsPage({ alerts: [other], near_misses: [] }, site, { lang: 'zh', width: 1280 }).textContent).not.toContain(
    '撤销',
  )
})

test('a topic says of each indicator how the city changed and what that comes from', () => {
  const coverage = topic('coverage')
  const figures = coverage.figures.map((each) =>
    each.region_code === '990300' && each.indicator_id === 'nonpublic_coverage_pct'
      ? { ...each, value: 84, previous: change(82.8, 2, -0.8), year_before: null }
      : each,
  )
  const page = topicPage({ ...coverage, figures }, site, { lang: 'zh', width: 1280, earlier })
  expect(
    page.querySelector('#nonpublic_coverage_pct [data-chart="changes"]')?.textContent?.replaceAll('\u00a0', ' '),
  ).toBe('河州市比上月升 1.2 个百分点（好转）其中新建组织 +2.0，企业增加 -0.8')
  expect(page.querySelectorAll('[data-chart="changes"]')).toHaveLength(7)
})

test('the ribbon is there for the sample and for nothing else', () => {
  expect(ribbon(site, 'zh')).toContain('示例数据，并非真实统计')
  expect(ribbon({ ...site, sample: false }, 'zh')).toBe('')
})

test('the head marks the page that is open and says what the figures are of', () => {
  expect(header(site, 'zh', '/coverage')).toMatch(/<a href="\/coverage"[^>]* aria-current="page">组织覆盖<\/a>/)
  expect(header(site, 'zh', '/index')).toMatch(/<a href="\/"[^>]* aria-current="page">总览<\/a>/)
  expect(dataStamp(site, 'zh')).toContain('第 2026-10-1 期，计入截至2026年11月8日收到的报表')
})
