import { z } from 'zod'
import type { Lang, Text } from './text.js'

/** How often a return is due: monthly, quarterly, annual. */
export const Frequency = z.enum(['M', 'Q', 'A'])
export type Frequency = z.infer<typeof Frequency>

const pattern = /^(1[89]|2\d)\d\d(-(0[1-9]|1[0-2])|-Q[1-4])?$/

/** The time a figure is about: `2026-10`, `2026-Q3` or `2026`. */
export const Period = z
  .string()
  .regex(pattern, '报告期写作 2026-10、2026-Q3 或 2026 (a period is 2026-10, 2026-Q3 or 2026)')
export type Period = z.infer<typeof Period>

const perYear: Record<Frequency, number> = { M: 12, Q: 4, A: 1 }

/** True for `2026-10`, `2026-Q3`, `2026`; false for everything else. */
export function isPeriod(text: string): text is Period {
  return pattern.test(text)
}

/** The frequency that a period's form says. */
export function frequencyOf(period: Period): Frequency {
  return period.length === 4 ? 'A' : period[5] === 'Q' ? 'Q' : 'M'
}

/** True for `2026-10`; a quarter (`2026-Q3`) is as long a text, and is none. */
export function isMonth(text: string): text is Period {
  return isPeriod(text) && frequencyOf(text) === 'M'
}

/** A period that is a month: `2026-10`. */
export const Month = Period.refine(isMonth, '月份写作 2026-10 (a month is 2026-10)')

/** Position on an endless axis of periods of the same frequency, so that neighbours differ by one: `2026-10` is 24321. */
export function ordinalOf(period: Period): number {
  const year = Number(period.slice(0, 4))
  const frequency = frequencyOf(period)
  if (frequency === 'A') return year
  const within = Number(period.slice(frequency === 'Q' ? 6 : 5))
  return year * perYear[frequency] + within - 1
}

/** The inverse of `ordinalOf`. */
export function periodAt(frequency: Frequency, ordinal: number): Period {
  const year = String(Math.floor(ordinal / perYear[frequency])).padStart(4, '0')
  const within = (ordinal % perYear[frequency]) + 1
  if (frequency === 'A') return year
  return frequency === 'Q' ? `${year}-Q${within}` : `${year}-${String(within).padStart(2, '0')}`
}

/** The period `steps` later (earlier when negative), of the same frequency. */
export function shiftPeriod(period: Period, steps: number): Period {
  return periodAt(frequencyOf(period), ordinalOf(period) + steps)
}

/** The same period a year before: `2026-10` gives `2025-10`. */
export function yearBefore(period: Period): Period {
  return shiftPeriod(period, -perYear[frequencyOf(period)])
}

/** The calendar month in which returns about a month come in: the one after it. */
export function monthOfReceipt(month: Period): Period {
  return shiftPeriod(month, 1)
}

/** Every period from the first to the last, both included; none when the last is before the first. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const frequency = frequencyOf(first)
  if (frequency !== frequencyOf(last)) throw new RangeError(`periods of different frequency: ${first}, ${last}`)
  const [from, to] = [ordinalOf(first), ordinalOf(last)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => periodAt(frequency, from + index))
}

/** The first and the last month of a period, as `YYYY-MM`. */
export function monthsOf(period: Period): { first: Period; last: Period } {
  const months = 12 / perYear[frequencyOf(period)]
  const first = ordinalOf(period) * months
  return { first: periodAt('M', first), last: periodAt('M', first + months - 1) }
}

/** The period of the given frequency that holds a month, or the last one wholly past when it is not yet over. */
export function lastCompletePeriod(frequency: Frequency, month: Period): Period {
  const months = 12 / perYear[frequency]
  return periodAt(frequency, Math.floor((ordinalOf(month) + 1) / months) - 1)
}

/** The day (`YYYY-MM-DD`) on which a return for the period is due: the `day`-th of the month after its last month. */
export function dueDate(period: Period, day: number): string {
  return `${shiftPeriod(monthsOf(period).last, 1)}-${String(day).padStart(2, '0')}`
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A period as people say it: 2026年10月 / Oct 2026, 2026年三季度 / Q3 2026, 2026年 / 2026. */
export function sayPeriod(period: Period, lang: Lang): string {
  const year = period.slice(0, 4)
  const frequency = frequencyOf(period)
  if (frequency === 'A') return lang === 'zh' ? `${year}年` : year
  if (frequency === 'Q') {
    const quarter = Number(period.slice(6))
    return lang === 'zh' ? `${year}年${'一二三四'[quarter - 1]}季度` : `Q${quarter} ${year}`
  }
  const month = Number(period.slice(5))
  return lang === 'zh' ? `${year}年${month}月` : `${monthNames[month - 1]} ${year}`
}

/** A period as both languages say it. */
export function periodText(period: Period): Text {
  return { zh: sayPeriod(period, 'zh'), en: sayPeriod(period, 'en') }
}
