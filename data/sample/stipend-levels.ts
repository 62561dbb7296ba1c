import type { County } from './counties.js'
import { atYear, levelIn, type YearEnds } from './rates.js'

/** Mean monthly stipend of the city at year end, 2017 to 2026, in yuan: 1,900 was the aim of 2018. */
const meanYuan: YearEnds = [1560, 1905, 2060, 2320, 2640, 2950, 3240, 3490, 3720, 3920]

/** What a county pays of the city's mean, before it is brought to a mean of one. */
const factors: Record<string, number> = {
  990302: 1.2,
  990303: 1.18,
  990304: 1.16,
  990305: 1.15,
  990306: 1.1,
  990309: 1.08,
  990321: 0.98,
  990322: 1.06,
  990323: 0.84,
  990324: 0.82,
  990325: 0.96,
  990326: 1.02,
  990327: 1.04,
  990328: 0.86,
  990381: 1.1,
}

const usualBelow: YearEnds = [45, 38, 34, 30, 24, 19, 14, 11, 9, 7]
const below: Record<string, YearEnds> = {
  990302: [10, 6, 4, 2, 1, 0, 0, 0, 0, 0],
  990327: [52, 45, 36, 27, 19, 12, 8, 5, 3, 1],
  990323: [62, 56, 52, 46, 40, 33, 26, 22, 20, 19],
  990324: [66, 60, 55, 48, 42, 35, 28, 24, 21, 18],
  990326: [44, 38, 32, 26, 18, 12, 11, 14, 17, 18],
  990328: [50, 44, 40, 36, 31, 27, 25, 26, 28, 29],
}

/** A county's pay in yuan a month; the year's raise comes in one step in the county's own month (1 to 12). */
export function meanStipend({ like }: County, month: string, raiseMonth: number): number {
  const year = Number(month.slice(0, 4))
  const paidYear = Number(month.slice(5)) >= raiseMonth ? year : year - 1
  return (factors[like] ?? 1) * atYear(meanYuan, paidYear)
}

/** Posts of a county below the standard, in percent. */
export function belowStandard({ like }: County, month: string): number {
  return levelIn(below[like] ?? usualBelow, month, { lower: true })
}
