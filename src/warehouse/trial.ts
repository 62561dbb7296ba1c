import type { Threshold } from '../domain/threshold.js'
import { thresholdRows } from './load-reference.js'
import type { OrderedModel } from './model.js'
import { createRawTables } from './raw-tables.js'
import { makeAnew } from './transform.js'
import { Warehouse } from './warehouse.js'

/** What judgement is made of besides the lines: it is only read, where it lies. */
const given = {
  raw: ['run', 'calendar', 'indicators', 'regions', 'withdrawals'],
  marts: ['regions', 'indicator_values'],
} as const

/** The models that lines reach. */
const judging = ['marts.kinds', 'marts.thresholds_in_force', 'marts.statuses', 'marts.alert_runs']

/**
 * A warehouse in memory beside a release's, in which its whole history is judged by other lines; the release's own tables are there as
 * `release.…`. Nothing is written to disk. The caller closes it.
 */
export async function openTrial(
  file: string,
  models: readonly OrderedModel[],
  thresholds: readonly Threshold[],
): Promise<Warehouse> {
  const warehouse = await Warehouse.open(':memory:')
  try {
    await warehouse.run(`attach '${file.replaceAll("'", "''")}' as release (read_only); create schema marts`)
    await createRawTables(warehouse, [])
    for (const [schema, tables] of Object.entries(given))
      for (const table of tables)
        await warehouse.run(
          `drop table if exists ${schema}.${table}; create view ${schema}.${table} as select * from release.${schema}.${table}`,
        )
    await warehouse.append('raw', 'thresholds', thresholdRows(thresholds))
    for (const model of models.filter(({ table }) => judging.includes(table))) await makeAnew(warehouse, model)
    return warehouse
  } catch (error) {
    await warehouse.close()
    throw error
  }
}
