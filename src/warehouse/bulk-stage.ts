import { type BulkFile, type BulkPeriod, type BulkRecord, type BulkShape, textAt } from '../domain/bulk.js'
import type { Region } from '../domain/region.js'
import { putRegions } from './bulk-regions.js'
import { quoted, type SqlRow, type Warehouse, type Writable } from './warehouse.js'

/** What makes JavaScript's `trim` leave something. */
const shows = String.raw`[^\s\x{0B}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]`
/** A digit, or a sign that stands for one or more. */
const digit = String.raw`[\p{N}\x{3200}-\x{33FF}\x{1F100}-\x{1F1FF}]`

/**
 * A large file in temporary tables, every cell as text: `bulk_text`. What is read of it, `bulk_rows` and then `bulk_read`, has a row
 * for each record that surely is one of data: its region code stands in the list, and it is no total.
 */
export class BulkStage {
  private constructor(
    readonly warehouse: Warehouse,
    private readonly file: BulkFile,
  ) {}

  /** Reads a file. Nothing is skipped or cast: a record that is not as the others are throws a QueryError. */
  static async read(warehouse: Warehouse, file: BulkFile, regions: readonly Region[]): Promise<BulkStage> {
    await putRegions(warehouse, regions)
    const names = [...(file.numbered ? ['line'] : []), ...Array.from({ length: file.width }, (_, at) => `c${at}`)]
    const text = (value: string) => `'${value.replaceAll("'", "''")}'`
    // A quoted cell of a numbered file may hold newlines, which the reader cannot tell from ends of records in the middle of a file.
    await warehouse.run(`create or replace temp table bulk_text as
      select ${names.map((name) => (name === 'line' ? 'cast(line as bigint) as line' : name)).join(', ')}
      from read_csv(${text(file.path)}, columns = {${names.map((name) => `'${name}': 'varchar'`).join(', ')}},
        auto_detect = false, header = false, skip = ${file.skip}, delim = ${text(file.delimiter)}, quote = '"', escape = '"',
        new_line = ${file.newline === '\n' ? "'\\n'" : "'\\r\\n'"}, max_line_size = 4000000, parallel = ${!file.numbered})`)
    return new BulkStage(warehouse, file)
  }

  /** The records that may be something else than data, or whose region has to be looked up; at most `limit`. */
  async unsorted(shape: BulkShape, limit: number): Promise<BulkRecord[]> {
    const isBlank = this.positions.map((at) => `${textAt(at)} = ''`).join(' and ')
    return this.records(`where not (${sorted(shape)}) and not (${isBlank}) order by t.rowid limit ${limit}`)
  }

  /** The first record of data in which something stands at the position; none when there is none. */
  async firstShowing(shape: BulkShape, at: number): Promise<BulkRecord[]> {
    return this.records(`where regexp_matches(${textAt(at)}, '${shows}') and ${sorted(shape)} order by t.rowid limit 1`)
  }

  /** Records of data with a long text and digits at the position, in order, from after a record; at most `limit`. */
  async longNumbers(shape: BulkShape, at: number, after: number, limit: number): Promise<BulkRecord[]> {
    const text = textAt(at)
    return this.records(`where t.rowid > ${after} and length(${text}) >= 6 and strlen(${text}) >= 11
      and regexp_matches(${text}, '${digit}') and ${sorted(shape)} order by t.rowid limit ${limit}`)
  }

  /** How many records surely are rows of data. */
  async countSorted(shape: BulkShape): Promise<number> {
    const sql = `select count(*) as n from bulk_text as t where ${sorted(shape)}`
    return (await this.warehouse.query<{ n: number }>(sql))[0]?.n ?? 0
  }

  /** True when there is any. */
  async hasSorted(shape: BulkShape): Promise<boolean> {
    return (await this.records(`where ${sorted(shape)} limit 1`)).length > 0
  }

  /** Rows whose region was not found at once, of counties other than these; at most `limit`. */
  async unplaced(counties: readonly string[], limit: number): Promise<BulkRecord[]> {
    const known = ["''", ...counties.map((code) => `'${code}'`)].join(', ')
    return this.records(`where t.rowid in (
      select record from bulk_rows where not is_placed and substr(region_code, 1, 6) not in (${known}) order by record limit ${limit}
    ) order by t.rowid`)
  }

  /** Every text at a position, each once; at most `limit`. */
  async distinctTexts(at: number, limit: number): Promise<string[]> {
    const sql = `select distinct ${textAt(at)} as text from bulk_text as t order by 1 limit ${limit}`
    return (await this.warehouse.query<{ text: string }>(sql)).map(({ text }) => text)
  }

