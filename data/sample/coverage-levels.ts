import type { County } from './counties.js'
import { levelIn, type Nudge, nudgeIn, type Pace, type YearEnds } from './rates.js'

/** The rates that a township's coverage row is made from, in percent of what `of` says. */
export type CoverageRate =
  | 'firms_covered' // of all firms
  | 'social_covered' // of all social organisations
  | 'firms_eligible_gap' // eligible without an organisation, of all firms
  | 'firms_unreached' // neither organisation nor instructor, of all firms
  | 'social_unreached' // the same of social organisations
  | 'key_gap' // key firms without an organisation, of key firms
  | 'social_30plus_gap' // of social organisations of 30 or more

const paces: Record<CoverageRate, Pace> = {
  firms_covered: { lower: false },
  social_covered: { lower: false },
  firms_eligible_gap: { lower: true },
  // Work coverage was due in full by the end of September 2018.
  firms_unreached: { lower: true, dueMonth: 9 },
  social_unreached: { lower: true, dueMonth: 9 },
  key_gap: { lower: true },
  social_30plus_gap: { lower: true },
}

const usual: Record<CoverageRate, YearEnds> = {
  firms_covered: [78, 80, 82, 84, 86, 87, 88, 89, 90, 91],
  social_covered: [71, 73, 75, 77, 79, 81, 82, 83, 84, 85],
  firms_eligible_gap: [9, 7, 6, 5, 4, 3, 2.6, 2.3, 2, 1.6],
  firms_unreached: [9, 0, 0.2, 0.3, 0.4, 0.5, 0.5, 0.6, 0.6, 0.6],
  social_unreached: [12, 0.4, 0.3, 0.4, 0.5, 0.6, 0.6, 0.7, 0.7, 0.7],
  key_gap: [10, 8, 6, 5, 4, 3, 2.5, 2, 2, 1.5],
  social_30plus_gap: [18, 15, 12, 10, 8, 7, 6, 5, 4, 3],
}

/** Levels by year end, 2017 to 2026, by county of the sample city's start; a county that is not there goes the usual way. */
const own: Partial<Record<CoverageRate, Record<string, YearEnds>>> = {
  firms_covered: {
    990302: [84, 85, 86, 87, 89, 90, 91, 92, 93, 94],
    990303: [82, 83, 84, 86, 87, 88, 89, 90, 90.5, 91],
    990304: [80, 82, 84, 85, 87, 88, 89, 90, 91, 92],
    990305: [79, 80, 81, 82, 84, 85.5, 86.6, 84.9, 84.2, 87.8],
    990306: [83, 84, 85, 85, 86, 86, 83, 83.5, 85, 87],
    990309: [76, 78, 80, 82, 84, 86, 87, 88, 89, 90],
    990381: [80, 81, 82, 84, 85, 87, 88, 89, 90, 91],
    990321: [74, 76, 77, 78, 80, 82, 84, 85, 86, 88],
    990322: [77, 79, 80, 81, 83, 84, 81, 82, 84.5, 87],
    990323: [70, 72, 74, 76, 78, 80, 81, 82, 83, 84],
    990324: [66, 68, 70, 72, 73, 74, 75, 75.5, 76.5, 78],
    990325: [75, 76, 77, 78, 79.5, 80.5, 81.6, 81.9, 82.1, 82.2],
    990326: [74, 77, 80, 83, 86, 89, 88, 83, 79, 77],
    990327: [70, 74, 78, 82, 85, 88, 90, 92, 93.5, 95],
    990328: [73, 74, 75, 77, 79, 81, 82.5, 84, 85, 86],
  },
  social_covered: {
    990302: [77, 79, 81, 83, 85, 87, 88, 89, 90, 91],
    990303: [75, 77, 79, 81, 83, 85, 86, 87, 88, 89],
    990304: [74, 75, 77, 79, 81, 82, 83, 84, 85, 86],
    990305: [73, 75, 77, 79, 81, 83, 84, 85, 86, 87],
    990306: [72, 73, 75, 76, 78, 79, 78, 79, 80, 83],
    990309: [68, 70, 72, 74, 77, 79, 80, 81, 82, 83],
    990321: [66, 68, 70, 72, 74, 76, 77, 78, 79, 81],
    990322: [70, 71, 73, 75, 77, 79, 77, 78, 79, 82],
    990323: [62, 64, 66, 68, 70, 72, 73, 74, 75, 76],
    990324: [58, 60, 62, 64, 66, 68, 69, 70, 71, 72],
    990325: [66, 68, 70, 72, 74, 76, 78, 79.5, 80, 80.5],
    990326: [68, 70, 73, 76, 79, 82, 82, 80, 78.5, 77],
    990327: [62, 66, 70, 74, 78, 81, 83, 85, 87, 89],
    990328: [64, 66, 68, 70, 72, 74, 75, 76, 77, 78],
  },
  firms_eligible_gap: {
    990306: [7, 6, 5, 5, 4, 4, 7, 7.6, 8, 8],
    990322: [9, 7, 6, 5, 5, 4, 7, 8, 8.4, 8.4],
    990324: [11, 9, 8, 7, 6.5, 6.5, 6.8, 7, 7.2, 7.2],
    990326: [9, 7, 5, 4, 3, 2.5, 3, 5, 6, 6.4],
    990328: [10, 8, 7, 6, 5, 4.5, 4, 4, 3.8, 3.6],
  },
  firms_unreached: {
    990309: [8, 0, 0, 0.4, 0.6, 1, 1.4, 2, 4, 7],
    990323: [14, 3, 2, 1.6, 1.2, 1.2, 1, 1, 1, 1],
    990324: [16, 5, 4, 3.5, 3, 2.8, 3, 3, 2.7, 2.5],
  },
  key_gap: {
    990324: [20, 18, 16, 14, 12, 11, 10, 10, 9, 8],
    990326: [14, 11, 8, 6, 5, 4, 5, 8, 11, 12],
    990328: [14, 12, 10, 9, 8, 7, 7, 6, 6, 5.5],
  },
  social_30plus_gap: {
    990321: [24, 20, 18, 16, 14, 13, 12, 12, 11, 11],
    990326: [20, 16, 12, 10, 8, 8, 10, 14, 20, 24],
  },
}

/** A county's rate in a month, in percent. */
export function coverageRate(
  rate: CoverageRate,
  { code, like }: County,
  month: string,
  nudges: readonly Nudge[],
): number {
  const level = levelIn(own[rate]?.[like] ?? usual[rate], month, paces[rate])
  return Math.min(100, Math.max(0, level + nudgeIn(nudges, rate, code, month)))
}
