// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { methodologyPage } from '../../dashboards/components/methodology-page.js'
import { regionPage } from '../../dashboards/components/region-page.js'
import { fixtureData } from './fixture-data.js'
import { similarFixture, townshipFixture } from './township-fixture.js'

const data = fixtureData()
const county = data.regions.find(({ region }) => region.region_code === '990325')
if (!county) throw new Error('no county')
const origins = async () => ({ release: '2026-10-1', figures: [], rows: {}, files: {}, formulas: {} })
const draw = (region: typeof county, lang: 'zh' | 'en' = 'zh') =>
  regionPage(region, data.site, { lang, width: 1280, root: '../', origins })
const township = draw(townshipFixture(county))
const words = (element: Element | null | undefined) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
const links = (element: Element | null) =>
  [...(element?.querySelectorAll('a') ?? [])].map((link) => [words(link), link.getAttribute('href')])

test('a township says where it is, and leads up and to its neighbours', () => {
  expect(links(township.querySelector('.path'))).toEqual([
    ['河州市', '../'],
    ['石岑县', '../regions/990325'],
  ])
  expect(words(township.querySelector('.path [aria-current]'))).toBe('柳泉镇')
  const beside = township.querySelector('.place .contents')
  expect(beside?.getAttribute('aria-label')).toBe('石岑县各乡镇（街道）')
  expect(links(beside)).toHaveLength(12)
  expect(words(beside?.querySelector('[aria-current]'))).toBe('柳泉镇')
  expect(words(township.querySelector('.finding'))).toMatch(/^石岑县所属山区乡镇（街道）。/)
})

test('a township’s figures lead to its county’s line on the page of the topic', () => {
  expect(township.querySelector('#nonpublic_coverage_pct h3 a')?.getAttribute('href')).toBe(
    '../coverage?region=990325#nonpublic_coverage_pct',
  )
})

test('a township’s villages are counted by band, a bar a year, the finding of the last one', () => {
  const bars = township.querySelector('[data-chart="bands"]')
  // Three of seven villages in 2025; in 2024 it was six.
  expect(words(bars?.querySelector('strong'))).toBe('2025年柳泉镇 7 个村中 3 个（42.9%）收入在5万元及以下')
  expect([...(bars?.querySelectorAll('svg [data-mark="y-axis tick label"] text') ?? [])].map(words)).toEqual([
    '2024年',
    '2025年',
  ])
  expect([...(bars?.querySelectorAll('svg [data-mark="text"] text') ?? [])].map(words)).toEqual([
    '2',
    '4',
    '1',
    '3',
    '4',
  ])
})

test('a county’s bands have the county first, then each township', () => {
  const bars = draw(county).querySelector('[data-chart="bands"]')
  const names = [...(bars?.querySelectorAll('svg [data-mark="y-axis tick label"] text') ?? [])].map(words)
  expect(names.slice(0, 3)).toEqual(['石岑', '城关', '白杨'])
  expect(names).toHaveLength(13)
  expect(words(bars?.querySelector('strong'))).toContain('石岑县 72 个村中 12 个（16.7%）')
})

test('a township shows what its county sent about it, and leaves refused cells to the county’s page', () => {
  const returns = township.querySelector('[data-chart="returns"]')
  expect(words(returns?.querySelector('.lead'))).toContain('乡镇的报表由石岑县汇总填报')
  const rows = [...(returns?.querySelectorAll('tbody tr') ?? [])]
  expect(rows.map((row) => words(row.querySelector('td:last-child'))).slice(5, 8)).toEqual(['已报', '未报', '未报'])
  expect(links(returns?.querySelector('.note') ?? null)).toEqual([['石岑县的退回记录', '../regions/990325#returns']])
  expect(words(returns)).not.toContain('没有退回')
  expect(words(draw(county).querySelector('[data-chart="returns"] tbody td:last-child'))).toBe('12/12 个乡镇')
})

test('a county lists its townships by code, each with what is beyond a line, and leads to their pages', () => {
  const [first, second] = county.children
  const figures = county.child_figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  const status = (code: string | undefined, status: 'critical' | 'warning' | 'ok') =>
    figures.filter(({ region_code }) => region_code === code).map((figure) => ({ ...figure, status }))
  const page = draw({
    ...county,
    child_figures: [
      ...status(first?.region_code, 'critical'),
      ...status(first?.region_code, 'warning'),
      ...status(second?.region_code, 'ok'),
    ],
  })
  const list = page.querySelector('[data-chart="townships"]')
  expect(words(list?.querySelector('h2'))).toBe('所属 12 个乡镇（街道）')
  expect(words(list?.querySelector('.lead'))).toContain('1 个有严重或预警指标')
  const items = [...(list?.querySelectorAll('li') ?? [])].map(words)
  expect(items.slice(0, 3)).toEqual(['城关镇 严重 1预警 1', '白杨镇 达标', '柳泉镇 没有已判定的指标'])
  expect(links(list)[0]).toEqual(['城关镇', '../regions/990325100'])
})

test('similar regions stand beside a region with what they were chosen by, the method, and no rank', () => {
  const section = township.querySelector('[data-chart="similar"]')
  expect(words(section?.querySelector('h2'))).toBe('条件相近的 2 个乡镇')
  expect(words(section?.querySelector('.lead'))).toMatch(
    /^在同类（山区）乡镇中，取村数、非公企业数与柳泉镇最接近的 2 个：.*标准差.*不排名次、不打总分。 口径说明$/,
  )
  const rows = [...(section?.querySelectorAll('tr') ?? [])].map((row) => [...row.children].map(words))
  expect(rows[0]).toEqual(['指标', '柳泉镇石岑县', '韩庄镇石岑县', '石井乡石岑县'])
  expect(rows[1]).toEqual(['村数 个', '30', '31', '33'])
  expect(rows[2]).toEqual(['非公企业数 家', '40', '1,200', '39'])
  expect(rows).toHaveLength(1 + 2 + 2)
  expect(links(section?.querySelector('thead') ?? null).map(([, href]) => href)).toEqual([
    '../regions/990325103',
    '../regions/990325104',
  ])
  expect(words(draw({ ...county, similar: similarFixture(county, 0) }, 'en').querySelector('#similar'))).toBe(
    'Like it: 2 townships',
  )
})

test('the methodology tells what similar regions are chosen by', () => {
  const page = methodologyPage(data.methodology, data.site, { lang: 'zh', width: 1280 })
  const section = page.querySelector('section[aria-labelledby="similar"]')
  expect(words(section?.querySelector('tbody'))).toBe('村数个村级组织活动场所情况表县区、乡镇')
})
