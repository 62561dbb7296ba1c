import type { Period } from '../domain/period.js'
import type { Text } from '../domain/text.js'
import { type Audit, type Model, type OrderedModel, tablesRead } from './model.js'
import { Partial } from './partial.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** An audit that found something: how many rows, and the first ten. */
export interface AuditFailure {
  name: string
  meaning: Text
  rows: number
  first: SqlRow[]
}

/** Makes every model's table or view anew. `models` in order. Throws a QueryError. */
export async function runModels(warehouse: Warehouse, models: readonly OrderedModel[]): Promise<void> {
  await warehouse.run('create schema if not exists staging; create schema if not exists marts')
  for (const model of models) await makeAnew(warehouse, model)
}

/** Makes one model's table or view anew. */
export async function makeAnew(warehouse: Warehouse, model: Model): Promise<void> {
  const { table, sql, reach } = model
  if (reach.kind === 'view') await warehouse.run(`create or replace view ${table} as\n${sql}`)
  else await warehouse.run(`create or replace table ${table} as\nselect * from (\n${sql}\n)\n${storedOrder(model)}`)
}

/**
 * Rows of a year lie together, so that who asks for some periods reads no others; within a year each line over time does, whose figures
 * are alike and take less room.
 */
function storedOrder({ grain, keepsOrder }: Model): string {
  if (keepsOrder || !grain.includes('period')) return ''
  const line = grain.filter((name) => name !== 'period').map(quoted)
  return `order by ${['substr(period, 1, 4)', ...line, 'period'].join(', ')}`
}

/**
 * Runs every audit, and for each model the check that its grain is unique and not null, on the rows of some periods; null: of all. A view
 * is worked out whenever it is asked: where all are checked, it is on those of the `recent` periods, which is what pages ask of it. Gives
 * the audits that found something.
 */
export async function runAudits(
  warehouse: Warehouse,
  models: readonly OrderedModel[],
  audits: readonly Audit[],
  periods: ReadonlySet<Period> | null = null,
  recent: ReadonlySet<Period> | null = periods,
): Promise<{ run: number; failures: AuditFailure[] }> {
  const ofViews = models.filter(({ reach }) => reach.kind === 'view').map(grainAudit)
  const rest = [...models.filter(({ reach }) => reach.kind !== 'view').map(grainAudit), ...audits]
  const failures: AuditFailure[] = []
  const partial = await Partial.open(warehouse, models)
  const runDuring = async (some: readonly Audit[], during: ReadonlySet<Period> | null) => {
    const runSome = async () => {
      for (const { name, meaning, sql } of await failing(warehouse, some)) {
        const rows = await warehouse.query(sql)
        failures.push({ name, meaning, rows: rows.length, first: rows.slice(0, 10) })
      }
    }
    if (during === null) return runSome()
    const reads = await tablesRead(
      warehouse,
      some.map(({ sql }) => sql),
    )
    await partial.show([...new Set(reads.flat())], partial.during(during))
    return partial.within(runSome)
  }
  try {
    await runDuring(rest, periods)
    await runDuring(ofViews, periods ?? recent)
  } finally {
    await partial.close()
  }
  return { run: ofViews.length + rest.length, failures }
}

/** Those that find something, asked all at once: one after the other takes longer. */
async function failing(warehouse: Warehouse, audits: readonly Audit[]): Promise<Audit[]> {
  if (audits.length === 0) return []
  const counts = audits.map(({ sql }, at) => `select ${at} as audit, count(*) as found from (\n${sql}\n)`)
  const rows = await warehouse.query<{ audit: number; found: number }>(counts.join('\nunion all\n'))
  const found = new Set(rows.flatMap((row) => (row.found > 0 ? [row.audit] : [])))
  return audits.filter((_, at) => found.has(at))
}

function grainAudit(model: Model): Audit {
  const columns = model.grain.map(quoted).join(', ')
  const missing = model.grain.map((name) => `${quoted(name)} is null`).join(' or ')
  const said = `rows of ${model.table} that share their grain (${model.grain.join(', ')}) or lack a part of it`
  return {
    name: `grain/${model.table}`,
    meaning: { zh: said, en: said },
    sql: `select ${columns}, count(*) as rows from ${model.table} group by ${columns} having count(*) > 1 or ${missing}`,
  }
}
