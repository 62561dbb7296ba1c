import type { Period } from '../../src/domain/period.js'
import { apportion } from './apportion.js'
import { chance } from './chance.js'
import { codeIn, type Place, type Township } from './city.js'
import type { County } from './counties.js'
import { incomeBounds, incomeShare } from './income-levels.js'
import { bandIncome } from './income-value.js'
import type { Prefecture } from './prefectures.js'
import type { ReturnRow } from './return-row.js'
import { silentTownship } from './story.js'

/** The year of the published figures. */
const publishedYear = '2017'

/** Collective income of every village in a year, by township; one township is missing in one year. */
export function incomeOf(
  townships: readonly Township[],
  { counties, published }: Prefecture,
): (period: Period) => ReturnRow[] {
  const silent = townships.filter(({ county }) => county.code === silentTownship.county)[silentTownship.township]
  return (period) => {
    const year = Number(period)
    const counts = countsOf(period, counties, published)
    const incomes = new Map<Place, number>()
    for (const county of counties) {
      const villages = townships
        .filter((township) => township.county === county)
        .flatMap((township) => township.villages)
      const poorFirst = villages
        .map((village) => ({ village, rank: rankOf(village, year) }))
        .sort((a, b) => a.rank - b.rank || a.village.code.localeCompare(b.village.code))
      const bounds = counts.get(county.code) ?? []
      for (const [place, { village }] of poorFirst.entries())
        incomes.set(village, bandIncome(bounds, villages.length, place, hasRoundSums(county.code, year)))
    }
    return townships
      .filter((township) => township !== silent || period !== silentTownship.period)
      .flatMap(({ villages }) => villages.map((village) => incomeRow(village, period, incomes.get(village) ?? 0)))
  }
}

function incomeRow(village: Place, period: Period, income: number): ReturnRow {
  const year = Number(period)
  const operating = Math.floor((income * (0.35 + 0.6 * chance(village.code, 'operating'))) / 100) * 100
  const worth = 150_000 * 20 ** chance(village.code, 'assets') * 1.03 ** (year - 2017) + 2 * income
  return {
    period,
    region_code: codeIn(village, `${period}-12`),
    region_name: village.name,
    values: {
      total_income_yuan: income,
      operating_income_yuan: operating,
      is_pilot: isPilot(village, year) ? '是' : '否',
      assets_yuan: Math.round(worth / 100) * 100,
    },
  }
}

/** How many villages of each county lie at or below each bound; 2017 adds up to what was published, if anything was. */
function countsOf(
  period: Period,
  counties: readonly County[],
  published: Prefecture['published'],
): Map<string, number[]> {
  const byBound = incomeBounds.map((bound) => {
    const exact = counties.map((county) => county.villages * incomeShare(bound, county, Number(period)))
    if (published && period === publishedYear && (bound === 'none' || bound === 'upTo50k'))
      return apportion(published.villages[bound], exact)
    return exact.map(Math.round)
  })
  return new Map(counties.map(({ code }, index) => [code, byBound.map((counts) => counts[index] ?? 0)]))
}

/** Where a village stands among those of its county: mostly lasting, partly drifting over the years, lifted by being a pilot. */
function rankOf(village: Place, year: number): number {
  const knot = Math.floor(year / 3)
  const within = (year % 3) / 3
  const drift = chance(village.code, 'drift', knot) * (1 - within) + chance(village.code, 'drift', knot + 1) * within
  return 0.75 * chance(village.code, 'rank') + 0.25 * drift + (isPilot(village, year) ? 0.12 : 0)
}

function isPilot({ code }: Place, year: number): boolean {
  return chance(code, 'pilot') < 0.14 && year >= 2018 + Math.floor(chance(code, 'pilot year') * 4)
}

/** Programmes pay out round sums, so in some years a county has villages exactly on a bound. */
function hasRoundSums(county: string, year: number): boolean {
  return chance(county, 'round', year) < 0.5
}
