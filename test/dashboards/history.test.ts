// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { remarksOf, sayCorrected, sayFromTo, sayMoved, sayRevision } from '../../dashboards/components/history-words.js'
import { methodologyPage } from '../../dashboards/components/methodology-page.js'
import { qualityPage } from '../../dashboards/components/quality-page.js'
import { regionDots } from '../../dashboards/components/region-dots.js'
import { regionPage } from '../../dashboards/components/region-page.js'
import { trend } from '../../dashboards/components/trend.js'
import { trendPoints } from '../../dashboards/components/trend-points.js'
import { createView } from '../../dashboards/components/view.js'
import type { CorrectedCell, Revision } from '../../src/domain/history-data.js'
import { figure } from './figure.js'
import { fixtureData } from './fixture-data.js'
import { correctedCell, historyFixture } from './history-fixture.js'
import { qualityFixture } from './quality-fixture.js'

const data = fixtureData()
const { site } = data
const zh = createView(site, { lang: 'zh', width: 1000 })
const en = createView(site, { lang: 'en', width: 1000 })
const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

const revision = (changes: Partial<Revision> = {}): Revision => ({
  region_code: '990325',
  indicator_id: 'nonpublic_coverage_pct',
  period: '2025-06',
  received_on: '2025-08-12',
  before: 81.2,
  after: 79.9,
  ...changes,
})

describe('a revision', () => {
  test('says its day, and from what to what', () => {
    expect(sayRevision(revision(), zh)).toBe('2025年8月12日修订：81.2% → 79.9%')
    expect(sayRevision(revision(), en)).toBe('Revised on Aug 12, 2025: 81.2% → 79.9%')
    expect(sayMoved(revision(), zh)).toBe('降 1.3 个百分点（变差）')
  })

  test('has as many decimals as it takes to see that it moved', () => {
    expect(sayFromTo(revision({ before: 83.23, after: 83.24 }), zh)).toBe('83.23% → 83.24%')
    expect(sayFromTo(revision({ before: 83.231, after: 83.2314 }), zh)).toBe('83.2310% → 83.2314%')
    expect(sayMoved(revision({ before: 83.23, after: 83.24 }), zh)).toBeNull()
  })

  test('to or from no value says so, and is in the unit of its indicator', () => {
    expect(sayFromTo(revision({ after: null }), zh)).toBe('81.2% → 无数')
    const stipend = { indicator_id: 'stipend_mean_yuan_per_month', before: 1905.4, after: 2010 }
    expect(sayFromTo(stipend, zh)).toBe('1,905元/月 → 2,010元/月')
    expect(sayMoved(revision({ after: null }), zh)).toBeNull()
  })
})

test.each<[string, Partial<CorrectedCell>, string, string]>([
  ['another value', {}, '企业总数 4,100 → 410 家', 'Firms: 4,100 → 410 firms'],
  ['money', { found: 1900.5, put: 190.05 }, '企业总数 1,900.50 → 190.05 家', 'Firms: 1,900.50 → 190.05 firms'],
  ['a dropped cell', { action: 'drop', put: null }, '企业总数 4,100 不计', 'Firms: 4,100 left out'],
  ['a flag', { action: 'flag', put: null }, '企业总数 4,100 存疑，未改', 'Firms: 4,100 in doubt, not changed'],
  [
    'a flag of a blank',
    { action: 'flag', found: null, put: null },
    '企业总数 无数 存疑，未改',
    'Firms: no value in doubt, not changed',
  ],
  ['a dropped row', { action: 'drop', column: null, found: null, put: null }, '整行不计', 'the whole row left out'],
  [
    'a flagged row',
    { action: 'flag', column: null, found: null, put: null },
    '整行存疑，未改',
    'the whole row in doubt, not changed',
  ],
])('a declared correction: %s', (_, changes, inChinese, inEnglish) => {
  expect(sayCorrected({ ...correctedCell, ...changes }, zh)).toBe(inChinese)
  expect(sayCorrected({ ...correctedCell, ...changes }, en)).toBe(inEnglish)
})

