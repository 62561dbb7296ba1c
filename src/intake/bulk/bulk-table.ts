import type { BulkPeriod, BulkRecord } from '../../domain/bulk.js'
import { monthsOf, type Period } from '../../domain/period.js'
import type { GridRow } from '../reading/grid.js'
import { type DatedTable, periodsOf } from '../rows/read-rows.js'
import { readValue } from '../rows/read-value.js'
import { personalNumberIn } from '../table/personal.js'
import type { Table } from '../table/table.js'

/** A staged record as a row of a grid. */
export function gridRow({ number, cells }: BulkRecord): GridRow {
  return { number, cells: cells.map((text) => ({ text, value: text })) }
}

/** The table with some of its rows only. */
export function withRows(dated: DatedTable, rows: readonly GridRow[]): DatedTable {
  return { ...dated, table: { ...dated.table, rows } }
}

/** What each text in the column of periods means; without such a column, the period of the whole table. */
export function bulkPeriods(dated: DatedTable, texts: readonly string[]): BulkPeriod[] {
  const { period: at } = dated.table
  if (at === null) return [bulkPeriod('', dated.period)]
  return texts.map((text) => {
    const cells = Array.from({ length: at + 1 }, (_, index) => ({ text: index === at ? text : '', value: text }))
    const [period] = periodsOf(withRows(dated, [{ number: 1, cells }]))
    return bulkPeriod(text, period ?? null)
  })
}

function bulkPeriod(text: string, period: Period | null): BulkPeriod {
  if (period === null) return { text, period, month: null }
  return { text, period, month: monthsOf(period).last }
}

/** What a text at a position means: its value as text, whether that is all there is to say about it, and whether it refuses the row. */
export function readOddText(
  { measures }: Table,
  { at, text }: { at: number; text: string },
): { at: number; text: string; value: string | null; isGood: boolean; isBad: boolean } {
  const measure = measures.find((one) => one.at === at)
  if (measure === undefined) throw new Error(`no column of the return at position ${at}`)
  const read = readValue({ text, value: text }, measure.column, measure.factor)
  if (!('value' in read)) return { at, text, value: null, isGood: false, isBad: true }
  if (read.nothing) return { at, text, value: null, isGood: false, isBad: false }
  return { at, text, value: read.value === null ? null : String(read.value), isGood: true, isBad: false }
}

/** The first of the records that shows a person's number at the position. */
export function firstPersonal(records: readonly BulkRecord[], at: number): BulkRecord | undefined {
  return records.find(({ cells }) => personalNumberIn(cells[at] ?? '') !== null)
}
