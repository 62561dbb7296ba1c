import type { Finding } from '../domain/reject.js'
import type {
  AcceptedRow,
  ColumnPlace,
  Conversion,
  FormulaUse,
  IntakeResult,
  Judged,
  Verdict,
} from '../domain/submission.js'
import { finding } from './finding.js'
import { FindingList } from './finding-list.js'
import { addressOf, lettersOf } from './reading/grid.js'
import { isRejected, type ReadRow } from './rows/row.js'
import type { MeasureColumn, Table } from './table/table.js'

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
    formulas: [],
    columns: [],
  }
}

/** The result of a file whose rows were read: a row with anything to reject is refused, and perhaps the file with it. */
export function judge(
  read: Read,
  partial: 'rows' | 'none',
  tables: readonly Table[],
  rows: readonly ReadRow[],
  findings: readonly Finding[],
): IntakeResult {
  const list = new FindingList(findings)
  for (const row of rows) list.add(row.findings)
  const good = rows.filter((row) => !isRejected(row))
  const judged = judgeCounted(read, partial, tables, { in: rows.length, bad: rows.length - good.length }, list)
  if (judged.rows.loaded === 0) return { ...judged, accepted: [] }
  return { ...judged, accepted: good.map(acceptedRow), formulas: formulasIn(good) }
}

/** The same when rows and findings were counted on the way. */
export function judgeCounted(
  read: Read,
  partial: 'rows' | 'none',
  tables: readonly Table[],
  counts: { in: number; bad: number },
  list: FindingList,
): Judged {
  if (counts.bad > 0 && partial === 'none') {
    const { accepted: _, ...refused } = refuse(
      read,
      [...list.listed(), finding('reject', 'rows_refuse_file', {}, { count: counts.bad })],
      counts.in,
    )
    return refused
  }
  const loaded = counts.in - counts.bad
  const verdict: Verdict =
    loaded === 0
      ? 'refused'
      : counts.bad > 0
        ? 'partly_accepted'
        : list.isSettled
          ? 'accepted'
          : 'accepted_with_warnings'
  const rows = { in: counts.in, loaded, rejected: counts.bad }
  const [conversions, columns] = [tables.flatMap(conversionsOf), tables.flatMap(columnsOf)]
  return { ...read, verdict, rows, findings: list.listed(), conversions, formulas: [], columns }
}

/** The figures of accepted rows that a formula came to, by column. */
function formulasIn(rows: readonly ReadRow[]): FormulaUse[] {
  const uses = new Map<MeasureColumn, FormulaUse>()
  for (const { table, source } of rows) {
    for (const measure of table.measures) {
      if (!source.cells[measure.at]?.formula) continue
      const use = uses.get(measure)
      if (use) use.cells += 1
      else {
        const cell = addressOf(source.number, measure.at)
        uses.set(measure, { sheet: table.sheet, column: measure.column.name, cell, cells: 1 })
      }
    }
  }
  return [...uses.values()]
}

function conversionsOf({ sheet, headerRow, measures }: Table): Conversion[] {
  return measures.flatMap(({ at, column, factor, stated }) =>
    factor === 1 || stated === null
      ? []
      : [{ sheet, column: column.name, cell: addressOf(headerRow, at), stated, unit: column.unit?.zh ?? '', factor }],
  )
}

function columnsOf({ sheet, number, measures }: Table): ColumnPlace[] {
  return measures.map(({ at, column, header }) => ({
    ...{ sheet, table_number: number },
    ...{ column: column.name, letters: lettersOf(at), header },
  }))
}

/** A row that passed, as it is loaded. */
export function acceptedRow({ table, source, region, period, values, nothing }: ReadRow): AcceptedRow {
  // Both are there when nothing was rejected; a row without them is a programming error.
  if (region === null || period === null) throw new Error(`row ${source.number} was accepted without region or period`)
  const { sheet, number: table_number } = table
  return { sheet, table_number, row_number: source.number, region_code: region.region_code, period, values, nothing }
}