  /** Reads what is plain, and finds the regions. `periods` without a position for them: the one of all rows, as the blank text. */
  async readPlain(shape: BulkShape, periods: readonly BulkPeriod[]): Promise<void> {
    await this.warehouse.run(
      'create or replace temp table bulk_periods (text varchar, period varchar, month varchar, before varchar)',
    )
    const rows = periods.map(({ text, period, month, before }) => [text, period, month, before])
    await this.warehouse.append('main', 'bulk_periods', rows)
    const values = shape.columns.map(
      ({ column, isPlain, value }) => `case when ${isPlain} then ${value} end as ${quoted(column.name)}`,
    )
    const isPlain = ['true', ...shape.columns.map((column) => column.isPlain)].join(' and ')
    await this.warehouse.run(`create or replace temp table bulk_rows as
      select ${['t.rowid as record', `${this.line} as number`, `t.c${shape.code} as region_code`].join(', ')},
        p.period, p.before, ${isPlaced(shape)} as is_placed, ${[`${isPlain} as is_plain`, ...values].join(', ')}
      from bulk_text as t
      left join bulk_periods as p on p.text = ${shape.period === null ? "''" : textAt(shape.period)}
      left join bulk_places as place on place.region_code = t.c${shape.code} and place.region_level = '${shape.grain}'
        and place.valid_from <= p.month and coalesce(place.valid_to, '9999-12') >= p.month
      where ${sorted(shape)}`)
  }

  /** Collects the texts that are not plain, each once for a position, in `bulk_odd`. Gives how many. */
  async collectOdd(shape: BulkShape): Promise<number> {
    await this.warehouse.run(`create or replace temp table bulk_odd_text as
      select t.rowid as record, t.* from bulk_text as t
      where t.rowid in (select record from bulk_rows where not is_plain)`)
    const texts = shape.columns.map(
      ({ at, isPlain }) => `select ${at} as place, ${textAt(at)} as text from bulk_odd_text where not ${isPlain}`,
    )
    await this.warehouse.run(`create or replace temp table bulk_odd as
      select distinct place, text from (${[...texts, "select 0 as place, '' as text where false"].join(' union all ')}) order by place, text`)
    await this.warehouse.run(
      'create or replace temp table bulk_readings (place bigint, text varchar, value varchar, is_good boolean)',
    )
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
    readings: readonly { at: number; text: string; value: string | null; isGood: boolean }[],
  ): Promise<void> {
    const rows = readings.map(({ at, text, value, isGood }): Writable[] => [BigInt(at), text, value, isGood])
    await this.warehouse.append('main', 'bulk_readings', rows)
  }

  /** Puts plain and odd cells together, in `bulk_read`. */
  async mergeReadings({ columns }: BulkShape): Promise<void> {
    const fixed = ['record', 'number', 'region_code', 'period', 'before', 'is_placed']
    const plain = columns.map(({ column }) => quoted(column.name))
    const odd = columns.map(({ at, column, type }) => {
      const name = quoted(column.name)
      return `coalesce(r.${name}, cast(k${at}.value as ${type})) as ${name}`
    })
    const isGood = columns.map(({ at, isPlain }) => `(${isPlain} or coalesce(k${at}.is_good, false))`)
    const joins = columns.map(
      ({ at, isPlain }) =>
        `left join bulk_readings as k${at} on k${at}.place = ${at} and k${at}.text = ${textAt(at)} and not ${isPlain}`,
    )
    await this.warehouse.run(`create or replace temp table bulk_read as
      select ${[...fixed, 'true as is_good', ...plain].join(', ')} from bulk_rows where is_plain
      union all
      select ${[...fixed.map((name) => `r.${name}`), `${['true', ...isGood].join(' and ')} as is_good`, ...odd].join(', ')}
      from bulk_rows as r inner join bulk_odd_text as o on o.record = r.record ${joins.join(' ')}
      where not r.is_plain`)
    await this.warehouse.run('drop table bulk_rows; drop table bulk_odd_text')
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
    const tables = [
      'text',
      'rows',
      'odd_text',
      'odd',
      'readings',
      'periods',
      'read',
      'before',
      'doubtful',
      'extra',
      'nothings',
    ]
    for (const table of tables) await this.warehouse.run(`drop table if exists bulk_${table}`)
  }

  private get positions(): number[] {
    return Array.from({ length: this.file.width }, (_, at) => at)
  }

  private get line(): string {
    return this.file.numbered ? 't.line' : `t.rowid + ${this.file.skip + 1}`
  }
}

/** True for a record that is one of data whatever else stands in it. */
function sorted({ code, leading }: BulkShape): string {
  const isNoTotal = leading.map(
    (at) => `regexp_full_match(${textAt(at)}, '[0-9A-Za-z\\x{4e00}-\\x{9fff}]*') and not contains(${textAt(at)}, '计')`,
  )
  return [`coalesce(t.c${code}, '') in (select region_code from bulk_regions)`, ...isNoTotal].join(' and ')
}

/** True where the code's region is as wanted, and the name is none or exactly its own. */
function isPlaced({ name }: BulkShape): string {
  const isNamed = name === null ? 'true' : `${textAt(name)} in ('', place.region_name, place.short_name)`
  return `(place.region_code is not null and ${isNamed})`
}
