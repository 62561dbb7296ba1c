import { type OriginRemark, rowKey } from '../domain/figure-origin.js'
import type { Severity } from '../domain/reject.js'
import type { Nothing } from '../domain/submission.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** A remark, and what it is about: a place in a file as `sheetKey` says it, or a row of a return. */
export interface Note {
  about: string
  remark: OriginRemark
}

/** A sheet of a file. */
type Sheet = { submission_id: string; sheet: string | null }

/** The key of something on a sheet: `column`, `C:column` (of one panel), `<region>/<period>:column`, `@C7`, `row 7`. */
export function sheetKey({ submission_id, sheet }: Sheet, what: string): string {
  return `${submission_id}/${sheet ?? ''}/${what}`
}

/** What was done with figures of some files' columns, and said about them. `condition` and `values` name files and columns. */
export async function notesOn(
  warehouse: Warehouse,
  condition: string,
  values: [submissions: string, columns: string],
  mask: (text: string) => string,
): Promise<Note[]> {
  return [
    ...(await conversionsOf(warehouse, condition, values)),
    ...(await formulasOf(warehouse, condition, values)),
    ...(await nothingsOf(warehouse, condition, values)),
    ...(await findingsOf(warehouse, values[0], mask)),
  ]
}

/** Of a column, wherever its panel stands: its letters are those of its heading. */
async function conversionsOf(warehouse: Warehouse, condition: string, values: [string, string]): Promise<Note[]> {
  const rows = await warehouse.query<
    Sheet & { column_name: string; letters: string; stated: string; unit: string; factor: number }
  >(
    `select submission_id, sheet, column_name, regexp_extract(cell, '^[A-Z]+') as letters, stated, unit, factor
     from raw.conversions where ${condition}`,
    values,
  )
  return rows.map(({ column_name, letters, stated, unit, factor, ...sheet }) => ({
    about: sheetKey(sheet, `${letters}:${column_name}`),
    remark: { kind: 'converted', stated, unit, factor },
  }))
}

async function formulasOf(warehouse: Warehouse, condition: string, values: [string, string]): Promise<Note[]> {
  const rows = await warehouse.query<Sheet & { column_name: string; cells: number }>(
    `select submission_id, sheet, column_name, sum(cells) as cells from raw.formulas where ${condition}
     group by submission_id, sheet, column_name`,
    values,
  )
  return rows.map(({ column_name, cells, ...sheet }) => ({
    about: sheetKey(sheet, column_name),
    remark: { kind: 'formulas', cells },
  }))
}

async function nothingsOf(warehouse: Warehouse, condition: string, values: [string, string]): Promise<Note[]> {
  type Row = Sheet & { region_code: string; period: string; column_name: string; nothing: Nothing }
  const rows = await warehouse.query<Row>(
    `select submission_id, sheet, region_code, period, column_name, kind as nothing from raw.nothings where ${condition}`,
    values,
  )
  return rows.map(({ region_code, period, column_name, nothing, ...sheet }) => ({
    about: sheetKey(sheet, `${region_code}/${period}:${column_name}`),
    remark: { kind: 'nothing', nothing },
  }))
}

/** Warnings: what a row that was loaded may have. One that names no cell is about the row. */
async function findingsOf(warehouse: Warehouse, submissions: string, mask: (text: string) => string): Promise<Note[]> {
  interface Row extends Sheet {
    row_number: number
    cell: string | null
    severity: Severity
    message: string
    message_en: string
    explanation: string | null
  }
  const rows = await warehouse.query<Row>(
    `select submission_id, sheet, row_number, cell, severity, message, message_en, explanation from raw.rejects
     where submission_id in ${inList(1)} and severity = 'warn' and row_number is not null`,
    [submissions],
  )
  return rows.map(({ row_number, cell, severity, message, message_en, explanation, ...sheet }) => ({
    about: sheetKey(sheet, cell === null ? `row ${row_number}` : `@${cell}`),
    remark: {
      ...{ kind: 'finding', severity },
      message: { zh: mask(message), en: mask(message_en) },
      explanation: explanation && mask(explanation),
    },
  }))
}

/** Corrections that the installation declared for a return's rows, by `rowKey` and column; none in a warehouse that knows of none. */
export async function correctionsOf(
  warehouse: Warehouse,
  dataset: string,
  mask: (text: string) => string,
): Promise<Note[]> {
  const [table] = await warehouse.query(
    "select 1 as one from duckdb_tables() where schema_name = 'marts' and table_name = 'corrections'",
  )
  if (table === undefined) return []
  type Correction = Omit<Extract<OriginRemark, { kind: 'corrected' }>, 'kind'>
  const rows = await warehouse.query<Correction & { region_code: string; period: string; column_name: string | null }>(
    `select region_code, period, column_name, line, action, found, put, decided_on, decided_by, reason
     from marts.corrections where dataset = $1 order by line`,
    [dataset],
  )
  return rows.map(({ region_code, period, column_name, ...correction }) => ({
    about: `${rowKey(dataset, region_code, period)}/${column_name ?? ''}`,
    remark: { kind: 'corrected', ...correction, reason: mask(correction.reason) },
  }))
}
