import type { BulkShape } from '../domain/bulk.js'
import type { Period } from '../domain/period.js'
import type { RegionCode, RegionLevel } from '../domain/region.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** Leaves the lost rows after a record to their fate: they are refused without being read one by one. Gives how many. */
export async function skipLost(warehouse: Warehouse, after: number): Promise<number> {
  await warehouse.run(`create or replace temp table bulk_skipped as
    select record from bulk_doubtful where is_lost and record > ${after}`)
  const [counted] = await warehouse.query<{ n: number }>('select count(*) as n from bulk_skipped')
  return counted?.n ?? 0
}

/** The rows that are loaded unseen. */
export const sureRows = 'bulk_read as r anti join bulk_doubtful as d on d.record = r.record'

/** The counties of rows whose region was found, and the periods of all rows. */
export async function placesAndTimes(
  warehouse: Warehouse,
): Promise<{ counties: RegionCode[]; periods: Period[]; rows: number }> {
  interface Group {
    county: RegionCode
    period: Period | null
    is_placed: boolean
    rows: number
  }
  const groups = await warehouse.query<Group>(
    `select substr(region_code, 1, 6) as county, period, is_placed, count(*) as rows
     from bulk_rows where is_sorted group by all order by all`,
  )
  const each = <Value>(values: (Value | null)[]) => [...new Set(values.filter((value) => value !== null))]
  return {
    counties: each(groups.map(({ county, is_placed }) => (is_placed ? county : null))),
    periods: each(groups.map(({ period }) => period)).sort(),
    rows: groups.reduce((sum, group) => sum + group.rows, 0),
  }
}

/** How many rows are beyond doubt. */
export async function countSure(warehouse: Warehouse): Promise<number> {
  const [sure] = await warehouse.query<{ n: number }>(`select count(*) as n from ${sureRows}`)
  return sure?.n ?? 0
}

/** For the sure rows between each two of the lines of totals: how many there are, and the sums of the columns named. */
export async function sumSegments(
  warehouse: Warehouse,
  shape: BulkShape,
  lines: readonly number[],
): Promise<{ rows: number; sums: Record<string, number> }[]> {
  await warehouse.run('create or replace temp table bulk_marks (number bigint, segment bigint)')
  const marks = [0, ...lines].map((line, segment) => [BigInt(line), BigInt(segment)])
  await warehouse.append('main', 'bulk_marks', marks)
  const figures = shape.columns.filter(({ type }) => type !== 'varchar' && type !== 'date')
  const sums = figures.map(({ column }) => `, sum(${quoted(column.name)}) as ${quoted(column.name)}`).join('')
  const found = await warehouse.query<SqlRow & { segment: number; rows: number }>(
    `select m.segment, count(*) as rows${sums} from (select r.* from ${sureRows}) as s
     asof join bulk_marks as m on s.number >= m.number group by m.segment`,
  )
  await warehouse.run('drop table bulk_marks')
  return marks.map((_, index) => {
    const { segment: _segment, rows = 0, ...rest } = found.find(({ segment }) => segment === index) ?? {}
    return {
      rows: Number(rows),
      sums: Object.fromEntries(Object.entries(rest).map(([name, sum]) => [name, Number(sum)])),
    }
  })
}

/** True when there are as many regions with a row as there are regions. One with several, as on a list of tasks, counts once. */
async function isComplete(
  warehouse: Warehouse,
  { level, within, periods }: Parameters<typeof missingRegions>[1],
): Promise<boolean> {
  let expected = 0
  for (const { month } of periods) {
    const [valid] = await warehouse.query<{ n: number }>(
      `select count(*) as n from bulk_all_regions where region_level = $1 and starts_with(region_code, $2)
         and valid_from <= $3 and coalesce(valid_to, '9999-12') >= $3`,
      [level, within, month],
    )
    expected += valid?.n ?? 0
  }
  const [present] = await warehouse.query<{ n: number }>(
    `select count(*) as n from (
       select r.region_code, r.period from ${sureRows} union select region_code, period from bulk_present
       union select r.region_code, r.period from bulk_read as r inner join bulk_skipped using (record)
     )`,
  )
  return present?.n === expected
}

/** Regions of one county that have no row in a period. */
export interface MissingRegions {
  period: Period
  first: RegionCode
  count: number
  names: string[]
}

/**
 * Which regions have no row, by period and county (all in one from the county up), in the order of the list. `present`: what the
 * rows that were looked at one by one are about.
 */
export async function missingRegions(
  warehouse: Warehouse,
  wanted: { level: RegionLevel; within: string; periods: readonly { period: Period; month: Period }[]; names: number },
  present: readonly { region_code: string; period: Period }[],
): Promise<MissingRegions[]> {
  await warehouse.run('create or replace temp table bulk_present (region_code varchar, period varchar)')
  await warehouse.append(
    'main',
    'bulk_present',
    present.map(({ region_code, period }) => [region_code, period]),
  )
  const gaps: MissingRegions[] = []
  if (await isComplete(warehouse, wanted)) return gaps
  for (const { period, month } of wanted.periods) {
    const rows = await warehouse.query<{ first: string; count: number; names: string }>(
      `select arg_min(region_code, seq) as first, count(*) as count,
         array_to_string(list_slice(list(region_name order by seq), 1, ${wanted.names}), chr(10)) as names
       from bulk_all_regions as region
       anti join (
         select r.region_code from ${sureRows} where r.period = $4 union all select region_code from bulk_present where period = $4
         union all select r.region_code from bulk_read as r inner join bulk_skipped using (record) where r.period = $4
       ) as present on present.region_code = region.region_code
       where region_level = $1 and starts_with(region_code, $2) and valid_from <= $3 and coalesce(valid_to, '9999-12') >= $3
       group by case when length(region_code) > 6 then substr(region_code, 1, 6) else '' end order by min(seq)`,
      [wanted.level, wanted.within, month, period],
    )
    gaps.push(...rows.map(({ names, ...gap }) => ({ period, ...gap, names: names.split('\n') })))
  }
  return gaps
}

/** For the sure rows and those that are skipped: how many lie below each region in each period, with the sums of the columns; `sample` is one of the rows' regions. */
export async function parentSums(
  warehouse: Warehouse,
  columns: readonly string[],
): Promise<{ sample: RegionCode; period: Period; rows: number; sums: Record<string, number | null> }[]> {
  // A village's township has nine digits, everything else lies in a county or, above that, has four.
  const parent = `case length(region_code) when 12 then substr(region_code, 1, 9) when 9 then substr(region_code, 1, 6)
    else substr(region_code, 1, 4) end`
  const sums = columns.map((name) => {
    const sum = `case when bool_and(is_read) and count(*) = count(${quoted(name)}) then sum(cast(${quoted(name)} as double)) end`
    return `, ${sum} as ${quoted(`sum_${name}`)}`
  })
  const rows = await warehouse.query<SqlRow & { sample: RegionCode; period: Period; rows: number }>(
    `select min(region_code) as sample, period, count(*) as rows${sums.join('')} from (
       select r.*, true as is_read from ${sureRows}
       union all select r.*, false as is_read from bulk_read as r inner join bulk_skipped using (record)
     ) group by ${parent}, period order by 1, 2`,
  )
  return rows.map(({ sample, period, rows: count, ...rest }) => ({
    ...{ sample, period, rows: count },
    sums: Object.fromEntries(columns.map((name) => [name, rest[`sum_${name}`] as number | null])),
  }))
}
