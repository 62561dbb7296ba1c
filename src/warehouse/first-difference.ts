import { type Column, canonicalTables, columnsOf, qualified } from './canonical.js'
import { quoted, type SqlRow, Warehouse } from './warehouse.js'

/** The first table, by name, in which two warehouses differ. */
export type Difference =
  | { table: string; kind: 'missing_left' | 'missing_right' }
  | { table: string; kind: 'columns'; left: string[]; right: string[] }
  /** The first row, in the order of its values, that the one has and the other has not (or not as often). */
  | { table: string; kind: 'rows'; left: SqlRow | null; right: SqlRow | null }

/** Compares the warehouses in two files, which nobody may have open for writing. Null when they hold the same. */
export async function firstDifference(left: string, right: string): Promise<Difference | null> {
  const warehouse = await Warehouse.open(':memory:')
  try {
    await warehouse.run(`attach '${left.replaceAll("'", "''")}' as l (read_only)`)
    await warehouse.run(`attach '${right.replaceAll("'", "''")}' as r (read_only)`)
    const sums = { l: await sumsOf(warehouse, 'l'), r: await sumsOf(warehouse, 'r') }
    const tables = [...new Set([...sums.l.keys(), ...sums.r.keys()])].sort()
    const table = tables.find((name) => sums.l.get(name) !== sums.r.get(name))
    if (table === undefined) return null
    if (!sums.l.has(table)) return { table, kind: 'missing_left' }
    if (!sums.r.has(table)) return { table, kind: 'missing_right' }
    const columns = (await columnsOf(warehouse, 'l')).get(table) ?? []
    const sides = { left: typed(columns), right: typed((await columnsOf(warehouse, 'r')).get(table) ?? []) }
    if (String(sides.left) !== String(sides.right)) return { table, kind: 'columns', ...sides }
    const list = columns.map(({ name }) => quoted(name)).join(', ')
    const only = async (one: string, other: string) => {
      const [row] = await warehouse.query(
        `select ${list} from ${qualified(table, one)} except all select ${list} from ${qualified(table, other)}
         order by all limit 1`,
      )
      return row ?? null
    }
    return { table, kind: 'rows', left: await only('l', 'r'), right: await only('r', 'l') }
  } finally {
    await warehouse.close()
  }
}

async function sumsOf(warehouse: Warehouse, catalog: string): Promise<Map<string, string>> {
  return new Map((await canonicalTables(warehouse, catalog)).map(({ table, sha256 }) => [table, sha256]))
}

/** `region_code VARCHAR` of each column. */
function typed(columns: readonly Column[]): string[] {
  return columns.map(({ name, type }) => `${name} ${type}`)
}
