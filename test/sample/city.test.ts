import { describe, expect, test } from 'vitest'
import { buildTownships } from '../../data/sample/city.js'
import { areas, sampleCity } from '../../data/sample/prefectures.js'
import { regionChangesOf, regionsOf } from '../../data/sample/regions.js'
import { isValidIn, isWithin, Region, RegionChange, type RegionLevel } from '../../src/domain/region.js'

const city = buildTownships(sampleCity.counties)
const regions = regionsOf(areas.city, city)
const changes = regionChangesOf(city)
const validIn = (month: string, level: RegionLevel) =>
  regions.filter((region) => region.region_level === level && isValidIn(region, month))

describe('regions', () => {
  test('keep the schema', () => {
    for (const region of regions) expect(Region.parse(region)).toEqual(region)
    for (const change of changes) expect(RegionChange.parse(change)).toEqual(change)
  })

  test('15 county-level units until 2022-12, 14 from 2023-01', () => {
    expect(validIn('2018-01', 'county').map(({ region_code }) => region_code)).toEqual(
      ['02', '03', '04', '05', '06', '09', '21', '22', '23', '24', '25', '26', '27', '28', '81'].map(
        (end) => `9903${end}`,
      ),
    )
    expect(validIn('2022-12', 'county')).toHaveLength(15)
    expect(validIn('2023-01', 'county').map(({ region_code }) => region_code)).toEqual(
      ['02', '03', '04', '05', '07', '08', '09', '21', '23', '24', '25', '26', '27', '28'].map((end) => `9903${end}`),
    )
    expect(validIn('2026-10', 'county')).toHaveLength(14)
  })

  test.each(Array.from({ length: 9 }, (_, index) => 2017 + index))('180 townships and 2,719 villages in %i', (year) => {
    expect(validIn(`${year}-12`, 'township')).toHaveLength(180)
    expect(validIn(`${year}-12`, 'village')).toHaveLength(2719)
  })

  test('codes are unique and lie within a parent that is valid at the same time', () => {
    expect(new Set(regions.map(({ region_code }) => region_code)).size).toBe(regions.length)
    const byCode = new Map(regions.map((region) => [region.region_code, region]))
    for (const region of regions.filter(({ region_level }) => region_level !== 'nation')) {
      const parent = byCode.get(region.parent_code ?? '')
      if (!parent) throw new Error(`no parent: ${region.region_code}`)
      expect(isWithin(region.region_code, parent)).toBe(true)
      expect(isValidIn(parent, region.valid_from)).toBe(true)
      expect((region.valid_to ?? '9999-12') <= (parent.valid_to ?? '9999-12')).toBe(true)
    }
  })

  test('township names are unique in the city, village names in their county', () => {
    const names = validIn('2018-01', 'township').map(({ region_name }) => region_name)
    expect(new Set(names).size).toBe(names.length)
    const villages = validIn('2018-01', 'village').map(
      ({ region_code, region_name }) => region_code.slice(0, 6) + region_name,
    )
    expect(new Set(villages).size).toBe(villages.length)
  })
})

describe('changes', () => {
  test('tell where every code that ended went to, and come with a note for counties', () => {
    const ended = regions.filter(({ valid_to }) => valid_to !== null).map(({ region_code }) => region_code)
    expect(changes.map(({ from_code }) => from_code).sort()).toEqual(ended.sort())
    const begun = regions.filter(({ valid_from }) => valid_from === '2023-01').map(({ region_code }) => region_code)
    expect([...new Set(changes.map(({ to_code }) => to_code))].sort()).toEqual(begun.sort())
    expect(changes.filter(({ from_code }) => from_code.length === 6)).toMatchObject([
      { kind: 'merge', from_code: '990306', to_code: '990308', note: expect.stringContaining('合并') },
      { kind: 'merge', from_code: '990322', to_code: '990308', note: expect.stringContaining('合并') },
      { kind: 'recode', from_code: '990381', to_code: '990307', note: expect.stringContaining('撤市设区') },
    ])
    expect(new Set(changes.slice(3).map(({ kind }) => kind))).toEqual(new Set(['recode']))
  })
})
