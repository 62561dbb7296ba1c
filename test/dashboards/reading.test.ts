// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { header } from '../../dashboards/components/chrome.js'
import { comparePage } from '../../dashboards/components/compare-page.js'
import { sayApart } from '../../dashboards/components/compare-words.js'
import { figuresOf, periodUntil } from '../../dashboards/components/earlier-figures.js'
import { overviewPage } from '../../dashboards/components/overview-page.js'
import { sortable } from '../../dashboards/components/sortable.js'
import { table } from '../../dashboards/components/table.js'
import { topicPage } from '../../dashboards/components/topic-page.js'
import { createView } from '../../dashboards/components/view.js'
import { figure } from './figure.js'
import { fixtureData } from './fixture-data.js'
import { earlierFixture } from './reading-fixture.js'

const { site, topics } = fixtureData()
const coverage = topics.coverage
if (!coverage) throw new Error('no topic')
const view = createView(site, { lang: 'zh', width: 1280 })
const words = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const [columns] = earlierFixture.indicators
if (!columns) throw new Error('no columns')

afterEach(() => {
  history.replaceState(null, '', '/')
  document.body.replaceChildren()
})

describe('figures out of columns', () => {
  test('of a period: each region that was expected to report, with its changes', () => {
    const september = figuresOf(columns, '2026-09')
    expect(september.map(({ region_code, value }) => [region_code, value])).toEqual([
      ['990300', 82],
      ['990324', 71],
      ['990325', 60],
    ])
    expect(september[2]).toMatchObject({ status: 'critical', gap: 12, target: null, previous: null, year_before: null })
    expect(september[0]?.previous).toEqual({
      value_before: 81,
      from_numerator: 1,
      from_denominator: 0,
      from_units: 0,
      is_same_units: true,
    })
    expect(figuresOf(columns, '2026-08').map(({ region_code }) => region_code)).toEqual(['990300', '990324'])
    expect(figuresOf(columns, '2025-01')).toEqual([])
  })

  test.each([
    [['2025', '2026'], '2026-10', '2025'],
    [['2025', '2026'], '2026-12', '2026'],
    [['2026-Q2', '2026-Q3'], '2026-08', '2026-Q2'],
    [['2026-Q2', '2026-Q3'], '2026-09', '2026-Q3'],
    [['2026-Q2', '2026-Q3'], '2026-05', null],
  ])('of %j, the last that had ended by %s is %s', (periods, chosen, expected) => {
    expect(periodUntil(periods, chosen)).toBe(expected)
  })
})

