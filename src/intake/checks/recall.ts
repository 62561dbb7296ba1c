import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import { columnsOf, parseFormula, sourceOf } from '../../domain/formula.js'
import type { Known } from '../../domain/known.js'
import { lastCompletePeriod, monthsOf, type Period, shiftPeriod } from '../../domain/period.js'
import type { RegionCode } from '../../domain/region.js'
import { slippedUnits } from './slipped-units.js'

/** What was accepted before and is asked for more than once: the figure of a return, period, region and column; null when unknown. */
export type Recall = (dataset: string, period: Period, region: RegionCode, column: string) => number | null

/** True when a column is held against what the region reported for the period before. */
function isCompared(column: Column): boolean {
  return column.jump_pct !== null || slippedUnits(column).length > 0
}

/** The period of another return that a period is compared with: the last one over by its end; null when the return is not known. */
export function comparedPeriod(dataset: string, period: Period, datasets: readonly Dataset[]): Period | null {
  const other = datasets.find(({ id }) => id === dataset)
  return other ? lastCompletePeriod(other.frequency, monthsOf(period).last) : null
}

/** Asks, once for each return and period, for everything that the rows of a return will be held against. */
export async function recallFor(
  dataset: Dataset,
  periods: readonly Period[],
  within: string,
  datasets: readonly Dataset[],
  known: Known,
): Promise<Recall> {
  const wanted = new Map<string, { dataset: string; period: Period; columns: Set<string> }>()
  const want = (of: string, period: Period | null, column: string) => {
    if (period === null) return
    const key = `${of}/${period}`
    const entry = wanted.get(key) ?? { dataset: of, period, columns: new Set<string>() }
    wanted.set(key, entry)
    entry.columns.add(column)
  }
  const names = dataset.checks.flatMap(({ formula }) => columnsOf(parseFormula(formula)))
  for (const period of periods) {
    const before = shiftPeriod(period, -1)
    for (const column of dataset.columns) if (isCompared(column)) want(dataset.id, before, column.name)
    for (const source of names.map(sourceOf)) {
      if (source.from === 'last') want(dataset.id, before, source.column)
      if ('dataset' in source) want(source.dataset, comparedPeriod(source.dataset, period, datasets), source.column)
    }
  }
  const answers = new Map<string, Awaited<ReturnType<Known>>>()
  for (const [key, { columns, ...question }] of wanted)
    answers.set(key, await known({ ...question, columns: [...columns], within }))
  return (of, period, region, column) => {
    const value = answers.get(`${of}/${period}`)?.get(region)?.[column]
    return typeof value === 'number' ? value : null
  }
}
