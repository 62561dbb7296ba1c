import type { Period } from '../domain/period.js'
import type { Warehouse } from './warehouse.js'

/** The latest month that an accepted row of a monthly return is about; null when there is none. */
export async function latestMonth(warehouse: Warehouse): Promise<Period | null> {
  const [row] = await warehouse.query<{ month: Period | null }>(
    "select max(period) as month from raw.submission_units where regexp_matches(period, '^\\d{4}-\\d\\d$')",
  )
  return row?.month ?? null
}
