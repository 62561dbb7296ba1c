import type { Period } from '../../src/domain/period.js'
import { chance, wholeOf } from './chance.js'
import type { Township } from './city.js'
import { nudgeIn } from './rates.js'
import { type ReturnRow, rowOf } from './return-row.js'
import { belowStandard, meanStipend } from './stipend-levels.js'
import { stipendNudges } from './story.js'

/** Stipends of village secretaries in every township in a month, by township: yuan a month, sums over posts. */
export function stipendOf(townships: readonly Township[]): (month: Period) => ReturnRow[] {
  const posts = (township: Township) => township.villages.length
  const all = townships.reduce((sum, township) => sum + posts(township), 0)
  // The factors are relative to each other; together they give the city's mean.
  const norm = townships.reduce((sum, township) => sum + posts(township) * factorOf(township), 0) / all
  return (month) =>
    townships.map((township) => {
      const { code, county } = township
      const count = posts(township)
      const mean = (meanStipend(county, month, raiseMonth(county.code)) * (0.97 + 0.06 * chance(code, 'pay'))) / norm
      const late = nudgeIn(stipendNudges, 'arrears', county.code, month)
      return rowOf(township, month, {
        posts: count,
        paid_total_yuan: Math.round((mean * count) / 10) * 10,
        posts_below_standard: wholeOf((count * belowStandard(county, month)) / 100, chance(code, 'below')),
        lowest_yuan_per_month: Math.floor((mean * (0.82 + 0.06 * chance(code, 'low'))) / 10) * 10,
        highest_yuan_per_month: Math.ceil((mean * (1.12 + 0.14 * chance(code, 'high'))) / 10) * 10,
        posts_in_arrears: wholeOf((count * late) / 100, chance(code, 'arrears')),
      })
    })
}

function factorOf({ code, county }: Township): number {
  // Any month without a raise in between serves: the year's level cancels out.
  return (meanStipend(county, '2018-01', 13) / 1560) * (0.97 + 0.06 * chance(code, 'pay'))
}

/** Between March and October, when the county's budget and the city's grant are both there. */
function raiseMonth(county: string): number {
  return 3 + Math.floor(chance(county, 'raise') * 8)
}
