import type { Dataset, RowCheck } from '../../domain/dataset.js'
import { evaluate, type Formula, parseFormula, reachOf } from '../../domain/formula.js'
import type { ReadRow } from '../rows/row.js'
import { brokenCheck } from './say-check.js'

/** Compares the figures of each row as the return declares, and adds what does not hold to the row's findings. */
export function checkFigures(rows: readonly ReadRow[]): void {
  for (const row of rows) {
    for (const { check, formula, reach } of checksOf(row.table.dataset)) {
      if (reach !== 'row') continue
      const result = evaluate(formula, row.values)
      if (result !== null && !result.holds) row.findings.push(brokenCheck(row, check, formula, result))
    }
  }
}

/** A declared check, read. */
export interface ReadCheck {
  check: RowCheck
  formula: Formula
  reach: ReturnType<typeof reachOf>
}

const read = new WeakMap<Dataset, ReadCheck[]>()

/** The checks of a return with their formulas, read once. */
export function checksOf(dataset: Dataset): readonly ReadCheck[] {
  const known = read.get(dataset)
  if (known) return known
  const checks = dataset.checks.map((check) => {
    const formula = parseFormula(check.formula)
    return { check, formula, reach: reachOf(formula) }
  })
  read.set(dataset, checks)
  return checks
}
