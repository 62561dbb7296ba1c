import type { Dataset } from '../../domain/dataset.js'
import { columnsOf, type Formula, parseFormula } from '../../domain/formula.js'
import type { MeasureColumn } from '../table/table.js'

/**
 * The row checks of a return as SQL over its columns by name, with the tolerance and in the numbers of `evaluate`. A check that
 * reads a column which is not there says nothing, and one that SQL cannot say doubts every row, so that each is read with care.
 */
export function checkSql(dataset: Dataset, measures: readonly MeasureColumn[]): string[] {
  return dataset.checks.flatMap((check) => {
    const formula = parseFormula(check.formula)
    const names = columnsOf(formula)
    if (names.some((name) => dataset.columns.every((column) => column.name !== name))) return 'false'
    const figures = measures.filter(({ column }) => ['count', 'amount', 'share'].includes(column.kind))
    if (names.some((name) => figures.every(({ column }) => column.name !== name))) return []
    const [left, right] = [sumSql(formula.left), sumSql(formula.right)]
    const holds = formula.operator === '=' ? `abs(${left} - ${right}) < 0.005e0` : `${left} <= ${right} + 0.005e0`
    return `coalesce(${holds}, true)`
  })
}

function sumSql(sum: Formula['left']): string {
  const product = (names: readonly string[]) => names.map((name) => `cast("${name}" as double)`).join(' * ')
  return `(${sum.map(product).join(' + ')})`
}
