import type { CellValue } from '../domain/column.js'
import type { Dataset } from '../domain/dataset.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** The current values of a return in a period, by region, of the regions whose code begins with `within`; empty when none are there. */
export async function lastValues(
  warehouse: Warehouse,
  { id, columns }: Dataset,
  period: Period,
  within: string,
): Promise<ReadonlyMap<RegionCode, Readonly<Record<string, CellValue>>>> {
  const names = ['region_code', ...columns.map(({ name }) => name)].map(quoted).join(', ')
  const rows = await warehouse.query<SqlRow & { region_code: string }>(
    `select ${names} from staging.${quoted(id)} where period = $1 and starts_with(region_code, $2)`,
    [period, within],
  )
  // A boolean is never stored, so every value is one of a cell.
  return new Map(rows.map(({ region_code, ...values }) => [region_code, values as Record<string, CellValue>]))
}
