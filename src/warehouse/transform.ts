import { type Audit, inOrder, type Model } from './model.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** An audit that found something: how many rows, and the first ten. */
export interface AuditFailure {
  name: string
  meaning: string
  rows: number
  first: SqlRow[]
}

/** Makes every model's table anew, each after all that it reads. Gives the order. Throws a QueryError. */
export async function runModels(
  warehouse: Warehouse,
  models: readonly Model[],
  progress: (table: string) => void = () => {},
): Promise<Model[]> {
  const ordered = await inOrder(warehouse, models)
  await warehouse.run('create schema if not exists staging; create schema if not exists marts')
  for (const model of ordered) {
    progress(model.table)
    await warehouse.run(`create or replace table ${model.table} as\n${model.sql}`)
  }
  return ordered
}

/** Runs every audit, and for each model the check that its grain is unique and not null. Gives those that found something. */
export async function runAudits(
  warehouse: Warehouse,
  models: readonly Model[],
  audits: readonly Audit[],
): Promise<{ run: number; failures: AuditFailure[] }> {
  const all = [...models.map(grainAudit), ...audits]
  const failures: AuditFailure[] = []
  for (const audit of all) {
    const rows = await warehouse.query(audit.sql)
    if (rows.length > 0) {
      failures.push({ name: audit.name, meaning: audit.meaning, rows: rows.length, first: rows.slice(0, 10) })
    }
  }
  return { run: all.length, failures }
}

function grainAudit(model: Model): Audit {
  const columns = model.grain.map(quoted).join(', ')
  const missing = model.grain.map((name) => `${quoted(name)} is null`).join(' or ')
  return {
    name: `grain/${model.table}`,
    meaning: `rows of ${model.table} that share their grain (${model.grain.join(', ')}) or lack a part of it`,
    sql: `select ${columns}, count(*) as rows from ${model.table} group by ${columns} having count(*) > 1 or ${missing}`,
  }
}
