import type { Column } from '../../domain/column.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { cellAt } from '../reading/grid.js'
import { readValue } from '../rows/read-value.js'
import type { ReadRow } from '../rows/row.js'
import type { MeasureColumn, Table, TotalRow } from '../table/table.js'

/** Rows that stand between two rows of totals, or before the first, or after the last. */
export interface Segment {
  rows: number
  /** By column name; a blank adds nothing. */
  sums: Readonly<Record<string, number>>
  /** Columns of which a cell could not be read. */
  unread: ReadonlySet<string>
}

/**
 * Compares the totals that a table states with the sum of its rows; a difference is shown with both figures. The total of one of
 * several panels beside each other may be of all of them: `sheet` is the rows of all, the panel's own among them.
 */
export function checkTotals(table: Table, rows: readonly ReadRow[], sheet: readonly ReadRow[] = rows): Finding[] {
  const marks = table.totals.map(({ after }) => after)
  return compareTotals(
    table,
    [...marks, rows.length].map((end, index) => segmentOf(rows.slice(marks[index - 1] ?? 0, end))),
    sheet === rows ? null : segmentOf(sheet),
  )
}

/** One segment, from its rows. */
export function segmentOf(rows: readonly ReadRow[]): Segment {
  const sums: Record<string, number> = {}
  for (const { values } of rows)
    for (const [name, value] of Object.entries(values))
      if (typeof value === 'number') sums[name] = (sums[name] ?? 0) + value
  return { rows: rows.length, sums, unread: new Set(rows.flatMap(({ unread }) => [...unread])) }
}

/** Compares the totals with the sums of the segments around them, of which there is one more. */
export function compareTotals(table: Table, segments: readonly Segment[], sheet: Segment | null = null): Finding[] {
  return table.totals.flatMap((total, index) => {
    // 小计 may stand below its rows or above them; 合计 is of all rows wherever it stands.
    const around = [segments[index], segments[index + 1]].filter((segment) => segment !== undefined)
    const parts = total.partial ? around.map((segment) => [segment]) : sheet === null ? [segments] : [[sheet], segments]
    const filled = parts.filter((part) => part.some(({ rows }) => rows > 0))
    return table.measures.flatMap((measure) =>
      isAdditive(measure.column) ? (difference(table, total, measure, filled) ?? []) : [],
    )
  })
}

/** Whether adding up a column makes sense: counts and sums of money do, rates, averages and extremes do not. */
export function isAdditive({ kind, unit, header }: Column): boolean {
  if (kind === 'count') return true
  return kind === 'amount' && !unit?.zh.includes('/') && !/人均|平均|最低|最高/.test(header.zh)
}

function difference(
  { sheet }: Table,
  { row, label }: TotalRow,
  { at, column, factor }: MeasureColumn,
  parts: readonly (readonly Segment[])[],
): Finding | null {
  const cell = cellAt(row, at)
  const read = readValue(cell, { ...column, required: false, min: null, max: null }, factor)
  // A total that cannot be read, or over a cell that cannot be read, says nothing.
  const stated = 'value' in read ? read.value : null
  if (typeof stated !== 'number' || parts.flat().some(({ unread }) => unread.has(column.name))) return null
  const sums = parts.map((part) => part.reduce((sum, segment) => sum + (segment.sums[column.name] ?? 0), 0))
  const tolerance = 0.005 * Math.max(1, factor)
  const [sum] = sums
  if (sum === undefined || sums.some((one) => Math.abs(one - stated) <= tolerance)) return null
  const place = { sheet, row: row.number, at, column: column.name, original: cell.text }
  return finding('warn', 'total_differs', place, {
    label,
    header: column.header,
    // In the unit of the sheet, as the sender sees it.
    sum: Math.round((sum / factor) * 100) / 100,
  })
}
