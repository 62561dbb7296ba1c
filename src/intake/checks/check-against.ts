import type { Dataset } from '../../domain/dataset.js'
import { columnsOf, evaluate, sourceOf } from '../../domain/formula.js'
import { type Period, shiftPeriod } from '../../domain/period.js'
import type { RegionCode } from '../../domain/region.js'
import { isRejected, type ReadRow } from '../rows/row.js'
import { checksOf, type ReadCheck } from './check-rows.js'
import { comparedPeriod, type Recall } from './recall.js'
import { brokenCheck } from './say-check.js'

/** Holds rows against what the region said before and in other returns, as the return declares. A refused row is not compared. */
export function checkAgainstKnown(rows: readonly ReadRow[], recall: Recall, datasets: readonly Dataset[]): void {
  for (const row of rows) {
    if (row.region === null || row.period === null || isRejected(row)) continue
    for (const read of checksOf(row.table.dataset)) {
      if (read.reach !== 'known' || !isComparable(read, row.period)) continue
      const known = knownNames(read, row.table.dataset, row.period, row.region.region_code, recall, datasets)
      const result = evaluate(read.formula, { ...row.values, ...known })
      if (result !== null && !result.holds)
        row.findings.push(brokenCheck(row, read.check, read.formula, result, datasets))
    }
  }
}

/** What is counted from January on is not compared with last December. */
function isComparable({ check }: ReadCheck, period: Period): boolean {
  return !check.within_year || shiftPeriod(period, -1).slice(0, 4) === period.slice(0, 4)
}

/** The figures of a formula that are not the row's own. */
export function knownNames(
  { formula }: ReadCheck,
  dataset: Dataset,
  period: Period,
  region: RegionCode,
  recall: Recall,
  datasets: readonly Dataset[],
): Record<string, number | null> {
  const figures: Record<string, number | null> = {}
  for (const name of columnsOf(formula)) {
    const source = sourceOf(name)
    if (source.from === 'last') figures[name] = recall(dataset.id, shiftPeriod(period, -1), region, source.column)
    if (!('dataset' in source)) continue
    const compared = comparedPeriod(source.dataset, period, datasets)
    figures[name] = compared === null ? null : recall(source.dataset, compared, region, source.column)
  }
  return figures
}
