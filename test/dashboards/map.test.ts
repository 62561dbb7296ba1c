// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { mapSection } from '../../dashboards/components/map-section.js'
import { placeLabels } from '../../dashboards/components/shape-labels.js'
import { createView } from '../../dashboards/components/view.js'
import type { ShapeMap, TileMap } from '../../src/domain/map-data.js'
import type { Figure } from '../../src/domain/page-data.js'
import type { Status } from '../../src/domain/status.js'
import { mapData } from '../../src/extracts/map.js'
import { fixtureData } from './fixture-data.js'

const { site, overview } = fixtureData()
const view = createView(site, { lang: 'zh', width: 1280 })
afterEach(() => history.replaceState(null, '', '/'))

const [template] = overview.grid
const figure = (region_code: string, indicator_id: string, status: Status | null, value: number | null): Figure => {
  if (!template) throw new Error('no figure')
  return {
    ...template,
    region_code,
    indicator_id,
    status,
    value,
    gap: status === 'critical' ? 7 : null,
    target_gap: null,
  }
}
/** 990302: critical and fine; 990303: fine and not reported; 990304: fine and a small base; 990305 has no line. */
const figures = [
  figure('990302', 'nonpublic_coverage_pct', 'critical', 60),
  figure('990302', 'social_coverage_pct', 'ok', 90),
  figure('990303', 'nonpublic_coverage_pct', 'ok', 91),
  figure('990303', 'social_coverage_pct', 'not_reported', null),
  figure('990304', 'nonpublic_coverage_pct', 'ok', 92),
  figure('990304', 'social_coverage_pct', 'small_base', 50),
  figure('990305', 'nonpublic_coverage_pct', null, 93),
]
const tiles: TileMap = {
  kind: 'tiles',
  columns: 2,
  rows: 2,
  places: [
    { region_code: '990304', column: 2, row: 2 },
    { region_code: '990303', column: 2, row: 1 },
    { region_code: '990302', column: 1, row: 1 },
  ],
}
const read = (section: HTMLElement) =>
  [...section.querySelectorAll<HTMLElement>('.tile')].map((tile) => tile.textContent?.replace(/\s+/g, ' ').trim())

describe('the map of squares', () => {
  test('says of each county its worst status in reading order; what is not reported is not fine', () => {
    const section = mapSection(figures, tiles, view)
    expect(read(section)).toEqual(['东漪严重1 项', '河澜未报1 项', '西塬达标'])
    expect(section.querySelector('.note')?.textContent).toBe('图上没有：临沣')
    expect(section.querySelector('h3')?.textContent).toBe('4 个县区中 1 个有严重指标，另有 0 个有预警指标')
  })

  test('shows one indicator when the address says so, with value and gap in words, and leads to it on the county’s page', () => {
    history.replaceState(null, '', '/?map=nonpublic_coverage_pct')
    const section = mapSection(figures, tiles, view)
    expect(section.querySelector('select')?.value).toBe('nonpublic_coverage_pct')
    expect(read(section)[0]).toContain('60.0%')
    expect(section.querySelector('.marks')?.textContent).toContain('还差 7 家')
    expect(section.querySelector('.tile')?.getAttribute('href')).toBe('./regions/990302#nonpublic_coverage_pct')
  })

  test('a choice is kept in the address', () => {
    const section = mapSection(figures, tiles, view)
    const select = section.querySelector('select') as HTMLSelectElement
    select.value = 'social_coverage_pct'
    select.dispatchEvent(new Event('change'))
    expect(location.search).toBe('?map=social_coverage_pct')
    expect(read(section)[1]).toContain('未报')
  })
})

test('of the installation’s map the page gets the counties of the month, the grid beginning at its first square', () => {
  const all: TileMap = {
    kind: 'tiles',
    columns: 9,
    rows: 9,
    places: [
      { region_code: '990302', column: 4, row: 7 },
      { region_code: '990303', column: 5, row: 9 },
      { region_code: '990199', column: 1, row: 1 },
    ],
  }
  expect(mapData(all, site.counties)).toEqual({
    kind: 'tiles',
    columns: 2,
    rows: 3,
    places: [
      { region_code: '990302', column: 1, row: 1 },
      { region_code: '990303', column: 2, row: 3 },
    ],
  })
  expect(mapData({ ...all, places: all.places.slice(2) }, site.counties)).toBeNull()
  expect(mapData(null, site.counties)).toBeNull()
})

test('words beside a map are never nearer to each other than a line, stay on the drawing, and no county is lost', () => {
  const shape = fc.record({
    x: fc.integer({ min: 0, max: 1000 }),
    y: fc.integer({ min: 0, max: 600 }),
    room: fc.integer({ min: 0, max: 80 }),
  })
  fc.assert(
    fc.property(fc.array(shape, { minLength: 1, maxLength: 60 }), fc.constantFrom(0.3, 0.7, 1), (shapes, scale) => {
      const places = shapes.map((each, index) => ({ ...each, region_code: String(990300 + index), path: '' }))
      const map: ShapeMap = { kind: 'shapes', width: 1000, height: 600, places }
      const labels = placeLabels(map, scale, 1000 * scale)
      expect(labels.map(({ place }) => place)).toEqual(places)
      const heights = labels
        .filter(({ at }) => at === 'beside')
        .map(({ y }) => y)
        .sort((a, b) => a - b)
      for (const [index, y] of heights.entries()) {
        expect(y).toBeGreaterThanOrEqual(10)
        expect(y).toBeLessThanOrEqual(600 * scale - 10)
        if (index > 0) expect(y - (heights[index - 1] ?? 0)).toBeGreaterThan(21.9)
      }
      for (const { place, at } of labels) expect(at === 'inside').toBe(place.room * scale >= 32)
    }),
  )
})

test('outlines are links with name and status in words; without room for its words a county is named below the map', () => {
  const map: ShapeMap = {
    kind: 'shapes',
    width: 1000,
    height: 500,
    places: [
      { region_code: '990302', path: 'M0,0L500,0L500,500Z', x: 300, y: 100, room: 120 },
      { region_code: '990303', path: 'M600,0L601,0L601,1Z', x: 600, y: 0, room: 1 },
    ],
  }
  const narrow = mapSection(figures.slice(0, 4), map, createView(site, { lang: 'zh', width: 360 }))
  const names = [...narrow.querySelectorAll('svg.shapes a')].map((link) => link.getAttribute('aria-label'))
  expect(names).toEqual(['东漪区 严重 1 项', '河澜区 未报 1 项'])
  expect(narrow.querySelector('.region-map .marks')?.textContent).toContain('河澜区')
  const wide = mapSection(figures.slice(0, 4), map, view)
  expect(wide.querySelector('.region-map .marks')).toBeNull()
  expect(wide.querySelectorAll('.leader')).toHaveLength(1)
})
