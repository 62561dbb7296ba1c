import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Text } from '../domain/text.js'
import { type Reach, reachOf, unitedReach } from './reach.js'
import { parseSql, type Query } from './sql-tree.js'
import type { Warehouse } from './warehouse.js'

/** A table made by SQL: one select, or the union of the selects of several topics that name the same table. */
export interface Model {
  /** `marts.alerts` */
  table: string
  /** The select: the file's text, or several joined by `union all`. */
  sql: string
  /** The columns that make a row unique, from the second line. */
  grain: string[]
  /** How it is brought up to date when some periods changed, from the third line. */
  reach: Reach
  /** Its rows come in the stored order of what it reads, from the fourth line: sorting them once more would only take time. */
  keepsOrder: boolean
  files: string[]
}

/** A query that must return nothing. */
export interface Audit {
  /** `shared/roll_up_differs` */
  name: string
  /** What it says about the rows it returns: the first line, and the second where that begins with `-- zh: `. */
  meaning: Text
  sql: string
}

/** Files of every topic with these names make one table together: their rows are put under one another. */
const united: Record<string, string> = { indicators: 'marts.indicator_parts', direct: 'marts.indicator_direct' }

/** The table that a model file makes, from its path below the model folder. */
export function tableOf(file: string): string {
  const topic = dirname(file)
  const name = basename(file, '.sql')
  if (topic === 'shared') return `marts.${name}`
  if (name === 'staging') return `staging.${topic}`
  return united[name] ?? `marts.${topic}_${name}`
}

/** The grain that the second line declares. Throws when there is none. */
export function grainOf(file: string, sql: string): string[] {
  const match = /^-- grain: (.+)$/.exec(sql.split('\n')[1] ?? '')
  if (!match?.[1]) throw new Error(`second line is not "-- grain: …": ${file}`)
  return match[1].split(',').map((name) => name.trim())
}

/** Reads every model and audit below a folder, in order of path. */
export async function readModels(folder: string): Promise<{ models: Model[]; audits: Audit[] }> {
  const entries = await readdir(folder, { recursive: true })
  const files = entries.filter((file) => file.endsWith('.sql')).sort()
  const models = new Map<string, Model>()
  const audits: Audit[] = []
  for (const file of files) {
    const path = relative(folder, join(folder, file)).split(sep).join('/')
    const sql = (await readFile(join(folder, file), 'utf8')).trim()
    if (basename(dirname(path)) === 'audits') {
      const [en = '', next = ''] = sql.split('\n').map((line) => line.replace(/^-- /, ''))
      const meaning = { zh: next.startsWith('zh: ') ? next.slice('zh: '.length) : en, en }
      audits.push({ name: `${dirname(dirname(path))}/${basename(path, '.sql')}`, meaning, sql })
      continue
    }
    const table = tableOf(path)
    const grain = grainOf(path, sql)
    const reach = reachOf(path, sql)
    const before = models.get(table)
    models.set(table, {
      table,
      grain,
      keepsOrder: sql.split('\n')[3] === '-- order: kept',
      reach: before ? unitedReach(before.reach, reach) : reach,
      sql: before ? `${before.sql}\nunion all\n(\n${sql}\n)` : `(\n${sql}\n)`,
      files: [...(before?.files ?? []), path],
    })
  }
  return { models: [...models.values()], audits }
}

/** The schema-qualified tables that each of some selects reads, as the engine's own parser sees them. */
export async function tablesRead(warehouse: Warehouse, selects: readonly string[]): Promise<string[][]> {
  return (await parseSql(warehouse, selects)).map(tablesIn)
}

function tablesIn(query: Query): string[] {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, schema_name, table_name } = node as { type?: string; schema_name?: string; table_name?: string }
    if (type === 'BASE_TABLE' && schema_name && table_name) found.add(`${schema_name}.${table_name}`)
    for (const child of Object.values(node)) visit(child)
  }
  visit(query)
  return [...found].sort()
}

/** A model with the tables that it reads, in an order in which each comes after those. */
export interface OrderedModel extends Model {
  reads: readonly string[]
}

/** The models so that each comes after all that it reads. Throws when two read each other, or one reads what nothing makes. */
export async function inOrder(warehouse: Warehouse, models: readonly Model[]): Promise<OrderedModel[]> {
  const tables = await tablesRead(
    warehouse,
    models.map(({ sql }) => sql),
  )
  const reads = new Map(models.map(({ table }, at) => [table, tables[at] ?? []]))
  const ordered: OrderedModel[] = []
  const done = new Set<string>()
  const place = (model: Model, path: string[]): void => {
    if (done.has(model.table)) return
    if (path.includes(model.table)) throw new Error(`models read each other: ${[...path, model.table].join(' -> ')}`)
    const needs = reads.get(model.table) ?? []
    for (const table of needs) {
      const needed = models.find((other) => other.table === table)
      if (needed) place(needed, [...path, model.table])
      else if (!table.startsWith('raw.')) throw new Error(`no model makes ${table}, which ${model.files[0]} reads`)
    }
    done.add(model.table)
    ordered.push({ ...model, reads: needs })
  }
  for (const model of models) place(model, [])
  return ordered
}