test('a figure has its corrections first, then its revisions; others have none', () => {
  const remarks = remarksOf(historyFixture, zh)
  const of = { region_code: '990325', indicator_id: 'nonpublic_coverage_pct' }
  expect(remarks({ ...of, period: '2026-03' })).toEqual([
    '更正登记：柳泉镇企业总数 4,100 → 410 家',
    '2026年5月6日修订：24.1% → 81.0%',
  ])
  expect(remarks({ ...of, period: '2026-04' })).toEqual([])
  expect(remarks({ ...of, period: '2026-03', indicator_id: 'social_coverage_pct' })).toEqual([])
  expect(remarksOf(undefined, zh)({ ...of, period: '2026-03' })).toEqual([])
})

describe('a trend', () => {
  const own = data.topics.coverage?.trends.find(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  if (!own) throw new Error('no trend')
  const parts = { trend: own, figures: [], national: [], breaks: [], history: historyFixture }

  test('says in the tip of a point what became of it, and marks it', () => {
    const points = trendPoints(parts, zh, remarksOf(historyFixture, zh))
    const point = points.find(({ code, period }) => code === '990325' && period === '2025-06')
    expect(point?.words().split('\n').slice(1, -1)).toEqual(['2025年6月', '2025年8月12日修订：81.2% → 79.9%'])
    expect(points.find(({ code, period }) => code === '990325' && period === '2025-05')?.words()).not.toContain('修订')
    const element = trend(parts, zh, 600)
    const rings = [...element.querySelectorAll('g[stroke="var(--ink-3)"] circle')]
    expect(rings).toHaveLength(3)
    expect(words(element)).toContain('空心圆是后来修订或更正过的数（3 处）')
  })

  test('says it in the tip of a figure that is known whole', () => {
    const known = figure({ region_code: '990325', period: '2026-03' })
    const [, , ...lines] = trendPoints({ ...parts, figures: [known] }, zh, remarksOf(historyFixture, zh))
      .find(({ code, period }) => code === '990325' && period === '2026-03')
      ?.words()
      .split('\n') ?? ['']
    expect(lines.slice(-3, -1)).toEqual(['更正登记：柳泉镇企业总数 4,100 → 410 家', '2026年5月6日修订：24.1% → 81.0%'])
  })

  test('marks the cells of its table, and says above it what they were, newest period first', () => {
    const element = trend(parts, zh, 600)
    element.querySelector('details')?.dispatchEvent(new Event('toggle'))
    expect([...element.querySelectorAll('.notes li')].map(words)).toEqual([
      '石岑县2026年3月数，更正登记：柳泉镇企业总数 4,100 → 410 家',
      '石岑县2026年3月数，2026年5月6日修订：24.1% → 81.0%',
      '河州市2025年6月数，2025年8月12日修订：82.31% → 82.29%',
      '石岑县2025年6月数，2025年8月12日修订：81.2% → 79.9%',
    ])
    expect([...element.querySelectorAll('td .remark')].map(words)).toEqual(['见注', '见注', '见注'])
  })

  test('without a history has neither marks nor notes', () => {
    const { history: _, ...without } = parts
    const element = trend(without, zh, 600)
    element.querySelector('details')?.dispatchEvent(new Event('toggle'))
    expect(element.querySelector('.notes')).toBeNull()
    expect(words(element)).not.toContain('空心圆')
  })
})

test('the table of dots says what became of a figure', () => {
  const known = figure({ region_code: '990325', period: '2026-03' })
  const element = regionDots({ figures: [known], whole: null, level: 'county', history: historyFixture }, zh, 600)
  element?.querySelector('details')?.dispatchEvent(new Event('toggle'))
  expect(words(element?.querySelector('tbody'))).toContain(
    '更正登记：柳泉镇企业总数 4,100 → 410 家；2026年5月6日修订：24.1% → 81.0%',
  )
})

test('a card of a region’s page says what became of the shown figure, and folds what became of earlier ones', () => {
  const region = data.regions.find(({ region: { region_code } }) => region_code === '990325')
  if (!region) throw new Error('no region')
  const revisions = [...historyFixture.revisions, revision({ period: '2026-10', received_on: '2026-11-05' })]
  const page = regionPage({ ...region, history: { ...historyFixture, revisions } }, site, {
    lang: 'zh',
    width: 1280,
    root: '../',
    origins: async () => ({ release: '2026-10-1', figures: [], rows: {}, files: {}, formulas: {} }),
  })
  const card = page.querySelector('#nonpublic_coverage_pct')
  expect(words(card)).toContain('2026年11月5日修订：81.2% → 79.9%')
  // Of the last 13 months: 2025-06 is before them.
  expect(words(card?.querySelector('details'))).toBe('此前各期修订、更正 2 条')
  card?.querySelector('details')?.dispatchEvent(new Event('toggle'))
  expect(words(card?.querySelector('details'))).toContain('2026年3月数，2026年5月6日修订：24.1% → 81.0%')
  expect(page.querySelector('#social_coverage_pct details')).toBeNull()
})

describe('the page of quality', () => {
  const part = (amount: 'none' | 'few' | 'many', id: string) =>
    qualityPage(qualityFixture(amount, site.counties), site, { lang: 'zh', width: 0 }).querySelector(
      `[data-chart="quality-${id}"]`,
    )

  test('says from what to what, by how much, when, by which file, and of how many units', () => {
    const revisions = part('few', 'revisions')
    expect(words(revisions?.querySelector('h2'))).toBe('本期数字的修订 3 处')
    expect([...(revisions?.querySelectorAll('li') ?? [])].map(words)).toEqual([
      '石岑县村党组织书记月均报酬，2026年10月2,900元/月 → 2,610元/月，降 290元/月（变差）2026年11月8日，石岑县_更正.xlsx，填报 9 → 12/12 个乡镇',
      '河州市非公企业党的组织覆盖率，2026年10月81.2% → 79.9%，降 1.3 个百分点（变差）2026年11月8日，石岑县_更正.xlsx',
      '石岑县非公企业党的组织覆盖率，2026年10月81.2% → 79.9%，降 1.3 个百分点（变差）2026年11月8日，更正登记，填报 9 → 12/12 个乡镇',
    ])
    expect(words(revisions)).toContain('近 12 个月共修订 6 处，来自 2 次重报或更正登记。')
    expect(words(revisions?.querySelector('details'))).toBe('近 12 个月对以往数字的修订 3 处')
  })

  test('cuts a long list, and says how much is not listed', () => {
    const revisions = part('many', 'revisions')
    expect(revisions?.querySelectorAll('li')).toHaveLength(12)
    expect(words(revisions)).toContain('其余 88 项')
    expect(words(revisions)).toContain('还有 40 处未列出')
  })

  test('lists the declared corrections with why, who and when', () => {
    const lines = [...(part('few', 'declared')?.querySelectorAll('li') ?? [])].map(words)
    expect(lines[0]).toBe(
      '柳泉镇非公企业和社会组织党的组织和工作覆盖情况表，2026年3月企业总数 4,100 → 410 家多录一个零，已电话核实，单位尚未重报；市委组织部基层办，2026年5月6日',
    )
    expect(lines).toHaveLength(3)
    expect(words(part('none', 'declared'))).toBe('更正登记 0 项 没有更正登记')
    expect(words(part('none', 'revisions'))).toBe('本期数字的修订 0 处 本期数字没有修订')
  })
})

test('the methodology says what a revision and a declared correction are, and leads to them', () => {
  const page = methodologyPage(data.methodology, site, { lang: 'zh', width: 1280 })
  expect(words(page.querySelector('[aria-labelledby="history"]'))).toContain('记为撤销，不算好转')
  expect(page.querySelector('[aria-labelledby="history"] a')?.getAttribute('href')).toBe('./quality#declared')
})
