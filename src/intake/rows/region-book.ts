import type { Period } from '../../domain/period.js'
import { isValidIn, isWithin, normaliseCode, type Region, type RegionCode, RegionLevel } from '../../domain/region.js'
import { tight } from '../plain-text.js'

/** The list of regions, to be asked by code and by name. A code or name may belong to several, each with its own validity. */
export interface RegionBook {
  withCode(code: RegionCode): readonly Region[]
  /** Regions of that full or short name, whenever valid. */
  withName(name: string): readonly Region[]
  /** The regions of a level that are valid in a month, within `above`. */
  validIn(month: Period, level: RegionLevel, above: Pick<Region, 'region_code' | 'region_level'>): readonly Region[]
  all: readonly Region[]
}

const books = new WeakMap<readonly Region[], RegionBook>()

/** The book of a list, made once. */
export function regionBookOf(regions: readonly Region[]): RegionBook {
  const known = books.get(regions)
  if (known) return known
  // Made when first asked for: over all villages of a nation each takes a second.
  const byCode = once(() => coded(regions))
  const byName = once(() =>
    grouped(regions, ({ region_name, short_name }) => new Set([nameKey(region_name), nameKey(short_name)])),
  )
  const byLevel = once(() => grouped(regions, (region) => [region.region_level]))
  const asked = new Map<string, readonly Region[]>()
  const book: RegionBook = {
    withCode: (code) => byCode()(code),
    withName: (name) => byName()(nameKey(name)),
    validIn(month, level, above) {
      const key = `${month} ${level} ${above.region_code}`
      const found =
        asked.get(key) ??
        byLevel()(level).filter((region) => isValidIn(region, month) && isWithin(region.region_code, above))
      asked.set(key, found)
      return found
    },
    all: regions,
  }
  books.set(regions, book)
  return book
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** By code. A list in the order of its codes, as lists of regions are, is searched as it stands and needs nothing beside it. */
function coded(regions: readonly Region[]): (code: RegionCode) => readonly Region[] {
  const codeAt = (at: number) => regions[at]?.region_code ?? ''
  if (regions.some((region, at) => at > 0 && region.region_code < codeAt(at - 1)))
    return grouped(regions, (region) => [region.region_code])
  return (code) => {
    let [from, to] = [0, regions.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (codeAt(middle) < code) from = middle + 1
      else to = middle
    }
    let end = from
    while (end < regions.length && codeAt(end) === code) end++
    return regions.slice(from, end)
  }
}

/** By key, the region that has it, or all that have: nearly every key has one, and a list for each would weigh more than all regions. */
function grouped(
  regions: readonly Region[],
  keysOf: (region: Region) => Iterable<string>,
): (key: string) => readonly Region[] {
  const groups = new Map<string, Region | Region[]>()
  for (const region of regions) {
    for (const key of keysOf(region)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, region)
      else if (Array.isArray(group)) group.push(region)
      else groups.set(key, [group, region])
    }
  }
  return (key) => {
    const group = groups.get(key)
    return group === undefined ? [] : Array.isArray(group) ? group : [group]
  }
}

/** Plain characters that end in none of the signs in which the name of an office ends. */
const plainName = /^[\u4e00-\u9fff]*[\u4e00-\u9fff](?<![处府委会])$/

/** A name as it is compared: the office that signs for a place is the place (街道办事处 is 街道, 村委会 is 村). */
export function nameKey(name: string): string {
  // Nearly every name: nothing to even out, and not the name of an office.
  if (plainName.test(name)) return name
  return tight(name)
    .replace(/(?<=街道)办事处$|人民政府$|(党委|党工委)$/, '')
    .replace(/村(民)?委(员)?会$/, '村')
    .replace(/社区(居民)?(居)?委(员)?会$/, '社区')
}

/** A code cell as text: a number as Excel keeps it, an apostrophe or blanks that somebody put in. Null: no code. */
export function readCode(text: string): RegionCode | null {
  return normaliseCode(tight(text).replace(/^'/, '').replace(/\.0+$/, ''))
}

/** Tells regions that a row may be about from those above them. A name that means both is the row's. */
export function regionTestOf(book: RegionBook, grain: RegionLevel): (text: string) => 'row' | 'above' | null {
  const levels = RegionLevel.options
  const isAbove = ({ region_level }: Region) => levels.indexOf(region_level) < levels.indexOf(grain)
  return (text) => {
    if (text.trim() === '') return null
    const coded = book.withCode(readCode(text) ?? '')
    if (coded.some((region) => !isAbove(region))) return 'row'
    const named = book.withName(text)
    if (named.some((region) => !isAbove(region))) return 'row'
    return coded.length + named.length > 0 ? 'above' : null
  }
}
