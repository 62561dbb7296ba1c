import type { Period } from '../../src/domain/period.js'
import { chance, wholeOf } from './chance.js'
import type { Township } from './city.js'
import { doneInYear, type VillageRate, villageRate, yearlyRate } from './quarterly-levels.js'
import { quarterRow, type ReturnRow } from './return-row.js'

/** Of a hundred villages, how many have no secretary at a time. */
const vacancies = 1.2

/** The leading teams of the villages of every township in a quarter: counts of posts, never a person. */
export function teamOf(townships: readonly Township[]): (quarter: Period) => ReturnRow[] {
  return (quarter) =>
    townships.map((township) => {
      const { code, county } = township
      const villages = township.villages.length
      const share = (rate: VillageRate, of: number) =>
        Math.min(of, wholeOf((of * villageRate(rate, county, quarter)) / 100, chance(code, rate)))
      const secretaries = villages - Math.min(villages, wholeOf((villages * vacancies) / 100, chance(code, 'vacant')))
      const trained = (secretaries * yearlyRate('trained', county, quarter) * doneInYear('trained', quarter)) / 100
      return quarterRow(township, quarter, {
        villages,
        secretaries,
        secretary_also_director: Math.min(secretaries, share('dual_role', villages)),
        secretaries_trained_this_year: Math.min(secretaries, wholeOf(trained, chance(code, 'trained'))),
        villages_with_reserve: share('reserve', villages),
        commissioner_posts: 1,
        commissioner_vacant: share('commissioner_vacant', 1),
      })
    })
}
