import type { Column } from '../../domain/column.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { cellAt } from '../reading/grid.js'
import { readValue } from '../rows/read-value.js'
import type { ReadRow } from '../rows/row.js'
import type { MeasureColumn, Table, TotalRow } from '../table/table.js'

/**
 * Compares the totals that a table states with the sum of its rows; a difference is shown with both figures. The total of one of
 * several panels beside each other may be of all of them: `sheet` is the rows of all, the panel's own among them.
 */
export function checkTotals(table: Table, rows: readonly ReadRow[], sheet: readonly ReadRow[] = rows): Finding[] {
  const marks = table.totals.map(({ after }) => after)
  return table.totals.flatMap((total, index) => {
    // 小计 may stand below its rows or above them; 合计 is of all rows wherever it stands.
    const above = rows.slice(marks[index - 1] ?? 0, total.after)
    const below = rows.slice(total.after, marks[index + 1] ?? rows.length)
    const parts = total.partial ? [above, below] : sheet === rows ? [rows] : [sheet, rows]
    return table.measures.flatMap((measure) => {
      if (!isAdditive(measure.column)) return []
      return (
        difference(
          table,
          total,
          measure,
          parts.filter((part) => part.length > 0),
        ) ?? []
      )
    })
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
  parts: readonly (readonly ReadRow[])[],
): Finding | null {
  const cell = cellAt(row, at)
  const read = readValue(cell, { ...column, required: false, min: null, max: null }, factor)
  // A total that cannot be read, or over a cell that cannot be read, says nothing.
  const stated = 'value' in read ? read.value : null
  if (typeof stated !== 'number' || parts.flat().some(({ unread }) => unread.has(column.name))) return null
  const sums = parts.map((part) => part.reduce((sum, { values }) => sum + Number(values[column.name] ?? 0), 0))
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
