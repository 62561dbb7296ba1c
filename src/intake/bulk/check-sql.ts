import type { Dataset } from '../../domain/dataset.js'
import { columnsOf } from '../../domain/formula.js'
import type { Severity } from '../../domain/reject.js'
import { checksOf } from '../checks/check-rows.js'
import type { MeasureColumn } from '../table/table.js'
import { holdsSql } from './suspicion-sql.js'

/**
 * The checks of a return that a row keeps by itself, as SQL over its columns by name. A check that reads a column which is not there
 * says nothing. Of one severity, or of any.
 */
export function checkSql(
  dataset: Dataset,
  measures: readonly MeasureColumn[],
  severity: Severity | null = null,
): string[] {
  const figures = measures.filter(({ column }) => ['count', 'amount', 'share'].includes(column.kind))
  return checksOf(dataset).flatMap(({ reach, formula, check }) => {
    if (reach !== 'row' || (severity !== null && check.severity !== severity)) return []
    if (columnsOf(formula).some((name) => figures.every(({ column }) => column.name !== name))) return []
    return `coalesce(${holdsSql(formula, (name) => `cast("${name}" as double)`)}, true)`
  })
}
