import type { CellValue, Column } from '../domain/column.js'
import type { Dataset } from '../domain/dataset.js'
import { dueDate, type Period } from '../domain/period.js'
import { type RegionCode, reportingUnitOf } from '../domain/region.js'
import { type AcceptedRow, type IntakeResult, type Receipt, receivedOn, submissionIdOf } from '../domain/submission.js'
import type { Brought } from './brought.js'
import type { Warehouse, Writable } from './warehouse.js'

/** A received file with its place in the order of receipt, and what intake made of it. */
export interface Submission<Result = Omit<IntakeResult, 'accepted'>> {
  receipt: Receipt
  seq: number
  result: Result
}

/**
 * Appends one received file: its line, its findings, and the rows that passed; `brought` is told of them. `seq` is its place in the
 * order of receipt. Nothing is ever updated: a later file for the same unit and period is a new vintage beside the old one.
 */
export async function loadSubmission(
  warehouse: Warehouse,
  datasets: readonly Dataset[],
  brought: Brought,
  submission: Submission<IntakeResult>,
): Promise<void> {
  await loadReceipt(warehouse, datasets, brought, submission)
  const { receipt, result } = submission
  const dataset = datasets.find(({ id }) => id === result.dataset)
  if (!dataset || result.accepted.length === 0) return
  const submissionId = submissionIdOf(receipt)
  await appendAccepted(warehouse, dataset, submissionId, result.accepted)
  const units = unitsOf(result)
  await warehouse.append(
    'raw',
    'submission_units',
    units.map(({ unit, period, rows }) => [submissionId, dataset.id, unit, period, BigInt(rows)]),
  )
  brought.addUnits(submissionId, dataset.id, units)
}

/** Appends what is known of a received file beside its rows: its line, its findings, and how its columns were read. */
export async function loadReceipt(
  warehouse: Warehouse,
  datasets: readonly Dataset[],
  brought: Brought,
  { receipt, seq, result }: Submission,
): Promise<void> {
  const submissionId = submissionIdOf(receipt)
  const dataset = datasets.find(({ id }) => id === result.dataset)
  const lastPeriod = result.period?.split('/').at(-1) ?? null
  const due = dataset && lastPeriod ? new Date(`${dueDate(lastPeriod, dataset.due_day)}T00:00:00Z`) : null
  const subject = { dataset: result.dataset, reporting_unit: result.reporting_unit, period: result.period }
  await warehouse.append('raw', 'submissions', [
    [
      submissionId,
      BigInt(seq),
      result.dataset,
      result.reporting_unit,
      result.period,
      new Date(receipt.received_at),
      receipt.file_name,
      receipt.sha256,
      result.verdict,
      BigInt(result.rows.in),
      BigInt(result.rows.loaded),
      BigInt(result.rows.rejected),
      result.rows.loaded === 0 ? null : brought.before(subject),
      new Date(`${receivedOn(receipt)}T00:00:00Z`),
      due,
    ],
  ])
  await warehouse.append(
    'raw',
    'rejects',
    result.findings.map((finding) => [
      submissionId,
      finding.sheet,
      finding.row === null ? null : BigInt(finding.row),
      finding.column,
      finding.cell,
      finding.original,
      finding.code,
      finding.severity,
      finding.message.zh,
      finding.message.en,
      finding.explanation,
    ]),
  )
  if (!dataset || result.rows.loaded === 0) return
  brought.addFile(submissionId, subject)
  await warehouse.append(
    'raw',
    'conversions',
    result.conversions.map((one) => [submissionId, one.sheet, one.column, one.cell, one.stated, one.unit, one.factor]),
  )
  await warehouse.append(
    'raw',
    'formulas',
    result.formulas.map(({ sheet, column, cell, cells }) => [submissionId, sheet, column, cell, BigInt(cells)]),
  )
  await warehouse.append(
    'raw',
    'column_places',
    result.columns.map(({ sheet, table_number, column, letters, header }) => [
      ...[submissionId, sheet, table_number === null ? null : BigInt(table_number)],
      ...[column, letters, header],
    ]),
  )
}

/** The tables that accepted rows go to, where they are not those of the return itself. */
export interface RowTables {
  schema: string
  rows: string
  nothings: string
}

/** Appends rows that passed, and the cells of them that are empty for a stated reason. */
export async function appendAccepted(
  warehouse: Warehouse,
  dataset: Dataset,
  submissionId: string,
  accepted: readonly AcceptedRow[],
  into: RowTables = { schema: 'raw', rows: dataset.id, nothings: 'nothings' },
): Promise<void> {
  await warehouse.append(
    into.schema,
    into.nothings,
    accepted.flatMap(({ sheet, row_number, region_code, period, nothing }) =>
      Object.entries(nothing).map(([column, kind]) => [
        ...[submissionId, sheet, BigInt(row_number)],
        ...[region_code, period, column, kind],
      ]),
    ),
  )
  await warehouse.append(
    into.schema,
    into.rows,
    accepted.map((row) => [
      submissionId,
      row.sheet,
      row.table_number === null ? null : BigInt(row.table_number),
      BigInt(row.row_number),
      row.region_code,
      row.period,
      ...dataset.columns.map((column) => stored(column, row.values[column.name] ?? null)),
    ]),
  )
}

/** The unit-period pairs that a file covers, with how many rows it brings for each. */
function unitsOf(result: IntakeResult): { unit: RegionCode; period: Period; rows: number }[] {
  const counts = new Map<string, { unit: RegionCode; period: Period; rows: number }>()
  for (const { region_code, period } of result.accepted) {
    const unit = reportingUnitOf(region_code)
    const entry = counts.get(`${unit}/${period}`)
    if (entry) entry.rows += 1
    else counts.set(`${unit}/${period}`, { unit, period, rows: 1 })
  }
  return [...counts.values()]
}

function stored(column: Column, value: CellValue): Writable {
  if (value === null) return null
  if (column.kind === 'count') return BigInt(value)
  if (column.kind === 'date') return new Date(`${value}T00:00:00Z`)
  return value
}