describe('a topic page', () => {
  const load = vi.fn(async () => earlierFixture)
  let page: HTMLElement
  const draw = () => {
    page = topicPage(coverage, site, { lang: 'zh', width: 1280, earlier: async () => load() })
    document.body.replaceChildren(page)
  }
  const section = () => page.querySelector('#nonpublic_coverage_pct') as HTMLElement
  const [region, period] = [0, 1].map(
    (at) => () => page.querySelectorAll<HTMLSelectElement>('.bar select')[at] as HTMLSelectElement,
  ) as [() => HTMLSelectElement, () => HTMLSelectElement]
  const choose = (select: HTMLSelectElement, value: string) => {
    select.value = value
    select.dispatchEvent(new Event('change'))
  }
  beforeEach(() => {
    load.mockClear()
    draw()
  })

  test('sets the chosen county in colour on trend, dots and rows, and takes it back', () => {
    const code = section().querySelector<HTMLElement>('[data-chart="gaps"] tr[data-place]')?.dataset.place ?? ''
    choose(region(), code)
    expect(location.search).toBe(`?region=${code}`)
    const accents = () =>
      page.querySelectorAll(
        'figure[data-chart="trend"] [stroke="var(--accent)"] path, figure[data-chart="dots"] [stroke="var(--accent)"] > *',
      ).length
    // Seven trends and seven rows of dots, but where the county has no value.
    expect(accents()).toBeGreaterThanOrEqual(12)
    const row = section().querySelector(`tr[data-place="${code}"]`)
    expect(row?.classList.contains('chosen')).toBe(true)
    expect(row?.querySelector('.pick')?.getAttribute('aria-pressed')).toBe('true')
    choose(region(), '')
    expect(accents()).toBe(0)
    expect(page.querySelectorAll('.chosen')).toHaveLength(0)
  })

  test('is chosen from by a row, its button, a chart’s point and its name; a link stays a link', () => {
    const row = section().querySelector<HTMLElement>('[data-chart="gaps"] tr[data-place]')
    const code = row?.dataset.place ?? ''
    row?.querySelector<HTMLElement>('.pick')?.click()
    expect(region().value).toBe(code)
    row?.querySelector('td')?.click()
    expect(region().value).toBe('')
    row?.querySelector('a')?.addEventListener('click', (event) => event.preventDefault())
    row?.querySelector('a')?.click()
    expect(region().value).toBe('')
    const name = section().querySelector<SVGElement>('[data-chart="dots"] text[data-place]')
    const named = name?.dataset.place
    name?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(named).toMatch(/^9903/)
    expect(region().value).toBe(named)
    choose(region(), '')
    const chart = section().querySelector('[data-chart="trend"] svg.chart') as SVGElement & { value?: unknown }
    chart.value = { code: '990324' }
    chart.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(region().value).toBe('990324')
    const dots = section().querySelector('[data-chart="dots"] svg.chart') as SVGElement & { value?: unknown }
    dots.value = { region_code: '990325' }
    dots.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    expect(region().value).toBe('990325')
    // The city is in bold already.
    const again = section().querySelector('[data-chart="trend"] svg.chart') as SVGElement & { value?: unknown }
    again.value = { code: '990300' }
    again.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(region().value).toBe('990325')
  })

  test('keeps an open table open and the focus where it was', () => {
    const details = section().querySelector<HTMLDetailsElement>('[data-chart="dots"] .table-view')
    if (details) details.open = true
    details?.dispatchEvent(new Event('toggle'))
    const button = section().querySelector<HTMLElement>('[data-chart="dots"] tr[data-place="990325"] .pick')
    button?.focus()
    button?.click()
    expect(region().value).toBe('990325')
    const now = section().querySelector('[data-chart="dots"] tr[data-place="990325"]')
    expect(now?.classList.contains('chosen')).toBe(true)
    expect(document.activeElement).toBe(now?.querySelector('.pick'))
  })

  test('shows an earlier period when one is chosen: figures, gaps and changes of then, from a file read once', async () => {
    expect(load).not.toHaveBeenCalled()
    choose(period(), '2026-09')
    await vi.waitFor(() => expect(words(section())).toContain('2026年9月的情况'))
    expect(location.search).toBe('?period=2026-09')
    expect(words(section().querySelector('[data-chart="changes"]'))).toContain('升 1.0 个百分点')
    const gaps = [...section().querySelectorAll('[data-chart="gaps"] tbody tr')].map(words)
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toContain('60.0%')
    expect(gaps[0]).toContain('还差 12 家')
    expect(words(section().querySelector('[data-chart="dots"] strong'))).toBe('2 个县区中 1 个低于预警线')
    expect(words(section().querySelector('[data-chart="trend"] svg'))).toContain('2026年9月')
    expect(words(page.querySelector('[role="status"]'))).toContain('今天所知')
    choose(period(), '2026-08')
    await vi.waitFor(() => expect(words(section())).toContain('2026年8月的情况'))
    expect(load).toHaveBeenCalledTimes(1)
    page.querySelector<HTMLElement>('[role="status"] button')?.click()
    await vi.waitFor(() => expect(words(section())).not.toContain('的情况'))
    expect(location.search).toBe('')
  })

  test('opens at the period of the address, and stays with the latest when earlier ones cannot be read', async () => {
    history.replaceState(null, '', '/coverage?period=2026-09')
    draw()
    await vi.waitFor(() => expect(words(section())).toContain('2026年9月的情况'))
    load.mockRejectedValueOnce(new Error('no'))
    draw()
    await vi.waitFor(() => expect(words(page)).toContain('各期数据没有读到'))
    expect(words(section())).not.toContain('的情况')
    expect(period().value).toBe('')
  })
})

