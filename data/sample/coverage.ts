import type { Period } from '../../src/domain/period.js'
import { apportion } from './apportion.js'
import { chance, wholeOf } from './chance.js'
import type { Township } from './city.js'
import { type CoverageRate, coverageRate } from './coverage-levels.js'
import type { Prefecture } from './prefectures.js'
import { monthsSinceStart } from './rates.js'
import { type ReturnRow, rowOf } from './return-row.js'
import { coverageNudges } from './story.js'

const firstMonth = '2018-01'

type Side = 'firms' | 'social'

/** Coverage of every township in a month, by township; 2018-01 adds up exactly to what was published, if anything was. */
export function coverageOf(townships: readonly Township[], { published }: Prefecture): (month: Period) => ReturnRow[] {
  const offsets = { firms: offsetsOf(townships, 'firms', 4), social: offsetsOf(townships, 'social', 5) }
  const exact = (side: Side, index: number, month: Period) => {
    const township = townships[index] as Township
    const rate = coverageRate(`${side}_covered`, township.county, month, coverageNudges)
    // A township is above or below its county, less so the nearer the county is to 100.
    const own = rate + ((offsets[side][index] ?? 0) * (100 - rate)) / 20
    return (Math.min(100, own) / 100) * totalOf(township, side, month)
  }
  const phase = (side: Side, index: number) => chance((townships[index] as Township).code, side, 'covered')
  const corrections = (side: Side) => {
    if (published === null) return townships.map(() => 0)
    const parts = townships.map((_, index) => exact(side, index, firstMonth))
    return apportion(published.covered[side], parts).map(
      (count, index) => count - wholeOf(parts[index] ?? 0, phase(side, index)),
    )
  }
  const atStart = { firms: corrections('firms'), social: corrections('social') }
  return (month) =>
    townships.map((township, index) => {
      const covered = (side: Side) => {
        const count = wholeOf(exact(side, index, month), phase(side, index)) + (atStart[side][index] ?? 0)
        return Math.min(Math.max(count, 0), totalOf(township, side, month))
      }
      return rowOf(township, month, {
        ...firmsOf(township, month, covered('firms')),
        ...socialOf(township, month, covered('social')),
      })
    })
}

function firmsOf(township: Township, month: Period, covered: number) {
  const { total, phase, share } = partsOf(township, 'firms', month)
  const single = Math.round(covered * (0.3 + 0.2 * chance(township.code, 'single')))
  const gap = share('firms_eligible_gap', total)
  const key = Math.min(covered, wholeOf(total * (0.14 + 0.08 * chance(township.code, 'key')), phase))
  return {
    nonpublic_total: total,
    nonpublic_eligible: Math.min(total, covered + gap),
    nonpublic_org_single: single,
    nonpublic_org_joint: covered - single,
    nonpublic_instructor: Math.max(0, total - covered - share('firms_unreached', total)),
    nonpublic_key_total: key,
    nonpublic_key_with_org: key - Math.min(key, share('key_gap', key)),
  }
}

function socialOf(township: Township, month: Period, covered: number) {
  const { total, phase, share } = partsOf(township, 'social', month)
  const single = Math.round(covered * (0.25 + 0.2 * chance(township.code, 'social single')))
  const large = Math.min(covered, wholeOf(total * 0.13, phase))
  return {
    social_total: total,
    social_eligible: Math.min(total, covered + wholeOf(total * 0.04, phase)),
    social_org_single: single,
    social_org_joint: covered - single,
    social_instructor: Math.max(0, total - covered - share('social_unreached', total)),
    social_30plus_total: large,
    social_30plus_with_org: large - Math.min(large, share('social_30plus_gap', large)),
  }
}

function partsOf(township: Township, side: Side, month: Period) {
  const share = (rate: CoverageRate, of: number) =>
    wholeOf((of * coverageRate(rate, township.county, month, coverageNudges)) / 100, chance(township.code, rate))
  return { total: totalOf(township, side, month), phase: chance(township.code, side, 'large'), share }
}

/** How many there are: growing by 1.5 to 4 % a year, with the first half of 2020 standing still. */
function totalOf(township: Township, side: Side, month: Period): number {
  const passed = monthsSinceStart(month)
  const still = Math.min(Math.max(passed - 24, 0), 6)
  const yearly = side === 'firms' ? 1.015 + 0.025 * chance(township.county.code, 'growth') : 1.015
  return wholeOf(township[side] * yearly ** ((passed - still) / 12), chance(township.code, side, 'total') * 0.999)
}

/** How far townships stand from their county, in percentage points at a rate of 80; their weighted mean in a county is zero. */
function offsetsOf(townships: readonly Township[], side: Side, spread: number): number[] {
  const raw = townships.map(({ code }) => (chance(code, side, 'offset') * 2 - 1) * spread)
  return townships.map(({ county }, index) => {
    const siblings = townships.flatMap((other, place) => (other.county === county ? [place] : []))
    const weight = siblings.reduce((all, place) => all + (townships[place]?.[side] ?? 0), 0)
    const sum = siblings.reduce((all, place) => all + (raw[place] ?? 0) * (townships[place]?.[side] ?? 0), 0)
    return (raw[index] ?? 0) - sum / weight
  })
}
