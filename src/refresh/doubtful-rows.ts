import type { BulkShape } from '../domain/bulk.js'
import type { Dataset } from '../domain/dataset.js'
import type { WantedFigure } from '../domain/known.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { gridRow, withRows } from '../intake/bulk/bulk-table.js'
import { checkAgainstKnown } from '../intake/checks/check-against.js'
import { checkDuplicates, type FirstRows } from '../intake/checks/check-duplicates.js'
import { checkJumps } from '../intake/checks/check-jumps.js'
import { checkMagnitude, type Middles } from '../intake/checks/check-magnitude.js'
import { addToGroups, type ParentGroup } from '../intake/checks/check-parents.js'
import { checkFigures } from '../intake/checks/check-rows.js'
import { type Segment, segmentOf } from '../intake/checks/check-totals.js'
import { explainAll } from '../intake/checks/explain.js'
import { recallFor } from '../intake/checks/recall.js'
import type { FindingList } from '../intake/finding-list.js'
import { acceptedRow } from '../intake/judge.js'
import { type DatedTable, readRows } from '../intake/rows/read-rows.js'
import type { RegionBook } from '../intake/rows/region-book.js'
import { isRejected, type ReadRow } from '../intake/rows/row.js'
import type { Unit } from '../intake/table/find-unit.js'
import { skipLost, sumSegments } from '../warehouse/bulk-facts.js'
import { knownAmong } from '../warehouse/bulk-known.js'
import { keepExtra } from '../warehouse/bulk-load.js'
import type { BulkStage } from '../warehouse/bulk-stage.js'

/** So many rows are held at a time. */
const page = 1_000

/** What the rows that were looked at one by one come to. */
export interface DoubtfulRows {
  rows: number
  bad: number
  /** Regions and periods that they are about, also of refused ones. */
  present: { region_code: RegionCode; period: Period }[]
  /** Around each of the table's totals, with the rows that were not looked at. */
  segments: Segment[]
  /** What they come to in each region above theirs. */
  groups: Map<string, ParentGroup>
}

/** What rows are held against beside what stands in them. */
export interface Comparison {
  datasets: readonly Dataset[]
  wanted: readonly WantedFigure[]
  middles: Middles
}

/**
 * Reads every doubtful record as rows of a small file are read, a page at a time, and keeps the accepted ones aside. When no more
 * findings are listed, rows that are lost in any case are only counted.
 */
export async function readDoubtful(
  stage: BulkStage,
  shape: BulkShape,
  dated: DatedTable,
  unit: Unit | null,
  book: RegionBook,
  list: FindingList,
  { datasets, wanted: figures, middles }: Comparison,
): Promise<DoubtfulRows> {
  const { warehouse } = stage
  const { table } = dated
  const lines = table.totals.map(({ row }) => row.number)
  const staged = lines.length === 0 ? [] : await sumSegments(warehouse, shape, lines)
  const result: DoubtfulRows = {
    ...{ rows: 0, bad: 0, present: [], groups: new Map() },
    segments: staged.map((segment) => ({ ...segment, unread: new Set() })),
  }
  const firsts: FirstRows = new Map()
  // Totals need the figures of every row.
  const maySkip = lines.length === 0
  let isSkipping = false
  await skipLost(warehouse, Number.MAX_SAFE_INTEGER)
  for (let after = -1; ; ) {
    if (maySkip && list.isFull && !isSkipping) {
      isSkipping = true
      const skipped = await skipLost(warehouse, after)
      list.addUnlisted(skipped, true)
      result.rows += skipped
      result.bad += skipped
    }
    const wanted = `record > ${after}${isSkipping ? ' and not is_lost' : ''}`
    const records = await stage.records(
      `where t.rowid in (select record from bulk_doubtful where ${wanted} order by record limit ${page}) order by t.rowid`,
    )
    const last = records.at(-1)
    if (last === undefined) return result
    after = last.record
    const rows = readRows(withRows(dated, records.map(gridRow)), unit, book)
    checkFigures(rows)
    checkDuplicates(rows, firsts)
    const codes = rows.flatMap(({ region }) => region?.region_code ?? [])
    const recall = await recallFor(figures, '', knownAmong(warehouse, codes))
    checkMagnitude(rows, recall, middles)
    checkJumps(rows, recall)
    checkAgainstKnown(rows, recall, datasets)
    addToGroups(result.groups, table.dataset, rows)
    explainAll([table], rows, [], new Map())
    for (const row of rows) {
      list.add(row.findings)
      if (row.region && row.period) result.present.push({ region_code: row.region.region_code, period: row.period })
    }
    const accepted = rows.filter((row) => !isRejected(row)).map(acceptedRow)
    await keepExtra(warehouse, table.dataset, accepted)
    result.rows += rows.length
    result.bad += rows.length - accepted.length
    addTo(result.segments, rows, lines)
  }
}

/** Adds rows to the segments that they stand in. */
function addTo(segments: Segment[], rows: readonly ReadRow[], lines: readonly number[]): void {
  if (lines.length === 0) return
  const parts = new Map<number, ReadRow[]>()
  let index = 0
  for (const row of rows) {
    while (index < lines.length && (lines[index] as number) < row.source.number) index += 1
    const part = parts.get(index)
    if (part) part.push(row)
    else parts.set(index, [row])
  }
  for (const [at, part] of parts) {
    const [before, more] = [segments[at] as Segment, segmentOf(part)]
    const sums = { ...before.sums }
    for (const [name, sum] of Object.entries(more.sums)) sums[name] = (sums[name] ?? 0) + sum
    segments[at] = { rows: before.rows + more.rows, sums, unread: new Set([...before.unread, ...more.unread]) }
  }
}
