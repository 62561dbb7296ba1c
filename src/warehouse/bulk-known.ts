import type { Known, WantedFigure } from '../domain/known.js'
import { knownSql } from './known-values.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** Puts figures known before beside the staged file, in `bulk_known`, for the regions whose code begins with `within`. */
export async function putKnown(warehouse: Warehouse, wanted: readonly WantedFigure[], within: string): Promise<void> {
  await warehouse.run(`create or replace temp table bulk_known
    (period varchar, name varchar, dataset varchar, of_period varchar, column_name varchar, region_code varchar, value double)`)
  for (const { period, name, of } of wanted) {
    await warehouse.query(
      `insert into bulk_known
       select $4, $5, $1, $2, $6, region_code, cast(${quoted(of.column)} as double)
       from (${knownSql(of.dataset, [of.column])}) where ${quoted(of.column)} is not null`,
      [of.dataset, of.period, within, period, name, of.column],
    )
  }
}

/** Answers from `bulk_known` for some regions only, so that no more than these are ever held. */
export function knownAmong(warehouse: Warehouse, codes: readonly string[]): Known {
  return async ({ dataset, period, columns }) => {
    const rows = await warehouse.query<SqlRow & { region_code: string; column_name: string; value: number }>(
      `select distinct region_code, column_name, value from bulk_known
       where dataset = $1 and of_period = $2 and region_code in (select unnest(string_split($3, ',')))`,
      [dataset, period, codes.join(',')],
    )
    const known = new Map<string, Record<string, number>>()
    for (const { region_code, column_name, value } of rows) {
      if (!columns.includes(column_name)) continue
      known.set(region_code, { ...known.get(region_code), [column_name]: value })
    }
    return known
  }
}
