import { type BulkFile, type BulkPeriod, type BulkRecord, type BulkShape, textAt } from '../domain/bulk.js'
import type { Region } from '../domain/region.js'
import { limitMemory, putRegions } from './bulk-regions.js'
import { isLongNumber, isNamed, isSorted, placed, readTextSql, shows, sorted, stagedTables } from './bulk-stage-sql.js'
import { quoted, type SqlRow, type Warehouse, type Writable } from './warehouse.js'

/**
 * A large file in temporary tables, every cell as text: `bulk_text`. What is read of it at once is
 * `bulk_rows`; `bulk_read` has what the odd texts mean as well, for each record that surely is one of data.
 */
export class BulkStage {
  private constructor(
    readonly warehouse: Warehouse,
    private readonly file: BulkFile,
  ) {}

  /** Reads a file. Nothing is skipped or cast: a record that is not as the others are throws a QueryError. */
  static async read(warehouse: Warehouse, file: BulkFile, regions: readonly Region[]): Promise<BulkStage> {
    await limitMemory(warehouse)
    try {
      await putRegions(warehouse, regions)
      await warehouse.run(`create or replace temp table bulk_text as ${readTextSql(file)}`)
    } catch (error) {
      await warehouse.run('reset memory_limit')
      throw error
    }
    return new BulkStage(warehouse, file)
  }

  /** The records that may be something else than data, or whose region has to be looked up; at most `limit`. */
  async unsorted(limit: number): Promise<BulkRecord[]> {
    const isBlank = this.positions.map((at) => `t.c${at} is null`).join(' and ')
    return this.records(`where t.rowid in (select record from bulk_rows where not is_sorted) and not (${isBlank})
      order by t.rowid limit ${limit}`)
  }

  /** The first record of data in which something stands at the position; none when there is none. */
  async firstShowing(at: number): Promise<BulkRecord[]> {
    return this.records(`where regexp_matches(t.c${at}, '${shows}') and ${isSorted} order by t.rowid limit 1`)
  }

  /** Those of the positions in which a text is long enough and has a digit, so that it may hold a person's number. */
  async withLongNumbers(positions: readonly number[]): Promise<number[]> {
    const found: number[] = []
    // Nearly no file has any: one look says so. As a filter, the cheap conditions go first.
    const any = positions.map(isLongNumber).join(' or ')
    if (
      (await this.warehouse.query(`select 1 as one from bulk_text as t where ${any || 'false'} limit 1`)).length === 0
    )
      return found
    for (const at of positions) {
      const rows = await this.warehouse.query(`select 1 as one from bulk_text as t where ${isLongNumber(at)} limit 1`)
      if (rows.length > 0) found.push(at)
    }
    return found
  }

  /** Records of data with such a text at the position, in order, from after a record; at most `limit`. */
  async longNumbers(at: number, after: number, limit: number): Promise<BulkRecord[]> {
    return this.records(
      `where t.rowid > ${after} and ${isLongNumber(at)} and ${isSorted} order by t.rowid limit ${limit}`,
    )
  }

  /** Rows whose region was not found at once, of counties other than these; at most `limit`. */
  async unplaced(counties: readonly string[], limit: number): Promise<BulkRecord[]> {
    const known = ["''", ...counties.map((code) => `'${code}'`)].join(', ')
    return this.records(`where t.rowid in (
      select record from bulk_rows where is_sorted and not is_placed and substr(region_code, 1, 6) not in (${known})
      order by record limit ${limit}
    ) order by t.rowid`)
  }

  /** Every text at a position, each once; at most `limit`. */
  async distinctTexts(at: number, limit: number): Promise<string[]> {
    const sql = `select distinct ${textAt(at)} as text from bulk_text as t order by 1 limit ${limit}`
    return (await this.warehouse.query<{ text: string }>(sql)).map(({ text }) => text)
  }

  /** Reads what is plain, and finds the regions. `periods` without a position for them: the one of all rows, as the blank text. */
  async readPlain(shape: BulkShape, periods: readonly BulkPeriod[]): Promise<void> {
    await this.warehouse.run('create or replace temp table bulk_periods (text varchar, period varchar, month varchar)')
    const rows = periods.map(({ text, period, month }) => [text, period, month])
    await this.warehouse.append('main', 'bulk_periods', rows)
    const values = shape.columns.map(
      ({ column, isPlain, value }) => `case when ${isPlain} then ${value} end as ${quoted(column.name)}`,
    )
    // A plain text has a value, but for a blank that may be one: so no pattern is tried twice.
    const isPlain = shape.columns.map(({ at, column }) =>
      column.required ? `${quoted(column.name)} is not null` : `(${quoted(column.name)} is not null or c${at} is null)`,
    )
    const names = shape.columns.map(({ column }) => quoted(column.name))
    const marks = ['record', 'number', 'region_code', 'period']
    const found = [`${sorted(shape)} as is_sorted`, 'is_found and is_named as is_placed']
    await this.warehouse.run(`create or replace temp table bulk_rows as
      select ${[...marks, ...found, `${['true', ...isPlain].join(' and ')} as is_plain`, ...names].join(', ')} from (
        select ${['t.rowid as record', `${this.line} as number`, `t.c${shape.code} as region_code`].join(', ')}, p.period,
          ${[`${isNamed(shape)} as is_named`, ...placed(shape), ...values].join(', ')}, ${this.positions.map((at) => `t.c${at}`).join(', ')}
        from bulk_text as t
        left join bulk_periods as p on p.text = ${shape.period === null ? "''" : textAt(shape.period)}
        left join bulk_regions as alone on alone.region_code = t.c${shape.code}
        left join (select distinct region_code from bulk_several) as shared on shared.region_code = t.c${shape.code}
        left join bulk_several as several on several.region_code = t.c${shape.code} and not several.is_unclear
          and several.region_level = '${shape.grain}'
          and several.valid_from <= p.month and coalesce(several.valid_to, '9999-12') >= p.month
      )`)
  }

