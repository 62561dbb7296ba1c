import type { Finding } from '../domain/reject.js'
import type { AcceptedRow, Conversion, IntakeResult, Verdict } from '../domain/submission.js'
import { finding } from './finding.js'
import { addressOf } from './reading/grid.js'
import { isRejected, type ReadRow } from './rows/row.js'
import type { Table } from './table/table.js'

/** What is known of a file when it is judged. */
export interface Read {
  file_name: string
  dataset: string | null
  reporting_unit: string | null
  period: string | null
}

/** The result of a file that is refused before its rows are read: all of them are. */
export function refuse(read: Read, findings: Finding[], rows = 0): IntakeResult {
  return {
    ...read,
    verdict: 'refused',
    rows: { in: rows, loaded: 0, rejected: rows },
    accepted: [],
    findings,
    conversions: [],
  }
}

/** The result of a file whose rows were read: a row with anything to reject is refused, and perhaps the file with it. */
export function judge(
  read: Read,
  partial: 'rows' | 'none',
  tables: readonly Table[],
  rows: readonly ReadRow[],
  findings: Finding[],
): IntakeResult {
  const good = rows.filter((row) => !isRejected(row))
  const bad = rows.length - good.length
  const all = [...findings, ...rows.flatMap((row) => row.findings)]
  if (bad > 0 && partial === 'none')
    return refuse(read, [...all, finding('reject', 'rows_refuse_file', {}, { count: bad })], rows.length)
  const accepted = good.map(acceptedRow)
  const verdict: Verdict =
    accepted.length === 0
      ? 'refused'
      : bad > 0
        ? 'partly_accepted'
        : all.some(({ explanation }) => explanation === null)
          ? 'accepted_with_warnings'
          : 'accepted'
  const counts = { in: rows.length, loaded: accepted.length, rejected: bad }
  if (counts.in !== counts.loaded + counts.rejected)
    throw new Error(`rows do not add up in ${read.file_name}: ${JSON.stringify(counts)}`)
  return { ...read, verdict, rows: counts, accepted, findings: all, conversions: tables.flatMap(conversionsOf) }
}

function conversionsOf({ sheet, headerRow, measures }: Table): Conversion[] {
  return measures.flatMap(({ at, column, factor, stated }) =>
    factor === 1 || stated === null
      ? []
      : [{ sheet, column: column.name, cell: addressOf(headerRow, at), stated, unit: column.unit?.zh ?? '', factor }],
  )
}

function acceptedRow({ table, source, region, period, values, nothing }: ReadRow): AcceptedRow {
  // Both are there when nothing was rejected; a row without them is a programming error.
  if (region === null || period === null) throw new Error(`row ${source.number} was accepted without region or period`)
  return { sheet: table.sheet, row_number: source.number, region_code: region.region_code, period, values, nothing }
}
