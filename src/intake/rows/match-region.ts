import { type Period, periodText } from '../../domain/period.js'
import { isValidIn, isWithin, type Region, type RegionLevel } from '../../domain/region.js'
import type { MessageValues } from '../finding.js'
import { type MessageCode, say } from '../messages.js'
import type { Unit } from '../table/find-unit.js'
import { levelNames, noText } from '../words.js'
import { nameKey, type RegionBook, readCode } from './region-book.js'

/** What a row says about its region. */
export interface RegionCells {
  code: string
  name: string
  /** Names of the regions above, where the table has columns for them. */
  parents: readonly string[]
}

/** What a row's region has to be: of the return's level, valid in the month, within the reporting unit (null: anywhere). */
export interface RegionWanted {
  level: RegionLevel
  period: Period
  month: Period
  unit: Unit | null
}

/** Why a region was not accepted: the message, and which of the two cells it is about. */
export interface RegionProblem {
  code: MessageCode
  about: 'code' | 'name'
  values?: MessageValues
}

/** Finds the region that a row is about, by code, or by name where the code is left out. Never guesses between two. */
export function matchRegion(cells: RegionCells, wanted: RegionWanted, book: RegionBook): Region | RegionProblem {
  if (cells.code.trim() === '') return matchName(cells, wanted, book)
  const code = readCode(cells.code)
  const named = code === null ? [] : book.withCode(code)
  if (named.length === 0) return { code: 'unknown_region', about: 'code', values: { hint: noText } }
  const problem = firstProblem(named, wanted, 'code')
  if ('about' in problem) return problem
  if (cells.name.trim() === '' || named.some((region) => isNameOf(cells.name, region))) return problem
  return {
    code: 'region_name_differs',
    about: 'name',
    values: { code: problem.region_code, expected: problem.region_name },
  }
}

function matchName(cells: RegionCells, wanted: RegionWanted, book: RegionBook): Region | RegionProblem {
  const named = namedBy(cells.name, wanted.unit, book)
  const fitting = named.filter((region) => fits(region, wanted))
  const below = cells.parents.filter((name) => name.trim() !== '')
  const placed =
    fitting.length < 2 || below.length === 0
      ? fitting
      : fitting.filter((region) => below.every((name) => isBelowNamed(region, name, book)))
  if (placed.length === 1) return placed[0] as Region
  if (fitting.length > 1) {
    const candidates = fitting
      .slice(0, 5)
      .map((region) => `${parentName(region, book)}${region.region_name} ${region.region_code}`)
      .join('、')
    return { code: 'ambiguous_region', about: 'name', values: { candidates } }
  }
  if (named.length > 0) return firstProblem(named, wanted, 'name') as RegionProblem
  return { code: 'unknown_region', about: 'name', values: { hint: nearName(cells.name, wanted, book) } }
}

/** The region when one of the candidates is as wanted, else what is wrong with them. */
function firstProblem(named: readonly Region[], wanted: RegionWanted, about: 'code' | 'name'): Region | RegionProblem {
  const { month, level, unit } = wanted
  const found = named.find((region) => fits(region, wanted))
  if (found) return found
  const valid = named.filter((region) => isValidIn(region, month))
  const [best] = valid
  if (best === undefined) {
    const last = named.at(-1) as Region
    const values = { period: periodText(wanted.period), from: last.valid_from, to: last.valid_to ?? '—' }
    return { code: 'region_not_valid', about, values }
  }
  const ofLevel = valid.filter((region) => region.region_level === level)
  if (ofLevel.length === 0)
    return { code: 'wrong_level', about, values: { found: levelNames[best.region_level], grain: levelNames[level] } }
  return { code: 'region_outside_unit', about, values: { unit: unit?.region_name ?? '' } }
}

function fits(region: Region, { level, month, unit }: RegionWanted): boolean {
  return (
    region.region_level === level && isValidIn(region, month) && (unit === null || isWithin(region.region_code, unit))
  )
}

/** Regions of that name, also when the names of the places above are written before it: 甲县乙镇. */
function namedBy(name: string, unit: Unit | null, book: RegionBook): readonly Region[] {
  const whole = book.withName(name)
  if (whole.length > 0 || unit === null) return whole
  const key = nameKey(name)
  for (let from = 2; from < key.length - 1; from++) {
    const above = book.withName(key.slice(0, from))
    const rest = book
      .withName(key.slice(from))
      .filter((region) => above.some((one) => one !== region && isWithin(region.region_code, one)))
    if (rest.length > 0) return rest
  }
  return []
}

function isNameOf(text: string, region: Region): boolean {
  const key = nameKey(text)
  const [full, short] = [nameKey(region.region_name), nameKey(region.short_name)]
  return key === full || key === short || key.endsWith(full)
}

function isBelowNamed(region: Region, name: string, book: RegionBook): boolean {
  return book.withName(name).some((above) => isWithin(region.region_code, above))
}

function parentName(region: Region, book: RegionBook): string {
  return region.parent_code === null ? '' : (book.withCode(region.parent_code).at(-1)?.region_name ?? '')
}

/** The one name in the unit that differs by a single sign is proposed, never taken. */
function nearName(name: string, { level, month, unit }: RegionWanted, book: RegionBook): MessageValues[string] {
  const key = nameKey(name)
  // Within a county names are few; in a whole city nearly every name has a neighbour, and looking takes long.
  if (unit?.region_level !== 'county' || key.length < 3) return noText
  const near = book.validIn(month, level, unit).filter((region) => isOneSignOff(key, region.region_name))
  return near.length === 1 ? say('hint_meant', { meant: (near[0] as Region).region_name }) : noText
}

/** True when one sign changed, added or left out turns one text into the other. */
function isOneSignOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let from = 0
  while (from < one.length && one[from] === other[from]) from++
  const [restOfOne, restOfOther] = [one.slice(from), other.slice(from)]
  return (
    restOfOne.slice(1) === restOfOther.slice(1) ||
    restOfOne.slice(1) === restOfOther ||
    restOfOne === restOfOther.slice(1)
  )
}
