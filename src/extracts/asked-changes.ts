import type { AskedChange } from '../domain/burden-data.js'
import type { Dataset } from '../domain/dataset.js'
import { type Period, yearBefore } from '../domain/period.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/**
 * Columns that the files of a return's last period have and those of the same period a year before had not, or the other way round. The
 * declaration knows only today's columns, so the files themselves are asked: a column that no county filled in before counts as not asked,
 * and one that is no longer declared is not seen. A return of which nothing came then is new.
 */
export async function askedChanges(warehouse: Warehouse, datasets: readonly Dataset[]): Promise<AskedChange[]> {
  const changes: AskedChange[] = []
  for (const { id, title, columns } of datasets) {
    const [row] = await warehouse.query<{ period: Period | null }>(
      'select max(period) as period from marts.current_submissions where dataset = $1',
      [id],
    )
    const period = row?.period ?? null
    if (period === null) continue
    const [now, then] = [await columnsOf(warehouse, id, period), await columnsOf(warehouse, id, yearBefore(period))]
    if (now.size === 0) continue
    const headers = (isOne: (name: string) => boolean) =>
      columns.filter(({ name }) => isOne(name)).map(({ header }) => header)
    const added = headers((name) => now.has(name) && !then.has(name))
    const removed = headers((name) => then.has(name) && !now.has(name))
    if (added.length + removed.length === 0) continue
    const before = then.size === 0 ? null : yearBefore(period)
    changes.push({ dataset: id, title, period, before, added, removed })
  }
  return changes
}

/** The columns that the files in force for a period had. */
async function columnsOf(warehouse: Warehouse, dataset: string, period: Period): Promise<Set<string>> {
  const rows = await warehouse.query<{ column_name: string }>(
    `select distinct places.column_name from raw.column_places as places
     inner join marts.current_submissions on current_submissions.submission_id = places.submission_id
     where current_submissions.dataset = $1 and current_submissions.period = $2`,
    [dataset, period],
  )
  return new Set(rows.map(({ column_name }) => column_name))
}
