import type { Period } from '../../src/domain/period.js'
import { chance } from './chance.js'
import type { County } from './counties.js'
import { countyRows } from './county-rows.js'
import type { ReturnRow } from './return-row.js'

const firstYear = 2016
/** Yuan per person in 2016. */
const atStart: Record<string, number> = {
  990302: 14480,
  990303: 14350,
  990304: 14210,
  990305: 13960,
  990306: 13420,
  990309: 12980,
  990321: 11240,
  990322: 12650,
  990323: 9760,
  990324: 9530,
  990325: 10890,
  990326: 12310,
  990327: 12140,
  990328: 11020,
  990381: 13150,
}

/** Rural disposable income per person in the counties' units of a year's end, in yuan, growing by 6 to 9 % a year. */
export function ruralIncomeOf(counties: readonly County[], period: Period): ReturnRow[] {
  return countyRows(counties, period, (members) => {
    // A merged unit's figure lies between those of its parts, nearer to the one with more villages.
    const villages = members.reduce((all, county) => all + county.villages, 0)
    const sum = members.reduce((all, county) => all + county.villages * incomeIn(county, Number(period)), 0)
    return { disposable_income_yuan: Math.round(sum / villages) }
  })
}

function incomeIn({ code, like }: County, year: number): number {
  let income = atStart[like] ?? 0
  for (let passed = firstYear + 1; passed <= year; passed++) {
    const slow = passed === 2020 ? 0.3 : 0.7
    // Poorer counties grow a little faster; every year is a little different.
    income *= 1.06 + 0.008 * slow + 0.012 * chance(code, 'pace') + 0.008 * chance(code, 'growth', passed)
  }
  return income
}
