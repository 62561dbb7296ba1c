import type { CellValue } from '../domain/column.js'
import { type OriginRow, rowKey } from '../domain/figure-origin.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { quoted, type SqlRow, type Warehouse } from '../warehouse/warehouse.js'
import { OriginNotes } from './origin-notes.js'

/** Rows of a return that are asked for, and the columns of them. */
export interface RowQuestion {
  dataset: string
  columns: readonly string[]
  keys: readonly { region_code: RegionCode; period: Period }[]
}

/** One vintage of a row. */
interface Vintage {
  region_code: RegionCode
  period: Period
  submission_id: string
  sheet: string | null
  table_number: number | null
  row_number: number
  region_name: string | null
  is_current: boolean
  /** The columns as that file has them, and as they count. */
  reported: Record<string, CellValue>
  used: Record<string, CellValue>
}

/**
 * The rows that are in force, each figure with its cell and all that was done with it: by `rowKey`. A row that a correction took out is
 * there without values. `mask` hides personal numbers in what senders wrote.
 */
export async function originRows(
  warehouse: Warehouse,
  question: RowQuestion,
  mask: (text: string) => string,
): Promise<Map<string, OriginRow>> {
  const { dataset, columns } = question
  const vintages = await vintagesOf(warehouse, question)
  const notes = await OriginNotes.read(
    warehouse,
    question,
    [...new Set(vintages.map((row) => row.submission_id))],
    mask,
  )
  const rows = new Map<string, OriginRow>()
  for (const [key, group] of grouped(vintages, dataset)) {
    const [current] = group.filter(({ is_current }) => is_current)
    const row = current ?? (notes.isDropped(key) ? group.at(-1) : undefined)
    if (row === undefined) continue
    const { submission_id, region_code, period, row_number } = row
    const sheet = row.sheet === null ? null : mask(row.sheet)
    const earlier = group.slice(0, group.indexOf(row)).reverse()
    const cells = columns.map((column) => {
      const place = notes.placeOf(row, column)
      const before = earlier.map((vintage) => ({
        kind: 'earlier' as const,
        ...{ submission_id: vintage.submission_id, sheet: vintage.sheet === null ? null : mask(vintage.sheet) },
        cell: notes.placeOf(vintage, column)?.cell ?? null,
        value: vintage.reported[column] ?? null,
      }))
      return {
        ...{ column, value: row.used[column] ?? null },
        ...{ cell: place?.cell ?? null, header: place?.header ?? null },
        remarks: [...notes.onCell(row, column), ...before, ...notes.corrections(key, column)],
      }
    })
    const remarks = [...notes.onRow(row), ...notes.corrections(key, null)]
    rows.set(key, {
      ...{ dataset, region_code, region_name: row.region_name ?? region_code, period },
      ...{ submission_id, sheet, row_number, cells, remarks },
    })
  }
  return rows
}

/** Every accepted vintage of the rows, in the order of receipt. */
async function vintagesOf(warehouse: Warehouse, { dataset, columns, keys }: RowQuestion): Promise<Vintage[]> {
  if (keys.length === 0) return []
  const values = (table: string, prefix: string) =>
    columns.map((column, index) => `, ${table}.${quoted(column)} as ${prefix}_${index}`).join('')
  const rows = await warehouse.query<SqlRow & Omit<Vintage, 'reported' | 'used'>>(
    `with wanted as (
       select unnest(string_split($1, ',')) as region_code, unnest(string_split($2, ',')) as period
     )
     select given.region_code, given.period, given.submission_id, given.sheet, given.table_number, given.row_number,
       (
         select max_by(regions.region_name, regions.valid_from) from marts.regions
         inner join raw.calendar on calendar.dataset = $3 and calendar.period = given.period
         where regions.region_code = given.region_code and regions.valid_from <= calendar.last_month
           and regions.valid_to >= calendar.last_month
       ) as region_name,
       staged.region_code is not null as is_current${values('given', 'reported')}${values('staged', 'used')}
     from raw.${quoted(dataset)} as given
     inner join wanted on wanted.region_code = given.region_code and wanted.period = given.period
     inner join raw.submissions on submissions.submission_id = given.submission_id
     left join staging.${quoted(dataset)} as staged on staged.submission_id = given.submission_id
       and staged.region_code = given.region_code and staged.period = given.period
     order by given.region_code, given.period, submissions.seq`,
    [keys.map(({ region_code }) => region_code).join(','), keys.map(({ period }) => period).join(','), dataset],
  )
  const named = (row: SqlRow, prefix: string) =>
    Object.fromEntries(columns.map((column, index) => [column, row[`${prefix}_${index}`] as CellValue]))
  return rows.map((row) => ({ ...row, reported: named(row, 'reported'), used: named(row, 'used') }))
}

function grouped(vintages: readonly Vintage[], dataset: string): Map<string, Vintage[]> {
  const groups = new Map<string, Vintage[]>()
  for (const vintage of vintages) {
    const key = rowKey(dataset, vintage.region_code, vintage.period)
    groups.set(key, [...(groups.get(key) ?? []), vintage])
  }
  return groups
}
