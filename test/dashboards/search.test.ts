// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { header } from '../../dashboards/components/chrome.js'
import { searchEntries } from '../../dashboards/components/search-index.js'
import { searchList } from '../../dashboards/components/search-list.js'
import { isRead, matchingEntries } from '../../dashboards/components/search-match.js'
import type { SearchWords } from '../../dashboards/components/search-words.js'
import { fixtureData } from './fixture-data.js'
import { searchFixture } from './reading-fixture.js'

const { site } = fixtureData()
const words = (lang: 'zh' | 'en' = 'zh') => {
  document.body.innerHTML = header(site, lang, '/coverage')
  return JSON.parse(document.querySelector<HTMLElement>('.search')?.dataset.words ?? '') as SearchWords
}
const find = (query: string, lang: 'zh' | 'en' = 'zh') =>
  matchingEntries(searchEntries(searchFixture, words(lang)), query).map(({ label, detail }) => `${label}（${detail}）`)

describe('what is found', () => {
  test('by any part of a name, by code, by initials, by pinyin whole or begun', () => {
    for (const query of [
      '云溪镇',
      '溪镇',
      '990302001',
      'yxz',
      'yunxizhen',
      'yunx',
      'yxzhen',
      'YXZ',
      "yun'xi",
      ' yun xi',
    ])
      expect(find(query), query).toEqual(['云溪镇（乡镇 · 临江县）'])
    expect(find('xyz')).toEqual([])
    expect(find('')).toEqual([])
  })

  test('a place by each of its readings', () => {
    for (const query of ['csq', 'zsq', 'changshan', 'zhangshan', 'zhang'])
      expect(find(query), query).toEqual(['长山区（县区 · 河州市）'])
  })

  test('of two places of one name, each with the county it lies in; the county’s name tells them apart', () => {
    expect(find('cgz')).toEqual(['城关镇（乡镇 · 临江县）', '城关镇（乡镇 · 长山区）'])
    expect(find('长山 城关')).toEqual(['城关镇（乡镇 · 长山区）'])
    expect(find('lj cgz')).toEqual(['城关镇（乡镇 · 临江县）'])
  })

  test('a county’s name alone finds the county, not everything in it', () => {
    expect(find('临江')).toEqual(['临江县（县区 · 河州市）'])
  })

  test('indicators by name and short name in either language, in the language of the page', () => {
    const coverage = '非公企业党的组织覆盖率（指标 · 组织覆盖）'
    for (const query of ['非公覆盖', 'fgfg', 'nonpublic'.slice(0, 3), 'firms organisation', 'firms covered'])
      expect(find(query), query).toContain(coverage)
    expect(find('空白村', 'en')).toEqual(['Villages without income（Indicator · Village income）'])
  })

  test('what is named so comes before what is read so, and that before what has it inside', () => {
    expect(find('yunxi')[0]).toContain('云溪镇')
    expect(find('9903')).toHaveLength(6)
    expect(find('990302')[0]).toContain('临江县')
  })

  test('a page by its name', () => {
    expect(find('对照')).toEqual(['两地对照（页面）'])
  })
})

const syllable = fc.stringMatching(/^[a-c]{1,3}$/)
const lattice = fc.array(fc.array(syllable, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 })

test('a term is read where a beginning of a reading of each of some characters in a row makes it, and nowhere else', () => {
  /** The same by a regular expression: of each reading one letter or more, one reading after the other. */
  const begun = (reading: string): string =>
    reading.length === 1 ? reading : `${reading[0]}(?:${begun(reading.slice(1))})?`
  const pattern = (readings: readonly string[], rest: string) =>
    `(?:${readings.map(begun).join('|')})${rest === '' ? '' : `(?:${rest})?`}`
  fc.assert(
    fc.property(lattice, fc.stringMatching(/^[a-c]{1,6}$/), (syllables, term) => {
      const whole = new RegExp(`^${syllables.reduceRight((rest, readings) => pattern(readings, rest), '')}$`)
      expect(isRead(syllables, 0, term)).toBe(whole.test(term))
    }),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(lattice, fc.infiniteStream(fc.nat({ max: 5 })), (syllables, choices) => {
      const pick = (below: number) => Number(choices.next().value) % below
      const term = syllables
        .map((readings) => readings[pick(readings.length)] ?? '')
        .map((reading) => reading.slice(0, 1 + pick(reading.length)))
        .join('')
      expect(isRead(syllables, 0, term)).toBe(true)
    }),
  )
})

