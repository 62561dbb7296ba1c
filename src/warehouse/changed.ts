import type { Period } from '../domain/period.js'

/** The periods of which received rows differ, by dataset. */
export type Changed = ReadonlyMap<string, ReadonlySet<Period>>

/** A dataset's period, as queries and corrections name it. */
export interface DatasetPeriod {
  dataset: string
  period: Period
}

/** Nothing differs. */
export const nothingChanged: Changed = new Map()

/** What differs by these. */
export function changedBy(rows: readonly DatasetPeriod[]): Changed {
  const changed = new Map<string, Set<Period>>()
  for (const { dataset, period } of rows) {
    const periods = changed.get(dataset)
    if (periods) periods.add(period)
    else changed.set(dataset, new Set([period]))
  }
  return changed
}

/** What differs by one or the other. */
export function changedByBoth(one: Changed, other: Changed): Changed {
  return changedBy([one, other].flatMap((changed) => listOfChanged(changed)))
}

/** The periods of any dataset. */
export function periodsIn(changed: Changed): Set<Period> {
  return new Set(listOfChanged(changed).map(({ period }) => period))
}

function listOfChanged(changed: Changed): DatasetPeriod[] {
  return [...changed].flatMap(([dataset, periods]) => [...periods].map((period) => ({ dataset, period })))
}
