import { type BulkFile, type BulkShape, textAt } from '../domain/bulk.js'

/** What makes JavaScript's `trim` leave something. */
export const shows = String.raw`[^\s\x{0B}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}]`
/** A digit, or a sign that stands for one or more. */
const digit = String.raw`[\p{N}\x{3200}-\x{33FF}\x{1F100}-\x{1F1FF}]`

/** True for a record that is one of data whatever else stands in it: the code is in the list, and nothing before it names a total. */
export function sorted({ leading, name }: BulkShape): string {
  const isNoTotal = leading.map((at) => {
    const isOrdinary = `regexp_full_match(${textAt(at)}, '[0-9A-Za-z\\x{4e00}-\\x{9fff}]*')`
    // The pattern is tried on the few names only that are not exactly the region's own.
    return `${at === name ? `case when is_named then true else ${isOrdinary} end` : isOrdinary} and not contains(${textAt(at)}, '计')`
  })
  return ['is_known', ...isNoTotal].join(' and ')
}

/** True where the name is none or exactly that of the code's region. */
export function isNamed({ name }: BulkShape): string {
  if (name === null) return 'true'
  const isOf = (region: string) => `c${name} = ${region}.region_name or c${name} = ${region}.short_name`
  return `coalesce(c${name} is null or ${isOf('alone')} or ${isOf('several')}, false)`
}

/** Whether the code is known, and whether its region is as wanted. */
export function placed({ grain }: BulkShape): string[] {
  const isFound = `alone.region_level = '${grain}' and alone.valid_from <= p.month and coalesce(alone.valid_to, '9999-12') >= p.month`
  return [
    'alone.region_code is not null or shared.region_code is not null as is_known',
    `coalesce(${isFound}, several.region_code is not null) as is_found`,
  ]
}

/** True for a record of `bulk_text` that is one of data. */
export const isSorted = 't.rowid in (select record from bulk_rows where is_sorted)'

/** Eleven characters at least, some of which may count as two, and a digit: nearly no cell of a clean file. */
export function isLongNumber(at: number): string {
  return `(length(t.c${at}) >= 6 and strlen(t.c${at}) >= 11 and regexp_matches(t.c${at}, '${digit}'))`
}

/** The select of a file's cells, all as text: nothing is skipped or cast. */
export function readTextSql(file: BulkFile): string {
  const names = [...(file.numbered ? ['line'] : []), ...Array.from({ length: file.width }, (_, at) => `c${at}`)]
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`
  // A quoted cell of a numbered file may hold newlines, which the reader cannot tell from ends of records in the middle of a file.
  return `select ${names.map((name) => (name === 'line' ? 'cast(line as bigint) as line' : name)).join(', ')}
    from read_csv(${text(file.path)}, columns = {${names.map((name) => `'${name}': 'varchar'`).join(', ')}},
      auto_detect = false, header = false, skip = ${file.skip}, delim = ${text(file.delimiter)}, quote = '"', escape = '"',
      new_line = ${file.newline === '\n' ? "'\\n'" : "'\\r\\n'"}, max_line_size = 2000000, buffer_size = 8000000, parallel = ${!file.numbered})`
}

/** The tables of one file. */
export const stagedTables = [
  'text',
  'periods',
  'rows',
  'odd_cells',
  'odd',
  'readings',
  'odd_rows',
  'known',
  'doubtful',
  'skipped',
  'extra',
  'nothings',
]
