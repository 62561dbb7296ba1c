// The peer of `bench/refresh.ts`: DuckDB's own reader over the same CSV files, every column as text, nothing checked or kept. Without
// arguments: what it costs to start.
import { Warehouse } from '../src/warehouse/warehouse.js'

const warehouse = await Warehouse.open(':memory:')
for (const pattern of process.argv.slice(2)) {
  await warehouse.query(`select count(*) from (select * from read_csv('${pattern}', all_varchar = true))`)
}
await warehouse.close()
