import type { CellValue } from '../../domain/column.js'
import type { Period } from '../../domain/period.js'
import type { Region } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import type { Nothing } from '../../domain/submission.js'
import type { GridRow } from '../reading/grid.js'
import type { Table } from '../table/table.js'

/** A row of data as read: what it is about, its values, and everything found on it. */
export interface ReadRow {
  table: Table
  source: GridRow
  region: Region | null
  period: Period | null
  /** By column name, null where blank or unreadable. */
  values: Record<string, CellValue>
  /** By column name, why a value is null where something was written. */
  nothing: Record<string, Nothing>
  /** Columns whose cell could not be read: a sum over them says nothing. */
  unread: ReadonlySet<string>
  findings: Finding[]
}

/** True when something found on the row keeps it from being loaded. */
export function isRejected(row: ReadRow): boolean {
  return row.findings.some(({ severity }) => severity === 'reject')
}
