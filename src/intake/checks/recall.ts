import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import { columnsOf, parseFormula, sourceOf } from '../../domain/formula.js'
import type { Known, WantedFigure } from '../../domain/known.js'
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

/** Every figure, each once, that the rows of a return about these periods will be held against. */
export function wantedFigures(
  dataset: Dataset,
  periods: readonly Period[],
  datasets: readonly Dataset[],
): WantedFigure[] {
  const names = new Set([
    ...dataset.columns.filter(isCompared).map(({ name }) => `last.${name}`),
    ...dataset.checks.flatMap(({ formula }) => columnsOf(parseFormula(formula))),
  ])
  return periods.flatMap((period) =>
    [...names].flatMap((name): WantedFigure[] => {
      const source = sourceOf(name)
      if (source.from === 'row') return []
      const of = source.from === 'last' ? dataset.id : source.dataset
      const when = source.from === 'last' ? shiftPeriod(period, -1) : comparedPeriod(of, period, datasets)
      return when === null ? [] : [{ period, name, of: { dataset: of, period: when, column: source.column } }]
    }),
  )
}

/** Asks, once for each return and period, for all of these figures. */
export async function recallFor(wanted: readonly WantedFigure[], within: string, known: Known): Promise<Recall> {
  const questions = new Map<string, { dataset: string; period: Period; columns: Set<string> }>()
  for (const { of } of wanted) {
    const key = `${of.dataset}/${of.period}`
    const question = questions.get(key) ?? { dataset: of.dataset, period: of.period, columns: new Set<string>() }
    questions.set(key, question)
    question.columns.add(of.column)
  }
  const answers = new Map<string, Awaited<ReturnType<Known>>>()
  for (const [key, { columns, ...question }] of questions)
    answers.set(key, await known({ ...question, columns: [...columns], within }))
  return (of, period, region, column) => {
    const value = answers.get(`${of}/${period}`)?.get(region)?.[column]
    return typeof value === 'number' ? value : null
  }
}
