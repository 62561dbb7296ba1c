import type { BulkShape } from '../../domain/bulk.js'
import type { Dataset } from '../../domain/dataset.js'
import type { Finding } from '../../domain/reject.js'
import type { GridRow } from '../reading/grid.js'
import { chooseDataset } from '../table/choose-dataset.js'
import type { FoundTable } from '../table/find-table.js'
import { type ReadTable, readTable } from '../table/read-table.js'
import type { RegionTest } from '../table/sort-rows.js'
import { checkSql } from './check-sql.js'
import { bulkColumnOf } from './plain-sql.js'
import type { Head } from './read-head.js'
import { suspicionsOf } from './suspicion-sql.js'

/** Which return a large file is and where its rows begin, from its first rows alone. */
export interface BulkPlan {
  dataset: Dataset
  found: FoundTable
  /** What was found while choosing, before the table itself is read. */
  findings: Finding[]
  /** The line on which the first row below the header begins. */
  fromLine: number
}

/** Finds the table in the first rows, as in a small file; gives the finding that refuses it when there is none. */
export function planBulk(head: Head, fileName: string, datasets: readonly Dataset[]): BulkPlan | Finding {
  const chosen = chooseDataset([head.grid], fileName, datasets)
  if ('severity' in chosen) return chosen
  const found = chosen.tables[0] as FoundTable
  return { ...chosen, found, fromLine: head.nextLines[found.last] as number }
}

/** The planned table with some of its rows: those that have to be looked at one by one. */
export function tableWith({ found }: BulkPlan, rows: readonly GridRow[], regionTest: RegionTest): ReadTable {
  return readTable(
    { ...found, grid: { ...found.grid, rows: [...found.grid.rows.slice(0, found.last + 1), ...rows] } },
    regionTest,
  )
}

/** Where what stands in the staged file; null when its rows have no code, so that every one would have to be looked up by name. */
export function shapeOf({ found }: BulkPlan, { table }: ReadTable): BulkShape | null {
  const { dataset, code, name, period, measures } = table
  if (code === null || dataset.grain === 'nation') return null
  const regions = found.headings.flatMap(({ at, meaning }) =>
    meaning !== null && 'role' in meaning && meaning.role.startsWith('region') ? at : [],
  )
  const figures = found.headings.flatMap(({ at, meaning }) => (meaning !== null && 'column' in meaning ? at : []))
  const leading = Array.from({ length: Math.max(...regions) + 1 }, (_, at) => at)
  return {
    grain: dataset.grain,
    code,
    name,
    period,
    leading: leading.filter((at) => at !== code && !figures.includes(at)),
    columns: measures.map(bulkColumnOf),
    checks: checkSql(dataset, measures),
    refusals: checkSql(dataset, measures, 'reject'),
    suspicions: suspicionsOf(dataset, measures),
  }
}

/** The positions in which a number may be that of a person: money may well have eleven digits, and codes have none of these lengths. */
export function watchedPositions({ found }: BulkPlan, { table }: ReadTable, width: number): number[] {
  const money = table.measures.filter(({ column }) => column.kind === 'amount').map(({ at }) => at)
  return Array.from({ length: Math.max(width, found.headings.length) }, (_, at) => at).filter(
    (at) => at < width && at !== table.code && !money.includes(at),
  )
}

/** The positions that no heading stands over. */
export function unnamedPositions({ found }: BulkPlan, width: number): number[] {
  const named = new Set(found.headings.map(({ at }) => at))
  return Array.from({ length: width }, (_, at) => at).filter((at) => !named.has(at))
}
