import type { Period } from '../../src/domain/period.js'
import { apportion } from './apportion.js'
import { chance } from './chance.js'
import type { County } from './counties.js'
import { countyRows } from './county-rows.js'
import type { Prefecture } from './prefectures.js'
import { atYear, type YearEnds } from './rates.js'
import type { ReturnRow } from './return-row.js'

const publishedYear = 2018

/** By how many per cent the funds grow on the year before, 2017 to 2026. */
const usual: YearEnds = [8, 140, 18, 4, 9, 8, 7, 6, 5, 4]
const own: Record<string, YearEnds> = {
  990309: [8, 120, 12, 2, 4, 3, 1, -2, 2, 3],
  990323: [8, 170, 20, -3, 8, 9, 7, 5, 3, -4],
  990324: [8, 150, 10, -6, 3, 2, 1, -3, -8, -14],
  990326: [8, 160, 15, 6, 5, 4, -2, -12, -7, 3],
  990327: [8, 190, 24, 9, 12, 11, 10, 9, 8, 8],
}

/** What counties earmark for party building in a quarter's year; the published growth of 2018 comes out exactly, if there is one. */
export function fundingBudgetOf({ counties, published }: Prefecture): (quarter: Period) => ReturnRow[] {
  const start = new Map(counties.map((county) => [county, startOf(county)]))
  const amounts = new Map<number, Map<County, number>>([[publishedYear - 1, start]])
  const amountsIn = (year: number): Map<County, number> => {
    const known = amounts.get(year)
    if (known) return known
    const made = year < publishedYear ? start : grown(counties, amountsIn(year - 1), year, published)
    amounts.set(year, made)
    return made
  }
  return (quarter) => {
    const now = amountsIn(Number(quarter.slice(0, 4)))
    return countyRows(counties, quarter, (members) => ({
      party_building_budget_yuan: members.reduce((all, county) => all + (now.get(county) ?? 0), 0),
    }))
  }
}

/** Round tens of thousands, so that what they grow to can be round, too. */
function startOf({ code, villages }: County): number {
  return (12 + Math.round(villages * (0.12 + 0.06 * chance(code, 'budget')))) * 10_000
}

function grown(
  counties: readonly County[],
  before: ReadonlyMap<County, number>,
  year: number,
  published: Prefecture['published'],
): Map<County, number> {
  const exact = counties.map((county) => {
    const growth = atYear(own[county.like] ?? usual, year) + 2 * chance(county.code, 'growth', year) - 1
    return (before.get(county) ?? 0) * (1 + growth / 100)
  })
  const all = counties.reduce((sum, county) => sum + (before.get(county) ?? 0), 0)
  const hundreds =
    published && year === publishedYear
      ? apportion((all * (100 + published.budget_growth_pct)) / 10_000, exact)
      : exact.map((yuan) => Math.round(yuan / 100))
  return new Map(counties.map((county, index) => [county, (hundreds[index] ?? 0) * 100]))
}
