import { CsvError, parse } from 'csv-parse/sync'
import type { Grid, GridRow } from './grid.js'

const delimiters = [',', '\t', ';'] as const

/**
 * Reads comma, tab or semicolon separated text as it stands: nothing is cast, nothing skipped, so that every row keeps the
 * number of the line it starts on. Returns the line of the quote when one is never closed.
 */
export function readCsv(text: string): Grid | { line: number } {
  const rows: GridRow[] = []
  let line = 1
  try {
    parse(text, {
      ...csvOptions(delimiterOf(text)),
      on_record: (record: string[], { lines }) => {
        rows.push({ number: line, cells: record.map((field) => ({ text: field, value: field })) })
        line = lines + 1
        return null
      },
    })
  } catch (error) {
    if (error instanceof CsvError) return { line }
    throw error
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
