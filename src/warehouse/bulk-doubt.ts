import type { BulkShape, BulkSuspicion } from '../domain/bulk.js'
import type { CellValue } from '../domain/column.js'
import type { WantedFigure } from '../domain/known.js'
import type { Period } from '../domain/period.js'
import { putKnown } from './bulk-known.js'
import { quoted, type Warehouse } from './warehouse.js'

/** What else makes a row of `bulk_read` doubtful, beside a cell or a region that is. */
export interface Doubts {
  shape: BulkShape
  /** The first digits of every code of the reporting unit. */
  within: string
  /** Figures known before that rows are held against. */
  known: readonly WantedFigure[]
  middles: ReadonlyMap<string, number | null>
  /** Records that are to be looked at in any case. */
  records: readonly number[]
  /** Regions and periods of rows that were read one by one: a row that claims the same is looked at too. */
  claims: readonly { region_code: string; period: Period }[]
}

/**
 * Lists the records that are not beyond doubt, in `bulk_doubtful`; the others can be loaded unseen. `is_lost`: a cell of it or a check refuses the row
 * whatever else stands there, its region and period are known, and it says nothing about other rows.
 */
export async function listDoubtful(warehouse: Warehouse, doubts: Doubts): Promise<void> {
  const { shape, within, records, claims, known, middles } = doubts
  await putKnown(warehouse, known, within)
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
  // What may change what is said of another row, or be changed by it.
  const tied = [
    `select record from bulk_read as r inner join (
       select region_code, period from bulk_read group by region_code, period${keys.join('')} having count(*) > 1
     ) as twice on twice.region_code = r.region_code and twice.period is not distinct from r.period`,
    'select record from bulk_read as r inner join bulk_claims as c on c.region_code = r.region_code and c.period = r.period',
    'select record from bulk_witnesses',
  ]
  const single = [
    `select record from bulk_read where not (${isSure.join(' and ')})`,
    ...(await suspected(warehouse, shape.suspicions, middles)),
  ]
  const isRefused = ['is_bad', ...shape.refusals.map((check) => `not (${check})`)].join(' or ')
  const isLost = `(${isRefused}) and is_placed and period is not null and starts_with(region_code, '${within}')`
  await warehouse.run(`create or replace temp table bulk_doubtful as
    with tied as (${tied.join(' union ')}),
    doubtful as (select record from tied union ${single.join(' union ')}),
    lost as (select record from bulk_read where ${isLost})
    select doubtful.record, lost.record is not null and tied.record is null as is_lost
    from doubtful left join lost on lost.record = doubtful.record left join tied on tied.record = doubtful.record
    order by doubtful.record`)
  await warehouse.run('drop table bulk_claims; drop table bulk_witnesses')
}

/** Selects of the records of which something may have to be said that does not stand in them. */
async function suspected(
  warehouse: Warehouse,
  suspicions: readonly BulkSuspicion[],
  middles: ReadonlyMap<string, number | null>,
): Promise<string[]> {
  const rows = await warehouse.query<{ name: string }>('select distinct name from bulk_known')
  const known = new Set(rows.map(({ name }) => name))
  const alone: string[] = []
  const joined: string[] = []
  for (const { names, condition } of suspicions) {
    const filled = condition
      .replace(/\{middle:(\w+)\}/g, (_, column: string) => figure(middles.get(column) ?? null))
      // Of what nobody ever reported, nothing is known for any row.
      .replace(/k(\d+)\.value/g, (text, index: string) => (known.has(names[Number(index)] ?? '') ? text : figure(null)))
    const joins = names.flatMap((name, index) =>
      known.has(name)
        ? `left join bulk_known as k${index} on k${index}.name = '${name}'
            and k${index}.region_code = r.region_code and k${index}.period = r.period`
        : [],
    )
    if (joins.length === 0) alone.push(`coalesce(${filled}, false)`)
    else joined.push(`select r.record from bulk_read as r ${joins.join(' ')} where coalesce(${filled}, false)`)
  }
  // One look at the rows for all that needs nothing beside them.
  return [...(alone.length === 0 ? [] : [`select record from bulk_read as r where ${alone.join(' or ')}`]), ...joined]
}

function figure(value: number | null): string {
  return `cast(${value === null ? 'null' : `'${value}'`} as double)`
}

/**
 * The middle one of the figures above zero of each column, the rows read one by one (`others`) among them; null where fewer
 * than `enough` are, or where none is far below it.
 */
export async function middlesOf(
  warehouse: Warehouse,
  columns: readonly string[],
  enough: number,
  others: readonly Readonly<Record<string, CellValue>>[],
): Promise<Map<string, number | null>> {
  if (columns.length === 0) return new Map()
  const names = columns.map(quoted)
  await warehouse.run(`create or replace temp table bulk_others (${names.map((name) => `${name} double`).join(', ')})`)
  const figures = others.map((values) =>
    columns.map((name) => (typeof values[name] === 'number' ? values[name] : null)),
  )
  await warehouse.append('main', 'bulk_others', figures)
  const all = `(select ${names.map((name) => `cast(${name} as double) as ${name}`).join(', ')} from bulk_read
    union all select * from bulk_others)`
  const [range = {}] = await warehouse.query(
    `select ${names.map((name, at) => `min(${name}) filter (${name} > 0) as l${at}, max(${name}) as h${at}`).join(', ')} from ${all}`,
  )
  // Where the smallest is within a hundredth of the largest, it is within that of the middle one too: nobody will ask.
  const wide = names.flatMap((name, at) =>
    Number(range[`l${at}`]) * 100 <= Number(range[`h${at}`]) ? [{ name, at }] : [],
  )
  const [row = {}] =
    wide.length === 0
      ? [{}]
      : await warehouse.query(
          `select ${wide
            .map(({ name, at }) => {
              const above = `filter (${name} > 0)`
              return `quantile_disc(${name}, 0.5) ${above} as m${at}, count(*) ${above} as n${at}`
            })
            .join(', ')} from ${all}`,
        )
  await warehouse.run('drop table bulk_others')
  return new Map(
    columns.map((name, index) => [name, Number(row[`n${index}`] ?? 0) < enough ? null : Number(row[`m${index}`])]),
  )
}
