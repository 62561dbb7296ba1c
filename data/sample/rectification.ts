import type { Period } from '../../src/domain/period.js'
import { chance, wholeOf } from './chance.js'
import type { County } from './counties.js'
import { countyRows } from './county-rows.js'
import { doneInYear, villageRate, yearlyRate } from './quarterly-levels.js'
import type { ReturnRow } from './return-row.js'

/** Weak village organisations of every county in a quarter: the year's list, and how much of it is put right so far. */
export function rectificationOf(counties: readonly County[]): (quarter: Period) => ReturnRow[] {
  return (quarter) =>
    countyRows(counties, quarter, (members) => {
      const rows = members.map((county) => countsOf(county, quarter))
      const sum = (name: keyof ReturnType<typeof countsOf>) => rows.reduce((all, row) => all + row[name], 0)
      return {
        organisations: sum('organisations'),
        listed: sum('listed'),
        rectified: sum('rectified'),
        listed_twice_in_5_years: sum('listed_twice'),
      }
    })
}

function countsOf(county: County, quarter: Period) {
  const { code, villages: organisations } = county
  // The worst few are found everywhere, also where one is more than a tenth.
  const listed = Math.max(1, Math.round((organisations * yearlyRate('listed', county, quarter)) / 100))
  const done = (listed * yearlyRate('rectified', county, quarter) * doneInYear('rectified', quarter)) / 100
  const twice = (organisations * villageRate('listed_twice', county, quarter)) / 100
  return {
    organisations,
    listed,
    rectified: Math.min(listed, wholeOf(done, 0.5 * chance(code, 'rectified'))),
    listed_twice: Math.floor(twice),
  }
}
