import type { Dataset } from '../../domain/dataset.js'
import { columnsOf } from '../../domain/formula.js'
import { checksOf } from '../checks/check-rows.js'
import type { MeasureColumn } from '../table/table.js'
import { holdsSql } from './suspicion-sql.js'

/**
 * The checks of a return that a row keeps by itself, as SQL over its columns by name. A check that reads a column which is not there
 * says nothing.
 */
export function checkSql(dataset: Dataset, measures: readonly MeasureColumn[]): string[] {
  const figures = measures.filter(({ column }) => ['count', 'amount', 'share'].includes(column.kind))
  return checksOf(dataset).flatMap(({ reach, formula }) => {
    if (reach !== 'row') return []
    if (columnsOf(formula).some((name) => figures.every(({ column }) => column.name !== name))) return []
    return `coalesce(${holdsSql(formula, (name) => `cast("${name}" as double)`)}, true)`
  })
}
