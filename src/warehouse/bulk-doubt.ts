import type { BulkShape } from '../domain/bulk.js'
import type { CellValue } from '../domain/column.js'
import type { Known } from '../domain/known.js'
import type { Period } from '../domain/period.js'
import { knownSql } from './known-values.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** What else makes a row of `bulk_read` doubtful, beside a cell or a region that is. */
export interface Doubts {
  dataset: string
  shape: BulkShape
  /** The first digits of every code of the reporting unit. */
  within: string
  /** The periods before those of the file, for which values are known. */
  befores: readonly Period[]
  /** Records that are to be looked at in any case. */
  records: readonly number[]
  /** Regions and periods of rows that were read one by one: a row that claims the same is looked at too. */
  claims: readonly { region_code: string; period: Period }[]
}

/** Lists the records that are not beyond doubt, in `bulk_doubtful`; the others can be loaded unseen. */
export async function listDoubtful(warehouse: Warehouse, doubts: Doubts): Promise<void> {
  const { shape, within, records, claims } = doubts
  await putKnown(warehouse, doubts)
  await warehouse.run(`create or replace temp table bulk_claims (region_code varchar, period varchar);
    create or replace temp table bulk_witnesses (record bigint)`)
  await warehouse.append(
    'main',
    'bulk_claims',
    claims.map(({ region_code, period }) => [region_code, period]),
  )
  await warehouse.append(
    'main',
    'bulk_witnesses',
    records.map((record) => [BigInt(record)]),
  )
  const keys = shape.columns.filter(({ column }) => column.key).map(({ column }) => `, ${quoted(column.name)}`)
  const isSure = [
    'is_good',
    'is_placed',
    'period is not null',
    `starts_with(region_code, '${within}')`,
    ...shape.checks,
  ]
  const watched = watchedColumns(shape)
  const moved = watched.map(({ column }) => {
    const [is, was] = ['r', 'b'].map((row) => `cast(${row}.${quoted(column.name)} as double)`)
    return `case when ${was} <> 0 then abs(${is} - ${was}) / abs(${was}) * 100 > cast('${column.jump_pct}' as double) else false end`
  })
  const parts = [
    `select record from bulk_read where not (${isSure.join(' and ')})`,
    `select record from bulk_read as r inner join (
       select region_code, period from bulk_read group by region_code, period${keys.join('')} having count(*) > 1
     ) as twice on twice.region_code = r.region_code and twice.period is not distinct from r.period`,
    'select record from bulk_read as r inner join bulk_claims as c on c.region_code = r.region_code and c.period = r.period',
    'select record from bulk_witnesses',
    ...(moved.length === 0
      ? []
      : [
          `select record from bulk_read as r inner join bulk_before as b on b.region_code = r.region_code
             and b.period = r.before where ${moved.join(' or ')}`,
        ]),
  ]
  await warehouse.run(`create or replace temp table bulk_doubtful as
    select distinct record from (${parts.join(' union all ')}) order by record`)
  await warehouse.run('drop table bulk_claims; drop table bulk_witnesses')
}

/** The columns whose values are held against those of the period before. */
function watchedColumns({ columns }: BulkShape) {
  return columns.filter(({ column, type }) => column.jump_pct !== null && type !== 'varchar' && type !== 'date')
}

/** What was loaded for the periods before, in `bulk_before`. */
async function putKnown(warehouse: Warehouse, { dataset, shape, within, befores }: Doubts): Promise<void> {
  const columns = watchedColumns(shape)
  const typed = columns.map(({ column, type }) => `, ${quoted(column.name)} ${type}`)
  await warehouse.run(`create or replace temp table bulk_before (period varchar, region_code varchar${typed.join('')})`)
  if (columns.length === 0) return
  const known = knownSql(
    dataset,
    columns.map(({ column }) => column.name),
  )
  for (const period of befores) {
    await warehouse.query(`insert into bulk_before select $2 as period, known.* from (${known}) as known`, [
      ...[dataset, period, within],
    ])
  }
}

/** Answers from `bulk_before` for some regions only, so that no more than these are ever held. */
export function knownAmong(warehouse: Warehouse, codes: readonly string[]): Known {
  return async ({ period, columns }) => {
    const rows = await warehouse.query<SqlRow & { region_code: string }>(
      `select ${['region_code', ...columns].map(quoted).join(', ')} from bulk_before
       where period = $1 and region_code in (select unnest(string_split($2, ',')))`,
      [period, codes.join(',')],
    )
    return new Map(rows.map(({ region_code, ...values }) => [region_code, values as Record<string, CellValue>]))
  }
}
