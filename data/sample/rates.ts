import type { Period } from '../../src/domain/period.js'

/** A county's levels by year end: the first is that of 2017, where the sample begins; after the last nothing changes any more. */
export type YearEnds = readonly number[]

/** How a rate moves within a year. */
export interface Pace {
  /** Less of it is what is wanted. */
  lower: boolean
  /** In 2018, the month by which all of that year's change is to be made. */
  dueMonth?: number
}

/** A step off a county's path: `by` is added from the first month to the last, both included. */
export interface Nudge {
  county: string
  rate: string
  from: Period
  to: Period
  by: number
}

const firstYear = 2018
/** The part of a year's gain that the last month makes up: what is checked at year end is finished at year end. */
const decemberPush = 0.4

/** The level in a month, between the year ends around it. A gain keeps part of itself for December; a decline has no deadline. */
export function levelIn(levels: YearEnds, month: Period, { lower, dueMonth }: Pace): number {
  const [year, inYear] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const [before, after] = [atYear(levels, year - 1), atYear(levels, year)]
  if (year === firstYear && dueMonth !== undefined)
    return before + (after - before) * Math.min(1, (inYear - 1) / (dueMonth - 1))
  const isGain = lower ? after < before : after > before
  const done = inYear === 12 ? 1 : ((isGain ? 1 - decemberPush : 1) * inYear) / 12
  return before + (after - before) * done
}

/** The level of a year's end; the first before the sample begins, the last after its list ends. */
export function atYear(levels: YearEnds, year: number): number {
  const index = Math.min(Math.max(year - firstYear + 1, 0), levels.length - 1)
  return levels[index] ?? 0
}

/** What the nudges add to a county's rate in a month. */
export function nudgeIn(nudges: readonly Nudge[], rate: string, county: string, month: Period): number {
  return nudges
    .filter((nudge) => nudge.rate === rate && nudge.county === county && nudge.from <= month && month <= nudge.to)
    .reduce((all, nudge) => all + nudge.by, 0)
}

/** Months since the sample's first: 0 in 2018-01. */
export function monthsSinceStart(month: Period): number {
  return (Number(month.slice(0, 4)) - firstYear) * 12 + Number(month.slice(5)) - 1
}
