import type { Period } from '../domain/period.js'
import { type Changed, periodsIn } from './changed.js'
import type { OrderedModel } from './model.js'
import { listOf, type Partial } from './partial.js'
import { datasetOf, timelessTables } from './raw-tables.js'
import { type LookBack, periodsAfter, periodsBefore } from './reach.js'
import { makeAnew } from './transform.js'
import { updateRuns } from './update-runs.js'
import type { Warehouse } from './warehouse.js'

/** The periods whose rows may differ, by table. */
export type Touched = ReadonlyMap<string, ReadonlySet<Period>>

/**
 * What is reached when the rows of `raw` of some periods changed: those periods, and later ones that look back on them. A model that reads
 * the rows of a return has rows of that return alone, whatever else it reads.
 */
export function touchedBy(models: readonly OrderedModel[], changed: Changed): Touched {
  const touched = new Map<string, ReadonlySet<Period>>()
  const none: ReadonlySet<Period> = new Set()
  const any = periodsIn(changed)
  const touchedOf = (table: string) => {
    const dataset = datasetOf(table)
    if (dataset !== null) return changed.get(dataset) ?? none
    return timelessTables.has(table) ? none : table.startsWith('raw.') ? any : (touched.get(table) ?? none)
  }
  for (const { table, reach, reads } of models) {
    const returns = reads.filter((read) => datasetOf(read) !== null)
    const periods = new Set((returns.length > 0 ? returns : reads).flatMap((read) => [...touchedOf(read)]))
    for (const back of reach.kind === 'period' ? reach.back : [])
      for (const read of back.at === null ? reads : [back.at])
        for (const period of touchedOf(read)) for (const after of periodsAfter(period, back)) periods.add(after)
    touched.set(table, periods)
  }
  return touched
}

/**
 * Brings tables up to date after rows of some periods changed: they then hold the same rows as if all were worked out anew. `models` in
 * order; those for which `include` is false are left as they are. Throws a QueryError.
 */
export async function updateModels(
  warehouse: Warehouse,
  partial: Partial,
  models: readonly OrderedModel[],
  changed: Changed,
  include: (model: OrderedModel) => boolean = () => true,
): Promise<void> {
  const touched = touchedBy(models, changed)
  for (const model of models.filter(include)) {
    const periods = touched.get(model.table) ?? new Set<Period>()
    if (periods.size === 0) continue
    if (model.reach.kind === 'whole') await makeAnew(warehouse, model)
    if (model.reach.kind === 'runs') await updateRuns(warehouse, partial, model, periods)
    if (model.reach.kind === 'period') await updatePeriods(warehouse, partial, model, model.reach.back, periods)
  }
}

async function updatePeriods(
  warehouse: Warehouse,
  partial: Partial,
  { table, sql, reads }: OrderedModel,
  back: readonly LookBack[],
  periods: ReadonlySet<Period>,
): Promise<void> {
  const looked = [...periods].flatMap((period) => back.flatMap((one) => periodsBefore(period, one)))
  const wanted = `where period in (${listOf(periods)})`
  await partial.show(reads, partial.during(new Set([...periods, ...looked])))
  await warehouse.run(`delete from ${table} ${wanted}`)
  await partial.insert(table, `select * from (${sql}) ${wanted}`)
}
