import type { Period } from '../domain/period.js'
import type { OrderedModel } from './model.js'
import { timelessTables } from './raw-tables.js'
import { quoted, type Warehouse } from './warehouse.js'

/**
 * A database in memory beside the main one, with the same names in it, in which only some periods are seen: a model's own text, run
 * there, works out those periods alone. One at a time for a warehouse.
 */
export class Partial {
  private constructor(
    private readonly warehouse: Warehouse,
    private readonly main: string,
    private readonly views: ReadonlyMap<string, OrderedModel>,
    private readonly withPeriod: ReadonlySet<string>,
  ) {}

  static async open(warehouse: Warehouse, models: readonly OrderedModel[]): Promise<Partial> {
    const [now] = await warehouse.query<{ name: string }>('select current_database() as name')
    const tables = await warehouse.query<{ name: string }>(
      `select schema_name || '.' || table_name as name from duckdb_columns()
       where database_name = current_database() and column_name = 'period'`,
    )
    await warehouse.run(`attach ':memory:' as partly;
      create schema partly.raw; create schema partly.staging; create schema partly.marts`)
    const views = new Map(models.filter(({ reach }) => reach.kind === 'view').map((model) => [model.table, model]))
    const withPeriod = new Set(tables.map(({ name }) => name).filter((name) => !timelessTables.has(name)))
    return new Partial(warehouse, quoted(now?.name ?? ''), views, withPeriod)
  }

  /** The condition that keeps only these periods' rows of a table in sight, for `show`. */
  during(periods: Iterable<Period>): (table: string) => string {
    const list = listOf(periods)
    return (table) => (this.withPeriod.has(table) ? `where period in (${list})` : '')
  }

  /** Runs a select on what `where` leaves in sight of the tables that it reads. Its rows are `partly.main.rows` until the next one. */
  async select(sql: string, reads: readonly string[], where: (table: string) => string): Promise<void> {
    await this.show(reads, where)
    await this.within(() => this.warehouse.run(`create or replace table partly.main.rows as\n${sql}`))
  }

  /** Runs work in which every name is looked up among what is in sight. */
  async within<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.warehouse.run('use partly')
    try {
      return await work()
    } finally {
      await this.warehouse.run(`use ${this.main}`)
    }
  }

  /** Brings tables into sight, each with the condition that holds for its rows; a view is made anew of what it reads. */
  async show(tables: readonly string[], where: (table: string) => string): Promise<void> {
    for (const table of tables) {
      const view = this.views.get(table)
      if (view) {
        await this.show(view.reads, where)
        await this.within(() => this.warehouse.run(`create or replace view ${table} as\n${view.sql}`))
      } else {
        const rows = `select * from ${this.main}.${table} ${where(table)}`
        await this.warehouse.run(`create or replace view partly.${table} as ${rows}`)
      }
    }
  }

  async close(): Promise<void> {
    await this.warehouse.run('detach partly')
  }
}

/** Periods as a list in SQL; that of none holds a null, since an empty list is no SQL. */
export function listOf(periods: Iterable<Period>): string {
  return [...periods].map((period) => `'${period}'`).join(', ') || 'null'
}