describe('the box', () => {
  let input: HTMLInputElement
  const go = vi.fn()
  const read = vi.fn(async () => searchFixture)
  const options = () => [...document.querySelectorAll('[role="option"]')]
  const active = () => document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent
  const press = (key: string, more: KeyboardEventInit = {}) =>
    input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  const type = (text: string) => {
    input.value = text
    input.dispatchEvent(new Event('input'))
  }
  beforeEach(async () => {
    words()
    input = document.querySelector('.search input') as HTMLInputElement
    await searchList(input, { read, go })
  })
  afterEach(() => {
    go.mockClear()
    document.body.replaceChildren()
  })

  test('lists what is found as one types, the first one active; arrows go round', () => {
    expect(input.getAttribute('aria-expanded')).toBe('false')
    type('cgz')
    expect(input.getAttribute('aria-expanded')).toBe('true')
    expect(options()).toHaveLength(2)
    expect(active()).toBe('城关镇 乡镇 · 临江县')
    press('ArrowDown')
    expect(active()).toBe('城关镇 乡镇 · 长山区')
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual(['false', 'true'])
    press('ArrowDown')
    expect(active()).toBe('城关镇 乡镇 · 临江县')
    press('ArrowUp')
    expect(active()).toBe('城关镇 乡镇 · 长山区')
    expect(document.querySelector('.search [role="status"]')?.textContent).toBe('找到 2 个')
  })

  test('Enter opens the active one, a click the one clicked; the input method’s Enter opens nothing', () => {
    type('yxz')
    press('Enter', { isComposing: true })
    expect(go).not.toHaveBeenCalled()
    press('Enter')
    expect(go).toHaveBeenLastCalledWith('http://localhost:3000/regions/990302001')
    type('fgfg')
    options()[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(go).toHaveBeenLastCalledWith('http://localhost:3000/coverage#nonpublic_coverage_pct')
    type('月度')
    press('Enter')
    expect(go).toHaveBeenLastCalledWith('http://localhost:3000/brief/2026-10')
  })

  test('Escape closes the list, then empties the box', () => {
    type('cgz')
    press('Escape')
    expect(options()[0]?.closest('ul')?.hidden).toBe(true)
    expect(input.getAttribute('aria-expanded')).toBe('false')
    expect(input.value).toBe('cgz')
    press('Escape')
    expect(input.value).toBe('')
  })

  test('nothing found is said, and so is that there is more than ten', async () => {
    type('qqq')
    expect(document.querySelector('.search [role="status"]')?.textContent).toBe('没有找到“qqq”')
    const regions = Array.from({ length: 12 }, (_, at) => ({
      ...{
        code: `9903020${at + 10}`,
        name: `甲${at}镇`,
        level: 'township' as const,
        parent: '990302',
        pinyin: 'jia zhen',
      },
    }))
    words()
    input = document.querySelector('.search input') as HTMLInputElement
    await searchList(input, { read: async () => ({ regions, indicators: [] }), go })
    type('甲')
    expect(options()).toHaveLength(10)
    expect(document.querySelector('.search [role="status"]')?.textContent).toBe('还有 2 个，请再输入几个字')
  })

  test('an index that cannot be read is said, and asked for again by the next use', async () => {
    read.mockRejectedValueOnce(new Error('no'))
    expect(await searchList(input, { read, go })).toBe(false)
    expect(document.querySelector('.search [role="status"]')?.textContent).toBe('目录没有读到，请再试一次')
    expect(await searchList(input, { read, go })).toBe(true)
  })
})
