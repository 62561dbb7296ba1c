import type { Period } from '../../domain/period.js'
import { isValidIn, nationCode, type Region, type RegionCode, reportingUnitOf } from '../../domain/region.js'
import { plain } from '../plain-text.js'
import { nameKey, type RegionBook } from '../rows/region-book.js'

/** As much of a region as says what lies within it. */
export type Unit = Pick<Region, 'region_code' | 'region_level' | 'region_name'>

const everywhere = { region_code: nationCode, region_level: 'nation' } as const

/** The county or prefecture that a text names: the lowest level, then the longest name; null when none or two are named so. */
export function unitNamedIn(text: string, book: RegionBook, month: Period): Unit | null {
  const key = nameKey(text)
  const units = [...book.validIn(month, 'prefecture', everywhere), ...book.validIn(month, 'county', everywhere)]
  // Short names are ordinary words at times (高新), so they count only where no full name stands.
  for (const nameOf of [(region: Region) => region.region_name, (region: Region) => region.short_name]) {
    const named = units.filter((region) => nameOf(region).length > 1 && key.includes(nameKey(nameOf(region))))
    const counties = named.filter((region) => region.region_level === 'county')
    const candidates = counties.length > 0 ? counties : named
    const longest = Math.max(...candidates.map((region) => nameOf(region).length))
    const best = candidates.filter((region) => nameOf(region).length === longest)
    if (best.length === 1) return best[0] as Region
    if (best.length > 1) return null
  }
  return null
}

/** The unit whose code or name stands in a file's name. */
export function unitInFileName(name: string, book: RegionBook, month: Period): Unit | null {
  for (const [code] of plain(name).matchAll(/(?<!\d)\d{6}(?!\d)/g)) {
    const region = book
      .withCode(code)
      .find((one) => ['county', 'prefecture'].includes(one.region_level) && isValidIn(one, month))
    if (region) return region
  }
  return unitNamedIn(name, book, month)
}

/** The lowest unit, from the county up, that all the codes lie within; null when there are none. */
export function commonUnit(codes: Iterable<RegionCode>, book: RegionBook): Unit | null {
  const units = [...new Set([...codes].map(reportingUnitOf))]
  const [first] = units
  if (first === undefined) return null
  const alike = (digits: number) => units.every((code) => code.startsWith(first.slice(0, digits)))
  const code =
    units.length === 1
      ? first
      : alike(4)
        ? `${first.slice(0, 4)}00`
        : alike(2)
          ? `${first.slice(0, 2)}0000`
          : nationCode
  const region_level =
    code === nationCode ? 'nation' : code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county'
  return book.withCode(code).at(-1) ?? { region_code: code, region_level, region_name: code }
}
