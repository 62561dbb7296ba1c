import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Text } from '../domain/text.js'
import { readCsv } from '../intake/reading/csv-reader.js'
import { decode } from '../intake/reading/decode.js'
import { withoutPersonalNumbers } from '../intake/table/personal.js'

/** A row of a reference table, and the line of the file that it stands on; the header is line 1. */
export interface TableRow<Row> {
  line: number
  row: Row
}

/**
 * Reads a table that people keep in a spreadsheet: every column there and no other, every row as the schema wants it. `blankAsNull`:
 * columns in which an empty cell means that there is none; `optional`: those that need not be there at all. Throws a Refusal naming file, line, column, the text found and what is allowed.
 */
export async function readTable<Row>(
  path: string,
  columns: readonly string[],
  schema: z.ZodType<Row>,
  { blankAsNull = [], optional = [] }: { blankAsNull?: readonly string[]; optional?: readonly string[] } = {},
): Promise<TableRow<Row>[]> {
  const [header, ...rows] = await readLines(path)
  const names = header?.cells.map(({ text }) => text.trim()) ?? []
  const missing = columns.filter((name) => !names.includes(name) && !optional.includes(name))
  const unknown = names.filter((name) => !columns.includes(name))
  if (missing.length > 0 || unknown.length > 0) {
    const said = (lang: 'zh' | 'en') =>
      [
        missing.length > 0 ? { zh: `缺少列 ${missing.join('、')}`, en: `lacks ${missing.join(', ')}` }[lang] : '',
        unknown.length > 0 ? { zh: `多出列 ${unknown.join('、')}`, en: `has unknown ${unknown.join(', ')}` }[lang] : '',
      ]
        .filter((part) => part !== '')
        .join(lang === 'zh' ? '，' : ' and ')
    throw refused({ zh: `${path} 的表头不对：${said('zh')}`, en: `the header of ${path} ${said('en')}` })
  }
  const absent = optional.filter((name) => !names.includes(name)).map((name): [string, null] => [name, null])
  return rows.map(({ number, cells }) => {
    const given = names.map((name, at): [string, string | null] => {
      const text = cells[at]?.text.trim() ?? ''
      return [name, text === '' && blankAsNull.includes(name) ? null : text]
    })
    const row = Object.fromEntries([...given, ...absent])
    const parsed = schema.safeParse(row)
    if (parsed.success) return { line: number, row: parsed.data }
    const [issue] = parsed.error.issues
    const column = String(issue?.path[0] ?? names[0])
    const wrong = { zh: inChinese(issue), en: issue?.message ?? '' }
    throw wrongCell({ path, line: number, column, found: row[column] ?? '' }, wrong, parsed.error)
  })
}

async function readLines(path: string) {
  const bytes = await readFile(path).catch((cause) => {
    const way = { zh: '示例城市用 jiceng sample 生成', en: 'jiceng sample makes the fictional city’s' }
    throw refused({ zh: `缺少参考表 ${path}；${way.zh}`, en: `missing reference table ${path}; ${way.en}` }, cause)
  })
  const decoded = decode(bytes)
  // The list of all regions of the country may be longer than any return.
  const grid = 'problem' in decoded ? decoded : readCsv(decoded.text, Number.POSITIVE_INFINITY)
  if ('problem' in grid) {
    throw refused({
      zh: `读不懂 ${path}：请用表格软件另存为 UTF-8 编码的 CSV`,
      en: `cannot read ${path}: save it from a spreadsheet as CSV in UTF-8`,
    })
  }
  return grid.rows.filter(({ cells }) => cells.some((cell) => cell.text.trim() !== ''))
}

/** The refusal of a cell: where it stands, what was found there (numbers of persons hidden), and what is allowed. */
export function wrongCell(
  cell: { path: string; line: number; column: string; found: string },
  allowed: Text,
  cause?: unknown,
): Refusal {
  const { path, line, column } = cell
  const found = withoutPersonalNumbers(cell.found)
  return refused(
    {
      zh: `${path} 第 ${line} 行 ${column} 列：“${found}”不对，${allowed.zh}`,
      en: `${path} line ${line}, column ${column}: "${found}" is wrong: ${allowed.en}`,
    },
    cause,
  )
}

/** The refusal of whole lines, or of what they say in one column. */
export function wrongLines(path: string, lines: readonly number[], wrong: Text, column?: string): Refusal {
  const where = column === undefined ? { zh: '', en: '' } : { zh: ` ${column} 列`, en: `, column ${column}` }
  return refused({
    zh: `${path} 第 ${lines.join('、')} 行${where.zh}：${wrong.zh}`,
    en: `${path} line ${lines.join(', ')}${where.en}: ${wrong.en}`,
  })
}

function refused(text: Text, cause?: unknown): Refusal {
  return new Refusal(text, exitCodes.refused, { cause })
}

/** Our own messages are in both languages; the library's are asked for in Chinese. */
function inChinese(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return ''
  const said = z.locales.zhCN().localeError(issue as z.core.$ZodRawIssue)
  const isOurs = /[\u4e00-\u9fff]/.test(issue.message)
  return isOurs ? issue.message : typeof said === 'string' ? said : issue.message
}
