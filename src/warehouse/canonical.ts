import { quoted, type Warehouse } from './warehouse.js'

/** What a table or view holds, whatever the order in which its rows and columns lie. */
export interface CanonicalTable {
  /** `marts.alerts` */
  table: string
  rows: number
  /** Over the columns by name and type, and over every row as often as it is there. */
  sha256: string
}

/** A column of a table as the engine types it. */
export interface Column {
  name: string
  type: string
}

/**
 * Every table and view of a warehouse in canonical form, by name: two warehouses hold the same exactly when the lists are equal.
 * `catalog` names an attached database; the warehouse's own when null.
 *
 * Rows are not sorted, which would need as much memory as the largest table: each row's sha256 is cut into four numbers of 60
 * bits, and these are summed, so a row more, less or altered shows, and the order does not.
 */
export async function canonicalTables(warehouse: Warehouse, catalog: string | null = null): Promise<CanonicalTable[]> {
  const tables: CanonicalTable[] = []
  for (const [table, columns] of await columnsOf(warehouse, catalog)) {
    const sums = [0, 1, 2, 3].map(
      (part) => `cast(sum(cast('0x' || substr(digest, ${part * 15 + 1}, 15) as bigint)) as varchar) as part_${part}`,
    )
    const shape = JSON.stringify(columns.map(({ name, type }) => [name, type]))
    const [row] = await warehouse.query<{ rows: number; sha256: string }>(
      `select sum_of.rows as rows,
         sha256(concat_ws('|', $1, sum_of.rows, part_0, part_1, part_2, part_3)) as sha256
       from (
         select count(*) as rows, ${sums.join(', ')}
         from (select sha256(${rowText(columns)}) as digest from ${qualified(table, catalog)}) as digests
       ) as sum_of`,
      [shape],
    )
    if (row !== undefined) tables.push({ table, ...row })
  }
  return tables
}

/** The columns of each table and view, by name of the table and then of the column. */
export async function columnsOf(warehouse: Warehouse, catalog: string | null): Promise<Map<string, Column[]>> {
  const rows = await warehouse.query<Column & { table: string }>(
    `select schema_name || '.' || table_name as table, column_name as name, data_type as type
     from duckdb_columns()
     where not internal and database_name = coalesce($1, current_database())
     order by 1, 2`,
    [catalog],
  )
  const tables = new Map<string, Column[]>()
  for (const { table, name, type } of rows) tables.set(table, [...(tables.get(table) ?? []), { name, type }])
  return tables
}

/** `raw.rejects` as SQL names it, in an attached database when one is given. */
export function qualified(table: string, catalog: string | null): string {
  const names = catalog === null ? table.split('.') : [catalog, ...table.split('.')]
  return names.map(quoted).join('.')
}

/** A row as one text that no other row has: each value with its length before it, a null as `n`. */
function rowText(columns: readonly Column[]): string {
  const values = columns.map(({ name }) => {
    const text = `cast(${quoted(name)} as varchar)`
    return `case when ${quoted(name)} is null then 'n' else length(${text}) || ':' || ${text} end`
  })
  return `concat(${values.join(', ')})`
}
