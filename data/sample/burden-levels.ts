import type { Period } from '../../src/domain/period.js'
import { type Nudge, nudgeIn } from './rates.js'

/** What is counted of the burden. */
export type BurdenRate = 'documents' | 'meetings' | 'inspections'

/** The city's levels by year, 2018 to 2026, with 2018 as 1: cut in 2019, creeping up again, cut once more in 2026. */
const usual: Record<BurdenRate, readonly number[]> = {
  documents: [1, 0.62, 0.62, 0.63, 0.65, 0.67, 0.7, 0.73, 0.46],
  meetings: [1, 0.6, 0.55, 0.57, 0.6, 0.62, 0.65, 0.68, 0.42],
  inspections: [1, 0.46, 0.46, 0.47, 0.49, 0.52, 0.55, 0.58, 0.26],
}

const firstYear = 2018

const nudge = (county: string, rate: BurdenRate, from: Period, to: Period, by: number): Nudge => ({
  county,
  rate,
  from,
  to,
  by,
})

/** Where it went otherwise, as a part of the level: burden falls unevenly, and in some counties it rises again. */
const burdenNudges: readonly Nudge[] = [
  // 云硖县 never cut its documents, and issues more than the year before.
  nudge('990323', 'documents', '2026-01', '2026-12', 0.72),
  nudge('990323', 'meetings', '2026-01', '2026-12', 0.3),
  // 双岘县 halved its inspections like the others, then sent teams out again from July on.
  nudge('990324', 'inspections', '2026-07', '2026-12', 0.9),
  // 柳圩县 cut its documents by a fifth and no more.
  nudge('990326', 'documents', '2026-01', '2026-12', 0.27),
  // 青埂县 began well and fell back in the autumn.
  nudge('990328', 'documents', '2026-09', '2026-12', 0.32),
  nudge('990328', 'inspections', '2026-03', '2026-12', 0.35),
  // 望岭县 was late and caught up in the last month.
  nudge('990321', 'meetings', '2026-01', '2026-09', 0.4),
  // 石泓区 took its inspections back in spring.
  nudge('990309', 'inspections', '2026-01', '2026-05', 0.5),
  // In 2021 and 2024 a campaign brought papers with it.
  nudge('990325', 'documents', '2021-03', '2021-08', 0.3),
  nudge('990302', 'meetings', '2024-04', '2024-10', 0.35),
]

/** The level of a county like one of the sample city's, in a month, with 2018 as 1. */
export function burdenLevel(rate: BurdenRate, like: string, month: Period): number {
  const levels = usual[rate]
  const index = Math.min(Math.max(Number(month.slice(0, 4)) - firstYear, 0), levels.length - 1)
  return (levels[index] ?? 1) * (1 + nudgeIn(burdenNudges, rate, like, month))
}
