// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { changesPage } from '../../dashboards/components/changes-page.js'
import type { ReleaseChanges } from '../../src/domain/release-changes.js'
import { changesFixture } from './changes-fixture.js'
import { fixtureData } from './fixture-data.js'

const { site } = fixtureData()
const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const page = (data: ReleaseChanges, lang: 'zh' | 'en' = 'zh') => changesPage(data, site, { lang, width: 0 })

test('the first release says that there is none before it', () => {
  const first = { previous: null, summary: [], groups: [] }
  expect(words(page(first))).toBe('没有上一期可比：这是第一期，或是单独回看某一天的一期。')
  expect(words(page(first, 'en'))).toContain('the first one')
})

test('the counts come first, then every group, also one without changes', () => {
  const element = page(changesFixture(site.counties))
  expect(words(element.querySelector('.finding'))).toMatch(/4 项持平。预警新增 3 条。$/)
  expect([...element.querySelectorAll('h2')].map(words)).toEqual(['数字', '预警', '报表', '计算依据'])
  expect(words(element.querySelector('[data-chart="changes-returns"] .empty'))).toBe('没有变化')
  expect(words(page(changesFixture(site.counties), 'en').querySelector('.finding'))).toContain('3 worse')
})

test('a county leads to its page, with the mark of how it stands; the city does not', () => {
  const element = page(changesFixture(site.counties))
  const alerts = element.querySelector('[data-chart="changes-alerts"]')
  expect(alerts?.querySelector('a')?.getAttribute('href')).toBe(`./regions/${site.counties[0]?.region_code}`)
  expect(alerts?.querySelectorAll('.mark.warning')).toHaveLength(3)
  expect(element.querySelectorAll('[data-chart="changes-figures"] a')).toHaveLength(0)
})

test('a long list is folded, and what is not listed is counted', () => {
  const alerts = page(changesFixture(site.counties, 20)).querySelector('[data-chart="changes-alerts"]')
  expect(alerts?.querySelectorAll('.entry')).toHaveLength(8)
  expect(words(alerts?.querySelector('summary'))).toBe('其余 6 项')
  expect(words(alerts?.querySelector('.note'))).toBe('还有 6 项未列出')
})
