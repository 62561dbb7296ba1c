import { addressOf } from './grid.js'
import { lastOfSheet, limits } from './limits.js'
import { ReadingProblem } from './problem.js'

/** Characters that one line of the file may have: the columns of a wide table with a sentence in each. */
export const longestLine = 1_000_000

const [newline, carriage, quote] = [10, 13, 34]

/**
 * The text without the lines at its end that hold delimiters and blanks only: a sheet with a million formatted rows is saved with
 * a million of them.
 */
export function withoutBlankTail(text: string): string {
  let end = text.length
  while (end > 0 && ',;\t\r\n \u3000'.includes(text.charAt(end - 1))) end -= 1
  const lineEnd = text.slice(end, end + longestLine).search(/[\r\n]/)
  return lineEnd < 0 ? text.slice(0, end + longestLine) : text.slice(0, end + lineEnd)
}

/**
 * Holds a text against the limits before it is taken apart, for that takes fifty times its size in memory. Quotes are followed only
 * as far as needed to count: whether they are in order is found out by the reader. Throws a `ReadingProblem`.
 */
export function refuseShape(text: string, delimiter: string, mostCells: number): void {
  const separator = delimiter.charCodeAt(0)
  let [lines, fields, inLine, lineStart] = [1, 1, 1, 0]
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) quoted = !quoted
    else if (code === newline || code === carriage) {
      if (code === newline && text.charCodeAt(at - 1) === carriage) {
        lineStart = at + 1
        continue
      }
      lines += 1
      lineStart = at + 1
      if (!quoted) {
        fields += 1
        inLine = 1
      }
    } else if (code === separator && !quoted) {
      fields += 1
      inLine += 1
    }
    if (at - lineStart > longestLine) throw new ReadingProblem('line_too_long', { limit: longestLine }, { row: lines })
    if (inLine > lastOfSheet.column)
      throw new ReadingProblem(
        'too_many_columns',
        { where: addressOf(lines, inLine), limit: limits.columns },
        { row: lines },
      )
    if (lines > limits.rows) throw new ReadingProblem('too_many_rows', { limit: limits.rows })
    if (fields > mostCells) throw new ReadingProblem('too_many_cells', { limit: mostCells })
  }
}
