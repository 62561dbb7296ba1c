import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modelFolder } from '../../pipelines/index.js'
import { type SqlRow, Warehouse } from '../../src/warehouse/warehouse.js'

/** Tables as a test writes them: a name with typed columns, and the rows in that order. Text is quoted; null is null. */
export type GivenTables = Record<string, (string | number | boolean | null)[][]>

/** What alerts read besides statuses, for lines that never end. */
export const withoutLineEnds: GivenTables = {
  'raw.thresholds(indicator_id varchar, scope varchar, region_level varchar, last_month varchar)': [],
  'raw.indicators(indicator_id varchar, frequency varchar)': [],
  'marts.kinds(region_code varchar, place varchar, region_level varchar, region_class varchar)': [],
}

/**
 * Runs one model file on tables that the test gives, and nothing else: `{'raw.run(period varchar, as_of date)': [['2026-10', '2026-11-09']]}`.
 * Gives the rows of the model, by `order`.
 */
export async function runModel(file: string, tables: GivenTables, order: string): Promise<SqlRow[]> {
  const warehouse = await Warehouse.open(':memory:')
  try {
    await warehouse.run('create schema raw; create schema staging; create schema marts')
    for (const [declaration, rows] of Object.entries(tables)) {
      await warehouse.run(`create table ${declaration}`)
      const name = declaration.slice(0, declaration.indexOf('('))
      if (rows.length > 0) await warehouse.run(`insert into ${name} values ${rows.map(tuple).join(', ')}`)
    }
    const sql = await readFile(join(modelFolder, file), 'utf8')
    return await warehouse.query(`select * from (\n${sql}\n) order by ${order}`)
  } finally {
    await warehouse.close()
  }
}

function tuple(row: readonly (string | number | boolean | null)[]): string {
  const cells = row.map((cell) => (typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell)))
  return `(${cells.join(', ')})`
}

/** Only the named columns of each row, as a list of lists: what a test compares. */
export function columns(rows: readonly SqlRow[], ...names: string[]): unknown[][] {
  return rows.map((row) => names.map((name) => row[name]))
}
