import type { County } from './counties.js'
import { atYear, type YearEnds } from './rates.js'

/** The city's villages by collective income: shares at or below each bound (18万 and 100万: below it), 2017 to 2025. */
const cumulative = {
  none: [0.63, 0.52, 0.38, 0.26, 0.17, 0.11, 0.07, 0.042, 0.024],
  upTo50k: [0.88, 0.83, 0.76, 0.69, 0.62, 0.55, 0.47, 0.4, 0.33],
  upTo100k: [0.945, 0.92, 0.885, 0.845, 0.8, 0.755, 0.7, 0.655, 0.61],
  below180k: [0.972, 0.96, 0.94, 0.915, 0.89, 0.86, 0.825, 0.79, 0.76],
  upTo500k: [0.991, 0.988, 0.982, 0.973, 0.963, 0.952, 0.94, 0.928, 0.915],
  below1m: [0.997, 0.996, 0.994, 0.991, 0.988, 0.985, 0.982, 0.978, 0.974],
} satisfies Record<string, YearEnds>

/** The bounds that villages are counted against, from poor to rich. */
export const incomeBounds = Object.keys(cumulative) as (keyof typeof cumulative)[]

/** How much poorer (above 0) a county's villages are than the city's, as a shift of log odds, 2017 to 2025. */
const shifts: Record<string, YearEnds> = {
  990302: [-1.6],
  990303: [-1.4],
  990304: [-1.5],
  990305: [-1.2],
  990306: [-0.6],
  990309: [-0.4],
  990321: [0.15, 0.15, 0.1, 0.1, 0.05, 0, 0, 0, 0],
  990322: [-0.2],
  990323: [0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 1, 1.1, 1.25],
  990324: [0.5, 0.5, 0.5, 0.55, 0.55, 0.6, 0.6, 0.6, 0.55],
  990325: [0.2, 0.2, 0.15, 0.15, 0.1, 0.1, 0.1, 0.05, 0],
  990326: [0, -0.05, -0.1, -0.2, -0.2, 0, 0.2, 0.4, 0.5],
  990327: [0.3, 0.2, 0, -0.2, -0.4, -0.6, -0.7, -0.8, -0.9],
  990328: [0.1, 0.1, 0.1, 0.15, 0.2, 0.25, 0.3, 0.3, 0.25],
  990381: [-0.4],
}

/** The share of a county's villages at or below a bound at a year's end, 0 to 1. */
export function incomeShare(bound: keyof typeof cumulative, { like }: County, year: number): number {
  const share = atYear(cumulative[bound], year)
  const odds = Math.log(share / (1 - share)) + atYear(shifts[like] ?? [0], year)
  return 1 / (1 + Math.exp(-odds))
}
