import type { Dataset } from '../domain/dataset.js'
import type { Finding } from '../domain/reject.js'
import {
  addGroup,
  checkParents,
  type ParentGroup,
  parentChecks,
  summedColumns,
} from '../intake/checks/check-parents.js'
import { recallFor } from '../intake/checks/recall.js'
import type { RegionBook } from '../intake/rows/region-book.js'
import { parentSums } from '../warehouse/bulk-facts.js'
import { knownAmong } from '../warehouse/bulk-known.js'
import type { BulkStage } from '../warehouse/bulk-stage.js'
import type { Comparison } from './doubtful-rows.js'

/** What the rows of each region come to, against what the region itself reported. */
export async function parentFindings(
  { warehouse }: BulkStage,
  dataset: Dataset,
  { datasets, wanted }: Comparison,
  groups: Map<string, ParentGroup>,
  book: RegionBook,
): Promise<Finding[]> {
  if (parentChecks(dataset).length === 0) return []
  for (const { sample, ...sure } of await parentSums(warehouse, summedColumns(dataset))) {
    const parent = book.withCode(sample).at(-1)?.parent_code ?? null
    if (parent !== null) addGroup(groups, { ...sure, parent })
  }
  const codes = [...new Set([...groups.values()].map(({ parent }) => parent))]
  const recall = await recallFor(wanted, '', knownAmong(warehouse, codes))
  return checkParents(dataset, groups, recall, datasets, book)
}
