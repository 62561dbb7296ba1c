import type { Period } from '../../src/domain/period.js'
import type { Nudge } from './rates.js'

/*
 * Who does what in the sample, so that every status, every state of an alert and every kind of silence occurs. Steady paths are in
 * the `…-levels` files; here are the events.
 */

/** Months in which a county's return for a dataset did not come. */
export const silences: readonly { dataset: string; county: string; periods: readonly Period[] }[] = [
  { dataset: 'coverage', county: '990324', periods: ['2025-03', '2025-04'] },
  { dataset: 'stipend', county: '990323', periods: ['2026-09', '2026-10'] },
  { dataset: 'premises', county: '990324', periods: ['2026-Q3'] },
  { dataset: 'funding', county: '990326', periods: ['2025-Q2'] },
  { dataset: 'funding_budget', county: '990303', periods: ['2024-Q2'] },
  { dataset: 'team', county: '990325', periods: ['2025-Q2', '2025-Q3'] },
  { dataset: 'rectification', county: '990328', periods: ['2026-Q1'] },
  { dataset: 'burden', county: '990325', periods: ['2024-11', '2024-12'] },
  { dataset: 'tasks', county: '990309', periods: ['2026-10'] },
]

/** The n-th township of a county (from 0) whose villages are not in the income return of a year. */
export const silentTownship = { dataset: 'income', county: '990325', township: 9, period: '2021' } as const

/** The counties and periods whose rows were wrong at first, and when the corrected file came. */
export const corrections: readonly { dataset: string; county: string; period: Period; received_at: string }[] = [
  { dataset: 'coverage', county: '990305', period: '2025-06', received_at: '2025-08-12T02:36:00Z' },
  { dataset: 'premises', county: '990321', period: '2026-Q2', received_at: '2026-08-11T03:18:00Z' },
]

const nudge = (county: string, rate: string, from: Period, to: Period, by: number): Nudge => ({
  county,
  rate,
  from,
  to,
  by,
})

/** Dips and recoveries in coverage, in percentage points. */
export const coverageNudges: readonly Nudge[] = [
  // 松陂县 stands on the hill counties' line and keeps crossing it.
  ...[
    ['2024-03', '2024-05'],
    ['2024-09', '2024-10'],
    ['2025-02', '2025-04'],
    ['2025-08', '2025-09'],
    ['2026-03', '2026-04'],
    ['2026-07', '2026-08'],
  ].map(([from = '', to = '']) => nudge('990325', 'firms_covered', from, to, -1.1)),
  // 昭埠区 settles the organisations of the two merged parts in the last month: out of critical.
  nudge('990306', 'firms_eligible_gap', '2026-10', '2026-12', -3),
  nudge('990322', 'firms_eligible_gap', '2026-10', '2026-12', -3),
  // 石泓区 sends its instructors in the last month.
  nudge('990309', 'firms_unreached', '2026-10', '2026-12', -3),
  // 瑞桥区 has a new market whose firms have no instructor yet.
  nudge('990303', 'firms_unreached', '2026-10', '2026-12', 2),
]

/** Months in which stipends were in arrears, in percent of a county's posts; otherwise none are. */
export const stipendNudges: readonly Nudge[] = [
  nudge('990324', 'arrears', '2018-11', '2019-05', 7),
  nudge('990328', 'arrears', '2020-02', '2020-04', 3),
  nudge('990322', 'arrears', '2022-10', '2022-12', 4),
  nudge('990326', 'arrears', '2025-11', '2026-04', 4),
  nudge('990323', 'arrears', '2026-05', '2026-10', 6),
  nudge('990321', 'arrears', '2026-05', '2026-08', 3),
  nudge('990328', 'arrears', '2026-08', '2026-10', 2.5),
  nudge('990309', 'arrears', '2026-10', '2026-10', 5),
]

/** What of the last month cannot be taken. Places are counted from 0, in the order of the county's file. */
export const lastMonthDefects = {
  /** One row that a row check refuses, and one figure that is still to be verified. */
  too_many: { dataset: 'coverage', county: '990327', row: 6 },
  unverified: { dataset: 'stipend', county: '990321', row: 4, column: 'posts_in_arrears' },
  /** A file sent before its figures were there, and when (UTC) the corrected one came. `{n}` is the figure in round tens. */
  corrected: {
    dataset: 'coverage',
    county: '990325',
    arrival: { day: 5, time: '07:52' },
    marks: [
      { place: 1, column: 'nonpublic_eligible', text: '近{n}' },
      { place: 3, column: 'nonpublic_total', text: '约{n}' },
      { place: 5, column: 'nonpublic_key_with_org', text: '约40%' },
      { place: 7, column: 'social_30plus_total', text: '—' },
      { place: 7, column: 'social_30plus_with_org', text: '—' },
      { place: 9, column: 'social_instructor', text: '/' },
      { place: 11, column: 'nonpublic_instructor', text: '' },
      { place: 13, column: 'nonpublic_org_joint', text: '待核' },
    ],
  },
  /** A letter instead of a return, from a county that sends none. */
  letter: { dataset: 'stipend', county: '990323', arrival: { day: 4, time: '08:11' } },
} as const

/** Files of the last month that come after the 5th: the day, by county and dataset. */
export const lateArrivals: Record<string, number> = {
  '990309/stipend': 6,
  '990328/coverage': 7,
  '990324/coverage': 9,
}
