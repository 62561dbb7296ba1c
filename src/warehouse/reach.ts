import { monthsOf, ordinalOf, type Period, periodAt, shiftPeriod } from '../domain/period.js'

/** How far back of its own period a row looks: periods of its own frequency, or months at a table of any frequency. */
export interface LookBack {
  count: number
  unit: 'periods' | 'months'
  /** The table that is looked back at; null: any that the model reads. */
  at: string | null
}

/**
 * How a model's table is brought up to date when the rows of some periods changed: those periods' rows are exchanged, and those of later
 * ones that look back on them; or it is worked out anew as a whole; or it is a view and needs nothing; or its rows are runs over time.
 */
export type Reach = { kind: 'period'; back: readonly LookBack[] } | { kind: 'whole' | 'view' | 'runs' }

const form = /^-- refresh: (?:(whole|view|runs)|period(?:, looking back (\d+) (periods?|months)(?: at (\w+\.\w+))?)?)$/

/** The reach that the third line declares. Throws when there is none. */
export function reachOf(file: string, sql: string): Reach {
  const match = form.exec(sql.split('\n')[2] ?? '')
  if (!match) throw new Error(`third line is not "-- refresh: period | whole | view | runs": ${file}`)
  const [, kind, count, unit, at] = match
  if (kind !== undefined) return { kind: kind as 'whole' | 'view' | 'runs' }
  const back: LookBack = { count: Number(count), unit: unit === 'months' ? 'months' : 'periods', at: at ?? null }
  return { kind: 'period', back: count === undefined ? [] : [back] }
}

/** The reach of two selects under one another. Throws when one goes by periods and the other does not. */
export function unitedReach(a: Reach, b: Reach): Reach {
  if (a.kind === 'period' && b.kind === 'period') return { kind: 'period', back: [...a.back, ...b.back] }
  if (a.kind !== b.kind) throw new Error(`selects of one table are refreshed in two ways: ${a.kind}, ${b.kind}`)
  return a
}

/** The periods whose rows may look back on `period`: they come after it. A few too many do no harm. */
export function periodsAfter(period: Period, { count, unit }: LookBack): Period[] {
  const from = unit === 'periods' ? period : monthsOf(period).last
  const after = Array.from({ length: count }, (_, index) => shiftPeriod(from, index + 1))
  return unit === 'periods' ? after : withWider(after)
}

/** The periods that rows of `period` may look back on: they come before it. A few too many do no harm. */
export function periodsBefore(period: Period, { count, unit }: LookBack): Period[] {
  const from = unit === 'periods' ? period : monthsOf(period).first
  const before = Array.from({ length: count }, (_, index) => shiftPeriod(from, -index - 1))
  return unit === 'periods' ? before : withWider(before)
}

/** Months, and the quarters and years that they lie in. */
function withWider(months: readonly Period[]): Period[] {
  const wider = months.flatMap((month) => [
    month,
    periodAt('Q', Math.floor(ordinalOf(month) / 3)),
    periodAt('A', Math.floor(ordinalOf(month) / 12)),
  ])
  return [...new Set(wider)]
}
