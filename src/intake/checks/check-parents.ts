import type { Dataset } from '../../domain/dataset.js'
import { columnsOf, evaluate, sourceOf } from '../../domain/formula.js'
import type { Period } from '../../domain/period.js'
import type { RegionCode } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import type { RegionBook } from '../rows/region-book.js'
import { isRejected, type ReadRow } from '../rows/row.js'
import { knownNames } from './check-against.js'
import { checksOf, type ReadCheck } from './check-rows.js'
import type { Recall } from './recall.js'
import { brokenParentCheck } from './say-check.js'

/** What the rows below a region come to in a period: how many, and the sums of the columns (null: one was refused or blank). */
export interface ParentGroup {
  parent: RegionCode
  period: Period
  rows: number
  sums: Record<string, number | null>
}

/** So many findings a file gets before they are summed up. */
const maxFindings = 20

/** The checks of a return that hold rows against the region above them. */
export function parentChecks(dataset: Dataset): ReadCheck[] {
  return checksOf(dataset).filter(({ reach }) => reach === 'parent')
}

/** The columns that such checks add up. */
export function summedColumns(dataset: Dataset): string[] {
  const names = parentChecks(dataset).flatMap(({ formula }) => columnsOf(formula))
  return [...new Set(names.filter((name) => name !== 'rows' && sourceOf(name).from === 'row'))]
}

/** Adds rows to the groups of their regions above, by region and period. */
export function addToGroups(groups: Map<string, ParentGroup>, dataset: Dataset, rows: readonly ReadRow[]): void {
  const columns = summedColumns(dataset)
  for (const row of rows) {
    if (row.region?.parent_code == null || row.period === null) continue
    const values = Object.fromEntries(
      columns.map((name) => {
        const value = isRejected(row) ? null : row.values[name]
        return [name, typeof value === 'number' ? value : null]
      }),
    )
    addGroup(groups, { parent: row.region.parent_code, period: row.period, rows: 1, sums: values })
  }
}

/** Adds one group to those that are there. */
export function addGroup(groups: Map<string, ParentGroup>, more: ParentGroup): void {
  const key = `${more.period}/${more.parent}`
  const group = groups.get(key)
  if (!group) {
    groups.set(key, { ...more, sums: { ...more.sums } })
    return
  }
  group.rows += more.rows
  for (const [name, sum] of Object.entries(more.sums)) {
    const before = group.sums[name] ?? null
    group.sums[name] = before === null || sum === null ? null : before + sum
  }
}

/** Holds what the rows of each region add up to against what the region itself reported in another return. */
export function checkParents(
  dataset: Dataset,
  groups: ReadonlyMap<string, ParentGroup>,
  recall: Recall,
  datasets: readonly Dataset[],
  book: RegionBook,
): Finding[] {
  const checks = parentChecks(dataset)
  const broken = [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { parent, period, rows, sums }]) =>
      checks.flatMap((read) => {
        const known = knownNames(read, dataset, period, parent, recall, datasets)
        const result = evaluate(read.formula, { ...sums, rows, ...known })
        if (result === null || result.holds) return []
        const name = book.withCode(parent).at(-1)?.region_name ?? parent
        return brokenParentCheck({ dataset, datasets, read, name, period }, result)
      }),
    )
  if (broken.length <= maxFindings) return broken
  return [
    ...broken.slice(0, maxFindings),
    finding('warn', 'parent_check_more', {}, { count: broken.length - maxFindings }),
  ]
}
