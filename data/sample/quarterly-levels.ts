import { monthsOf, type Period } from '../../src/domain/period.js'
import type { County } from './counties.js'
import { atYear, levelIn, type Pace, type YearEnds } from './rates.js'

/** The rates that a township's quarterly rows are made from, in percent of its villages, or of what is said. */
export type VillageRate =
  | 'substandard'
  | 'none_or_rented'
  | 'reserve'
  | 'dual_role'
  | 'norm_met'
  | 'commissioner_vacant' // of posts
  | 'listed_twice' // of organisations

/** What is counted from January on, in percent at each year's end. */
export type YearlyRate =
  | 'built' // of villages
  | 'trained' // of secretaries
  | 'listed' // of organisations, known from the first quarter on
  | 'rectified' // of those listed

const lower: readonly VillageRate[] = ['substandard', 'none_or_rented', 'commissioner_vacant', 'listed_twice']
const paceOf = (rate: VillageRate): Pace => ({ lower: lower.includes(rate) })

/** Levels by year end, 2017 to 2026; those of the city's counties that go their own way are below. */
const usual: Record<VillageRate | YearlyRate, YearEnds> = {
  substandard: [36, 30, 24, 18, 12, 8, 5.5, 4, 3.4, 3],
  none_or_rented: [1.6, 1.2, 0.9, 0.6, 0.4, 0.3, 0.2, 0.1, 0, 0],
  reserve: [45, 52, 58, 64, 70, 76, 81, 85, 89, 92],
  dual_role: [35, 42, 48, 55, 93, 96, 97, 98, 98.5, 99],
  norm_met: [42, 50, 58, 66, 74, 80, 85, 89, 92, 94],
  commissioner_vacant: [22, 18, 15, 12, 9, 7, 6, 5, 4, 3],
  listed_twice: [2.4, 2.2, 2, 1.8, 1.6, 1.5, 1.3, 1.2, 1.1, 1],
  built: [66, 32, 26, 22, 14, 10, 8, 7, 6, 6],
  trained: [92, 95, 97, 94, 98, 98, 99, 99, 99, 99],
  listed: [9.5, 9, 8.6, 8.2, 7.8, 7.4, 7, 6.8, 6.5, 6.4],
  rectified: [94, 96, 97, 95, 98, 98, 99, 99, 99, 99],
}

const own: Partial<Record<VillageRate | YearlyRate, Record<string, YearEnds>>> = {
  substandard: {
    990302: [15, 10, 6, 3, 1, 0, 0, 0, 0, 0],
    990309: [30, 24, 18, 12, 8, 6, 5, 6, 8, 10],
    990323: [50, 46, 40, 33, 26, 20, 16, 13, 12, 11],
    990324: [52, 47, 42, 36, 31, 27, 24, 22, 21, 21],
    990326: [38, 30, 22, 15, 10, 7, 8, 11, 13, 15],
    990327: [44, 34, 24, 14, 7, 4, 2, 1, 1, 0.5],
    990328: [46, 41, 36, 30, 24, 19, 15, 12, 9, 6],
  },
  none_or_rented: {
    990323: [3.5, 2.8, 2.2, 1.6, 1.2, 0.9, 0.7, 0.6, 0.5, 0.4],
    990324: [4.2, 3.6, 3, 2.5, 2.1, 1.8, 1.5, 1.3, 1.2, 1.1],
    990326: [1.5, 1, 0.6, 0.3, 0.2, 0.2, 0.4, 0.7, 0.8, 0.9],
  },
  reserve: {
    990324: [35, 40, 44, 48, 53, 58, 62, 66, 69, 71],
    990325: [44, 50, 55, 61, 67, 72, 77, 81, 84, 87],
    990326: [48, 55, 62, 70, 76, 80, 79, 76, 74, 72],
    990327: [50, 60, 70, 79, 86, 91, 94, 96, 97, 98],
  },
  dual_role: {
    990324: [20, 26, 32, 38, 80, 84, 87, 89, 90, 91],
    990326: [38, 45, 52, 60, 96, 97, 95, 92, 88, 84],
  },
  norm_met: {
    990302: [88, 92, 95, 97, 98, 99, 100, 100, 100, 100],
    990323: [25, 31, 37, 44, 50, 57, 63, 69, 73, 76],
    990324: [22, 27, 32, 38, 44, 50, 55, 59, 61, 63],
    990326: [45, 55, 65, 74, 80, 84, 85, 84, 83, 82],
    990327: [44, 55, 66, 77, 86, 92, 95, 97, 98, 98],
  },
  commissioner_vacant: {
    990324: [40, 35, 30, 28, 26, 24, 20, 16, 18, 24],
    990328: [30, 26, 22, 20, 18, 16, 14, 12, 10, 8],
  },
  listed_twice: {
    990324: [5, 4.6, 4.3, 4, 3.8, 3.6, 3.4, 3.2, 3.1, 3.1],
    990326: [2, 1.8, 1.6, 1.4, 1.3, 1.4, 1.7, 2.1, 2.4, 2.6],
  },
  trained: {
    990324: [80, 82, 84, 78, 84, 86, 84, 80, 72, 62],
    990326: [92, 94, 95, 92, 96, 96, 93, 90, 86, 80],
  },
  listed: {
    990326: [9, 8.5, 7.6, 6.8, 6, 5.4, 5, 4.4, 3.6, 2.7],
    990327: [8, 7.4, 6.8, 6.4, 6, 5.8, 5.5, 5.2, 5, 4.6],
  },
  rectified: {
    990323: [84, 86, 88, 84, 88, 90, 92, 92, 88, 84],
    990324: [76, 78, 80, 74, 78, 76, 74, 70, 62, 52],
  },
}

const levelsOf = (rate: VillageRate | YearlyRate, { like }: County): YearEnds => own[rate]?.[like] ?? usual[rate]

/** A county's rate at the end of a quarter, in percent. */
export function villageRate(rate: VillageRate, county: County, quarter: Period): number {
  return levelIn(levelsOf(rate, county), monthsOf(quarter).last, paceOf(rate))
}

/** A county's rate of a whole year, in percent. */
export function yearlyRate(rate: YearlyRate, county: County, quarter: Period): number {
  return atYear(levelsOf(rate, county), Number(quarter.slice(0, 4)))
}

const doneBy = { built: [0.1, 0.35, 0.7, 1], trained: [0.16, 0.45, 0.75, 1], rectified: [0.1, 0.35, 0.68, 1] } as const

/** How much of a year's work is done by the end of a quarter, from 0 to 1: little in winter, all by December. */
export function doneInYear(rate: keyof typeof doneBy, quarter: Period): number {
  return doneBy[rate][Number(quarter.slice(6)) - 1] ?? 1
}
