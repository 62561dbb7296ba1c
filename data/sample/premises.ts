import type { Period } from '../../src/domain/period.js'
import { apportion } from './apportion.js'
import { chance, wholeOf } from './chance.js'
import type { Township } from './city.js'
import type { Prefecture } from './prefectures.js'
import { doneInYear, villageRate, yearlyRate } from './quarterly-levels.js'
import { quarterRow, type ReturnRow } from './return-row.js'

/** The quarter of the published figures. */
const publishedQuarter = '2017-Q4'

/** In fewer villages than this none is without a place of its own, so that the four kinds always fit. */
const fewVillages = 5

/** Meeting places in every township in a quarter; 2017-Q4 adds up exactly to what was published, if anything was. */
export function premisesOf(
  townships: readonly Township[],
  { published }: Prefecture,
): (quarter: Period) => ReturnRow[] {
  return (quarter) => {
    const exact = (rate: 'substandard' | 'none_or_rented') =>
      townships.map(({ county, villages }) => (villages.length * villageRate(rate, county, quarter)) / 100)
    const without = exact('none_or_rented').map((part, index) =>
      (townships[index]?.villages.length ?? 0) < fewVillages ? 0 : part,
    )
    const built = townships.map(({ code, county, villages }) => {
      const pace = 0.85 + 0.3 * chance(code, 'builders')
      return (villages.length * pace * yearlyRate('built', county, quarter) * doneInYear('built', quarter)) / 100
    })
    const counted = (purpose: string, parts: readonly number[], total: number | undefined) =>
      published && total !== undefined && quarter === publishedQuarter
        ? apportion(total, parts)
        : parts.map((part, index) => wholeOf(part, chance(townships[index]?.code ?? '', purpose)))
    const counts = {
      without: counted('without', without, published?.premises.none_or_rented),
      substandard: counted('substandard', exact('substandard'), published?.premises.substandard),
      built: counted(`built ${quarter.slice(0, 4)}`, built, published?.premises.built),
    }
    return townships.map((township, index) => {
      const villages = township.villages.length
      const own = Math.min(counts.without[index] ?? 0, villages)
      const none = Math.min(own, wholeOf(own * 0.4, chance(township.code, 'none')))
      const substandard = Math.min(counts.substandard[index] ?? 0, villages - own)
      return quarterRow(township, quarter, {
        villages,
        standard: villages - own - substandard,
        substandard,
        rented: own - none,
        none,
        built_this_year: Math.min(counts.built[index] ?? 0, villages),
      })
    })
  }
}