describe('an order', () => {
  const rows = [
    { region_code: '990325', value: 3 },
    { region_code: '990302', value: null },
    { region_code: '990324', value: 20 },
  ]
  const made = () => {
    const element = table(
      'x',
      [
        { head: view.say('head.region'), cell: ({ region_code }: (typeof rows)[number]) => region_code },
        { head: view.say('head.value'), cell: ({ value }) => String(value) },
      ],
      rows,
    )
    document.body.replaceChildren(element)
    return sortable(
      element,
      rows,
      [
        { key: 'code', column: 0, by: ({ region_code }) => region_code },
        { key: 'value', column: 1, by: ({ value }) => value },
      ],
      view,
    )
  }
  const order = (element: HTMLElement) => [...element.querySelectorAll('tbody th')].map(words)

  test('is up, down and as it was; what has no value comes last either way; numbers are numbers', () => {
    const element = made()
    const press = () => element.querySelectorAll<HTMLElement>('.sort')[1]?.click()
    press()
    expect(order(element)).toEqual(['990325', '990324', '990302'])
    expect([...element.querySelectorAll('th[scope="col"]')].map((head) => head.getAttribute('aria-sort'))).toEqual([
      null,
      'ascending',
    ])
    press()
    expect(order(element)).toEqual(['990324', '990325', '990302'])
    expect(location.search).toBe('?sort=value.desc')
    press()
    expect(order(element)).toEqual(['990325', '990302', '990324'])
    expect(location.search).toBe('')
  })

  test('is kept in the address and holds for every table that knows it', () => {
    history.replaceState(null, '', '/?sort=code.asc')
    expect(order(made())).toEqual(['990302', '990324', '990325'])
  })
})

describe('two regions', () => {
  const apart = (a: Parameters<typeof figure>[0], b: Parameters<typeof figure>[0]) =>
    sayApart(figure({ region_code: '990325', ...a }), figure({ region_code: '990324', ...b }), view)

  test('are apart in points and in units of the first one’s base, without a winner', () => {
    // 10 % of 482 is 48.2.
    expect(apart({ value: 70, denominator: 482 }, { value: 80 })).toBe('10.0 个百分点，按石岑的基数合 48 家')
    expect(apart({ value: 80, denominator: 482 }, { value: 70 })).toBe('10.0 个百分点，按石岑的基数合 48 家')
    // 0.1 % of 482 is not half a firm.
    expect(apart({ value: 80, denominator: 482 }, { value: 80.1 })).toBe('0.1 个百分点')
    expect(apart({ value: 80 }, { value: 80.04 })).toBe('相同')
    const yuan = { indicator_id: 'stipend_mean_yuan_per_month' }
    expect(apart({ ...yuan, value: 2400 }, { ...yuan, value: 2150 })).toBe('250元/月')
  })

  test('are not compared where that says nothing', () => {
    expect(apart({ value: null }, { value: 80 })).toBe('无从比较')
    expect(apart({ status: 'small_base' }, { value: 80 })).toBe('基数小，不比')
    expect(apart({ period: '2026-09' }, { value: 80 })).toBe('不是同一期，不比')
  })

  const compared = (region_code: string, value: number) => ({
    ...figure({ region_code, value }),
    recent: [70, 71, value],
    recent_warning: [80, 80, 80],
  })
  const data = { figures: [compared('990300', 83), compared('990324', 79.5), compared('990325', 70)] }
  const draw = () => comparePage(data, site, { lang: 'zh', width: 0 })

  test('are those of the address, the city if one is not named; swapped, and never one place twice', () => {
    history.replaceState(null, '', '/compare?a=990325&b=990324')
    const page = draw()
    const values = () => [...page.querySelectorAll('[data-value]')].map((each) => each.getAttribute('data-value'))
    expect(values()).toEqual(['70', '79.5'])
    expect(page.querySelectorAll('.spark-beside')).toHaveLength(1)
    page.querySelector<HTMLElement>('button')?.click()
    expect(values()).toEqual(['79.5', '70'])
    expect(location.search).toBe('?a=990324&b=990325')
    const [first] = page.querySelectorAll('select')
    if (first) first.value = '990325'
    first?.dispatchEvent(new Event('change'))
    expect(words(page)).toContain('两处选的是同一地')
    history.replaceState(null, '', '/compare?a=990325')
    expect([...draw().querySelectorAll('[data-value]')].map((each) => each.getAttribute('data-value'))).toEqual([
      '70',
      '83',
    ])
  })
})

test('a county of the address is in colour in the grid of the overview, and links keep it to other topics', () => {
  history.replaceState(null, '', '/?region=990324&period=2026-09&sort=gap.asc')
  document.body.innerHTML = header(site, 'zh', '/index')
  const page = overviewPage(fixtureData().overview, site, { lang: 'zh', width: 1280 })
  const chosen = [...page.querySelectorAll<HTMLElement>('.status-grid tr.chosen')]
  expect(chosen.map(({ dataset }) => dataset.place)).toEqual(['990324'])
  const kept = (path: string) => document.querySelector(`.site-links a[href*="${path}"]`)?.getAttribute('href')
  expect(kept('/team')).toMatch(/\/team\?region=990324&period=2026-09$/)
  expect(kept('/quality')).toBe('/quality')
})
