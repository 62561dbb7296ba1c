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

  /** What each table in sight was brought there by. */
  private readonly shown = new Map<string, string>()

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

  /** Adds to a table the rows of a select on what is in sight. */
  async insert(table: string, sql: string): Promise<void> {
    await this.within(() => this.warehouse.run(`insert into ${this.main}.${table}\n${sql}`))
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

  /** Brings tables into sight, each with the condition that holds for its rows; a view is made of what it reads. */
  async show(tables: readonly string[], where: (table: string) => string): Promise<void> {
    for (const table of tables) {
      const view = this.views.get(table)
      if (view) {
        await this.show(view.reads, where)
        if (this.shown.get(table) !== view.sql)
          await this.within(() => this.warehouse.run(`create or replace view ${table} as\n${view.sql}`))
        this.shown.set(table, view.sql)
      } else {
        const sql = `select * from ${this.main}.${table} ${where(table)}`
        if (this.shown.get(table) !== sql) await this.warehouse.run(`create or replace view partly.${table} as ${sql}`)
        this.shown.set(table, sql)
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
