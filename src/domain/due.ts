import type { Dataset } from './dataset.js'
import type { DueSide } from './news.js'
import { dueDate, lastCompletePeriod, monthsOf, type Period, shiftPeriod } from './period.js'

/** A period of a return whose due date is near. */
export interface Due {
  dataset: string
  period: Period
  due_date: string
  side: DueSide
}

/** Days after the due date on which missing returns are still told of, for a scheduler may have missed the first. */
const daysAfter = 7

/**
 * The periods of a return that are due on `today` (`YYYY-MM-DD`) or the day after it, and those that were due up to a week before.
 */
export function dueNear(dataset: Pick<Dataset, 'id' | 'frequency' | 'due_day'>, today: string): Due[] {
  const month = today.slice(0, 7)
  return [-2, -1, 0].flatMap((steps): Due[] => {
    const last = shiftPeriod(month, steps)
    const period = lastCompletePeriod(dataset.frequency, last)
    if (monthsOf(period).last !== last) return []
    const due_date = dueDate(period, dataset.due_day)
    const days = daysBetween(due_date, today)
    if (days < -1 || days > daysAfter) return []
    return [{ dataset: dataset.id, period, due_date, side: days <= 0 ? 'before_due' : 'after_due' }]
  })
}

/** Days from one day to another, negative when it lies before. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
