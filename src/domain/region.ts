import { z } from 'zod'
import { Month, type Period } from './period.js'

/** The levels of the administrative hierarchy, from the top down. */
export const RegionLevel = z.enum(['nation', 'province', 'prefecture', 'county', 'township', 'village'])
export type RegionLevel = z.infer<typeof RegionLevel>

/** The nation's own code: figures for the whole country are reported under it. */
export const nationCode = '000000'

/** Digits that a code of a level has; a code's prefix is the code of its parent. */
const digits: Record<RegionLevel, number> = {
  nation: 6,
  province: 6,
  prefecture: 6,
  county: 6,
  township: 9,
  village: 12,
}

/** 6 digits down to the county, 9 for a township, 12 for a village. */
export const RegionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/, '地区代码为 6、9 或 12 位数字 (6, 9 or 12 digits)')
export type RegionCode = z.infer<typeof RegionCode>

/** A class that a threshold can be scoped to (区分对待). */
export const RegionClass = z.enum(['urban', 'plain', 'hill', 'mountain'])
export type RegionClass = z.infer<typeof RegionClass>

/** A place in the hierarchy with the months (both included) in which its code is valid; `valid_to` empty = still valid. */
export const Region = z.strictObject({
  region_code: RegionCode,
  region_name: z.string().min(1),
  short_name: z.string().min(1),
  region_level: RegionLevel,
  parent_code: RegionCode.nullable(),
  region_class: RegionClass.nullable(),
  valid_from: Month,
  valid_to: Month.nullable(),
})
export type Region = z.infer<typeof Region>

/**
 * What happened to a region at the start of a month. Its figures before are carried onto `to_code` for a merge or re-code, and by `share`
 * (`0.6`, up to four decimals) for a split; a split without shares is not carried back. A code that lives on is one of its own `to_code`s.
 */
export const RegionChange = z.strictObject({
  month: Month,
  kind: z.enum(['merge', 'split', 'rename', 'recode']),
  from_code: RegionCode,
  to_code: RegionCode,
  note: z.string(),
  share: z
    .string()
    .regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, '写作 0 到 1 之间至多四位小数 (0 to 1 with at most four decimals)')
    .nullable(),
})
export type RegionChange = z.infer<typeof RegionChange>

/** The shortest form of a code: `990312000000` and `990312` are the same county. Not digits, or too short: null. */
export function normaliseCode(text: string): RegionCode | null {
  if (!/^\d{6}(\d{3}(\d{3})?)?$/.test(text)) return null
  return text.replace(/^(\d{6})(000)?(000)?$/, '$1').replace(/^(\d{9})000$/, '$1')
}

/** The county-level code that a code belongs to: the unit that sends a return in. */
export function reportingUnitOf(code: RegionCode): RegionCode {
  return code.slice(0, 6)
}

/** True when the region's code is valid in the month. */
export function isValidIn(region: Pick<Region, 'valid_from' | 'valid_to'>, month: Period): boolean {
  return region.valid_from <= month && (region.valid_to === null || region.valid_to >= month)
}

/** True when `code` is `ancestor` or lies below it. A prefecture's counties share its first four digits, a province's two. */
export function isWithin(code: RegionCode, ancestor: Pick<Region, 'region_code' | 'region_level'>): boolean {
  return code.startsWith(prefixOf(ancestor))
}

/** The digits that every code within a region begins with: none for the nation or for no region at all. */
export function prefixOf(region: Pick<Region, 'region_code' | 'region_level'> | null): string {
  if (region === null || region.region_level === 'nation') return ''
  const { region_code, region_level } = region
  return region_code.slice(
    0,
    region_level === 'province' ? 2 : region_level === 'prefecture' ? 4 : digits[region_level],
  )
}
