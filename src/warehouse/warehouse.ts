import {
  type DuckDBConnection,
  DuckDBDataChunkWriter,
  DuckDBInstance,
  DuckDBTypeId,
  type JS,
  JSToDuckDBValueConverter,
} from '@duckdb/node-api'

/** A value as queries give it: counts and decimals as numbers, days as `YYYY-MM-DD`, times as ISO in UTC. */
export type SqlValue = string | number | boolean | null
export type SqlRow = Record<string, SqlValue>

/** What may be written into a column. */
export type Writable = string | number | bigint | boolean | Date | null

/** A statement that the engine refused, with its text and the engine's own error as cause. */
export class QueryError extends Error {
  override readonly name = 'QueryError'
  constructor(
    readonly sql: string,
    cause: unknown,
  ) {
    super(`${cause instanceof Error ? cause.message : String(cause)}\n\nin:\n${sql}`, { cause })
  }
}

const numeric = new Set([
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.DECIMAL,
])

/** Result of a query: the columns in order, and the rows. */
export interface Result {
  columns: { name: string; type: string }[]
  rows: SqlRow[]
}

/** One open database file. One instance a process and file: two of them would diverge without a word. */
export class Warehouse {
  private isOpen = true
  /** What is still running. The engine crashes when it is let go of in the middle of a query, so closing waits. */
  private running: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  /**
   * Opens a file (`:memory:` for none). `readOnly` is for published releases: no writing, no other files, no extensions. What is written
   * lasts from the next `checkpoint` or `close` on: a file that is not finished is thrown away, so no log is kept, which would wait for
   * the disk at every statement. A stale log beside the file would be replayed into it; files in the newest format refuse that.
   */
  static async open(path: string, options: { readOnly: boolean } = { readOnly: false }): Promise<Warehouse> {
    const instance = await DuckDBInstance.create(options.readOnly ? path : ':memory:', {
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      ...(options.readOnly ? { access_mode: 'READ_ONLY' } : {}),
    })
    const warehouse = new Warehouse(instance, await instance.connect())
    await warehouse.run("set timezone = 'UTC'")
    if (options.readOnly) {
      await warehouse.run('set enable_external_access = false')
      await warehouse.run('set lock_configuration = true')
    } else if (path !== ':memory:') {
      const file = path.replaceAll("'", "''")
      // No checkpoint but the asked for: each writes anew whatever tables were touched since.
      await warehouse.run(`set temp_directory = '${file}.tmp'; set checkpoint_threshold = '1TB';
        attach '${file}' as warehouse (storage_version 'latest', recovery_mode 'no_wal_writes'); use warehouse`)
    }
    return warehouse
  }

  /** Runs a statement for its effect. Throws a QueryError. */
  async run(sql: string): Promise<void> {
    await this.inTurn(sql, () => this.connection.run(sql))
  }

  /** Runs a query and reads all of it. `values` are bound to `$1`, `$2`, … Throws a QueryError. */
  async result(sql: string, values: readonly SqlValue[] = []): Promise<Result> {
    // What was read is turned into plain values before the next turn, so nothing touches the engine after it is let go of.
    return this.inTurn(sql, async () => {
      const reader = await this.connection.runAndReadAll(sql, [...values])
      const types = reader.columnTypes()
      const names = reader.deduplicatedColumnNames()
      const rows = reader
        .getRowObjectsJson()
        .map((row) =>
          Object.fromEntries(
            names.map((name, index) => [name, plain(row[name], types[index]?.typeId ?? DuckDBTypeId.VARCHAR)]),
          ),
        )
      return { columns: names.map((name, index) => ({ name, type: String(types[index]) })), rows }
    })
  }

  /** The rows of a query, as the caller declares them. */
  async query<Row = SqlRow>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    return (await this.result(sql, values)).rows as Row[]
  }

  /** Appends rows in the table's column order, in chunks. Throws a QueryError. */
  async append(schema: string, table: string, rows: readonly (readonly Writable[])[]): Promise<void> {
    if (rows.length === 0) return
    await this.inTurn(`-- append to ${schema}.${table}`, async () => {
      const appender = await this.connection.createAppender(table, schema)
      const writer = DuckDBDataChunkWriter.forAppender<JS>(appender, { converter: JSToDuckDBValueConverter })
      for (const row of rows) writer.appendRow(row)
      writer.flush()
      appender.closeSync()
    })
  }

  /** Writes everything to the file itself, so that no log is left beside it, and lets go of it. A second call does nothing. */
  async close(): Promise<void> {
    if (!this.isOpen) return
    this.isOpen = false
    await this.running
    this.connection.closeSync()
    this.instance.closeSync()
  }

  /** One thing at a time on the connection; whatever goes wrong keeps its cause and the SQL. */
  private inTurn<Value>(sql: string, work: () => Promise<Value>): Promise<Value> {
    const turn = this.running.then(work).catch((cause) => {
      throw new QueryError(sql, cause)
    })
    this.running = turn.catch(() => {})
    return turn
  }
}

function plain(value: unknown, type: DuckDBTypeId): SqlValue {
  if (value === null || value === undefined) return null
  if (numeric.has(type)) return Number(value)
  if (type === DuckDBTypeId.TIMESTAMP) return `${String(value).replace(' ', 'T')}Z`
  return typeof value === 'object' ? JSON.stringify(value) : (value as SqlValue)
}

/** A name as it may stand in SQL text. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
