import { nationCode, type Region, type RegionChange } from '../../src/domain/region.js'
import type { Place, Township } from './city.js'
import { changeMonth, counties, shortNameOf, successors } from './counties.js'
import type { Area } from './prefectures.js'

const start = '2000-01'
const lastBefore = '2022-12'

/** Every region with the months in which its code is valid: those of the start, and those that the change made. */
export function regionsOf({ province, prefectures }: Area, townships: readonly Township[]): Region[] {
  const top = { region_class: null, valid_from: start, valid_to: null }
  const nation: Region = { ...top, ...named(nationCode, '全国'), region_level: 'nation', parent_code: null }
  const above: Region[] = province
    ? [{ ...top, ...named(province.code, province.name), region_level: 'province', parent_code: nationCode }]
    : []
  const cities = prefectures.map(
    ({ code, name }): Region => ({
      ...top,
      ...named(code, name),
      region_level: 'prefecture',
      parent_code: province?.code ?? nationCode,
    }),
  )
  const units = [
    ...prefectures
      .flatMap(({ counties }) => counties)
      .map(({ code, name, region_class, successor }) => ({
        code,
        name,
        region_class,
        gone: successor !== null,
      })),
    ...successors.map(({ code, name, region_class }) => ({ code, name, region_class, gone: false })),
  ].sort((a, b) => a.code.localeCompare(b.code))
  const isNew = (code: string) => successors.some((successor) => successor.code === code)
  const countyRegions = units.map(
    ({ code, name, region_class, gone }): Region => ({
      ...named(code, name),
      region_level: 'county',
      parent_code: `${code.slice(0, 4)}00`,
      region_class,
      valid_from: isNew(code) ? changeMonth : start,
      valid_to: gone ? lastBefore : null,
    }),
  )
  const below = (level: 'township' | 'village') =>
    townships.flatMap((township) =>
      (level === 'township' ? [township] : township.villages).flatMap((place) => lives(place, level, township)),
    )
  return [nation, ...above, ...cities, ...countyRegions, ...below('township'), ...below('village')]
}

function named(code: string, name: string) {
  return { region_code: code, region_name: name, short_name: shortNameOf(name) }
}

function lives(place: Place, level: 'township' | 'village', { county }: Township): Region[] {
  const later = successors.find(({ code }) => code === county.successor)
  const of = (code: string, region_class: Region['region_class'], valid_from: string, valid_to: string | null) => ({
    ...named(code, place.name),
    region_level: level,
    parent_code: code.slice(0, -3),
    region_class,
    valid_from,
    valid_to,
  })
  if (place.recoded === null || !later) return [of(place.code, county.region_class, start, null)]
  return [
    of(place.code, county.region_class, start, lastBefore),
    of(place.recoded, later.region_class, changeMonth, null),
  ]
}

function change(kind: RegionChange['kind'], from_code: string, to_code: string, note: string): RegionChange {
  return { month: changeMonth, kind, from_code, to_code, note, share: null }
}

/** What happened to which code: the counties with a note, then every township and village below them. */
export function regionChangesOf(townships: readonly Township[]): RegionChange[] {
  const ofCounties = counties.flatMap((county): RegionChange[] => {
    const later = successors.find(({ code }) => code === county.successor)
    return later ? [change(later.kind, county.code, later.code, later.note)] : []
  })
  const recode = ({ code, recoded }: Place): RegionChange[] =>
    recoded === null ? [] : [change('recode', code, recoded, '')]
  return [...ofCounties, ...townships.flatMap(recode), ...townships.flatMap(({ villages }) => villages.flatMap(recode))]
}
