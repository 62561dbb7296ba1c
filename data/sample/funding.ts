import type { Period } from '../../src/domain/period.js'
import { chance, wholeOf } from './chance.js'
import type { Township } from './city.js'
import type { County } from './counties.js'
import { villageRate } from './quarterly-levels.js'
import { atYear, type YearEnds } from './rates.js'
import { quarterRow, type ReturnRow } from './return-row.js'

/** What the city's villages are given for the year on average, 2017 to 2026, in yuan. */
const perVillage: YearEnds = [34_000, 38_000, 45_000, 56_000, 76_000, 84_000, 91_000, 98_000, 104_000, 109_000]

/** What a county gives of that mean. */
const factors: Record<string, number> = {
  990302: 1.5,
  990303: 1.4,
  990304: 1.4,
  990305: 1.3,
  990323: 0.8,
  990324: 0.62,
  990327: 1.12,
}

/** From this year on a county gave less than its part. */
const cuts: Record<string, { from: number; factor: number }> = { 990326: { from: 2025, factor: 0.64 } }

/** Running costs of the villages of every township in a quarter: money as appropriated for the whole year. */
export function fundingOf(townships: readonly Township[]): (quarter: Period) => ReturnRow[] {
  return (quarter) =>
    townships.map((township) => {
      const { code, county } = township
      const villages = township.villages.length
      const money = villages * meanOf(county, Number(quarter.slice(0, 4))) * (0.95 + 0.1 * chance(code, 'money'))
      const office = toHundreds(money * (0.28 + 0.06 * chance(code, 'office')))
      const met = wholeOf((villages * villageRate('norm_met', county, quarter)) / 100, chance(code, 'norm met'))
      return quarterRow(township, quarter, {
        villages,
        office_funds_yuan: office,
        service_funds_yuan: toHundreds(money) - office,
        villages_meeting_norm: Math.min(villages, met),
      })
    })
}

function meanOf({ like }: County, year: number): number {
  const cut = cuts[like]
  return atYear(perVillage, year) * (factors[like] ?? 1) * (cut && year >= cut.from ? cut.factor : 1)
}

function toHundreds(yuan: number): number {
  return Math.round(yuan / 100) * 100
}
