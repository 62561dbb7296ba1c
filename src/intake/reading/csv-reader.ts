import { CsvError, parse } from 'csv-parse/sync'
import { addressOf, type Cell, type Grid, type GridRow, nothing } from './grid.js'
import { limits } from './limits.js'
import { lineCounter } from './line-counter.js'
import { type Problem, ReadingProblem } from './problem.js'
import { refuseShape, withoutBlankTail } from './text-shape.js'

const delimiters = [',', '\t', ';'] as const

/**
 * Reads comma, tab or semicolon separated text as it stands: nothing is cast, nothing skipped, so that every row keeps the
 * number of the line it starts on. `mostCells` is how many cells a return may have. Says why when a quote is never closed, or when there is more of something than a table has.
 */
export function readCsv(text: string, mostCells: number = limits.cells): Grid | { problem: Problem } {
  const named = /^\ufeff?sep=(.)(\r\n|\n|\r)/i.exec(text)
  const body = withoutBlankTail(named ? text.slice(named[0].length) : text)
  const delimiter = named?.[1] ?? delimiterOf(body)
  // The line of Excel's own that only names the delimiter is not part of the table, but it is a line of the file.
  const linesAbove = named ? 1 : 0
  const rows: GridRow[] = []
  const nextLine = lineCounter()
  let line = 1 + linesAbove
  try {
    refuseShape(body, delimiter, mostCells)
    parse(body, {
      ...csvOptions(delimiter),
      on_record: (record: string[], { lines }) => {
        rows.push({ number: line, cells: cellsOf(record, line) })
        line = nextLine(record, lines) + linesAbove
        return null
      },
    })
  } catch (error) {
    if (error instanceof ReadingProblem) return { problem: error.problem }
    if (!(error instanceof CsvError)) throw error
    return { problem: { code: 'unclosed_quote', place: { row: line, wholeFile: true } } }
  }
  return { sheet: null, rows, merges: [] }
}

/** How text with a delimiter is parsed, here and in files too large to hold. */
export function csvOptions(delimiter: string) {
  return {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  }
}

function cellsOf(record: readonly string[], row: number): Cell[] {
  const last = record.findLastIndex((field) => field.trim() !== '')
  if (last >= limits.columns)
    throw new ReadingProblem(
      'too_many_columns',
      { where: addressOf(row, last), limit: limits.columns },
      { row, at: last },
    )
  return record.slice(0, limits.columns).map((field) => {
    if (field === '') return nothing
    if (field.length > limits.cellText) throw new ReadingProblem('line_too_long', { limit: limits.cellText }, { row })
    return { text: field, value: field }
  })
}

/** The delimiter that stands equally often in most of the first lines: thousands separators and sentences do not. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/, 60)
  const scores = delimiters.map((delimiter) => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    return Math.max(0, ...counts.values())
  })
  return delimiters[scores.indexOf(Math.max(...scores))] as string
}