  /** Collects the texts that are not plain, each once for a position, in `bulk_odd`. Gives how many. */
  async collectOdd(shape: BulkShape): Promise<number> {
    const cells = shape.columns.map(
      ({ at, isPlain }) => `select record, ${at} as place, ${textAt(at)} as text from odd where not ${isPlain}`,
    )
    await this.warehouse.run(`create or replace temp table bulk_odd_cells as
      with odd as materialized (
        select t.rowid as record, ${this.positions.map((at) => `t.c${at}`).join(', ')} from bulk_text as t
        where t.rowid in (select record from bulk_rows where is_sorted and not is_plain)
      )
      ${[...cells, "select 0 as record, 0 as place, '' as text where false"].join(' union all ')}`)
    await this.warehouse.run(`create or replace temp table bulk_odd as
        select distinct place, text from bulk_odd_cells order by place, text;
      create or replace temp table bulk_readings (place bigint, text varchar, value varchar, is_good boolean, is_bad boolean)`)
    const [counted] = await this.warehouse.query<{ n: number }>('select count(*) as n from bulk_odd')
    return counted?.n ?? 0
  }

  /** Odd texts in a lasting order. */
  oddTexts(from: number, limit: number): Promise<{ at: number; text: string }[]> {
    return this.warehouse.query(
      `select place as "at", text from bulk_odd where rowid >= ${from} order by rowid limit ${limit}`,
    )
  }

  /** What each odd text means: a value as text, or that it is not good enough to be taken unseen. */
  async putReadings(
    readings: readonly { at: number; text: string; value: string | null; isGood: boolean; isBad: boolean }[],
  ): Promise<void> {
    const rows = readings.map(({ at, text, value, isGood, isBad }): Writable[] => [
      ...[BigInt(at), text, value],
      ...[isGood, isBad],
    ])
    await this.warehouse.append('main', 'bulk_readings', rows)
  }

  /** Puts plain and odd cells together, in `bulk_read`. */
  async mergeReadings({ columns }: BulkShape): Promise<void> {
    const marks = ['record', 'number', 'region_code', 'period', 'is_placed']
    const names = columns.map(({ column }) => quoted(column.name))
    const read = columns.map(({ at }) => `max(case when place = ${at} then value end) as k${at}`)
    const merged = columns.map(
      ({ at, type }, index) => `coalesce(r.${names[index]}, cast(k.k${at} as ${type})) as ${names[index]}`,
    )
    await this.warehouse.run(`create or replace temp table bulk_odd_rows as
      select ${[...marks.map((name) => `r.${name}`), 'k.is_good', 'k.is_bad', ...merged].join(', ')}
      from bulk_rows as r inner join (
        select ${['record', 'bool_and(is_good) as is_good', 'bool_or(is_bad) as is_bad', ...read].join(', ')}
        from bulk_odd_cells inner join bulk_readings using (place, text) group by record
      ) as k on k.record = r.record`)
    await this.warehouse.run(`create or replace temp view bulk_read as
      select ${[...marks, 'true as is_good', 'false as is_bad', ...names].join(', ')} from bulk_rows where is_sorted and is_plain
      union all select ${[...marks, 'is_good', 'is_bad', ...names].join(', ')} from bulk_odd_rows`)
  }

  /** Rows of `bulk_text`, by the rest of a select over `t`. */
  async records(rest: string): Promise<BulkRecord[]> {
    const cells = this.positions.map((at) => `t.c${at}`).join(', ')
    const rows = await this.warehouse.query<SqlRow & { record: number; number: number }>(
      `select t.rowid as record, ${this.line} as number, ${cells} from bulk_text as t ${rest}`,
    )
    return rows.map((row) => ({
      record: row.record,
      number: row.number,
      cells: this.positions.map((at) => String(row[`c${at}`] ?? '')),
    }))
  }

  /** Lets go of everything that was staged; the list of regions stays for the next file. */
  async drop(): Promise<void> {
    await this.warehouse.run('drop view if exists bulk_read')
    await this.warehouse.run('reset memory_limit')
    for (const table of stagedTables) await this.warehouse.run(`drop table if exists bulk_${table}`)
  }

  private get positions(): number[] {
    return Array.from({ length: this.file.width }, (_, at) => at)
  }

  private get line(): string {
    return this.file.numbered ? 't.line' : `t.rowid + ${this.file.skip + 1}`
  }
}
