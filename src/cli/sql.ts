import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { releaseFolder } from '../refresh/release.js'
import { QueryError, type Result, Warehouse } from '../warehouse/warehouse.js'
import type { CommandSpec } from './command.js'
import { csvOf } from './csv-of.js'
import { textTable } from './text-table.js'

const formats = ['table', 'csv', 'json', 'arrow'] as const
type Format = (typeof formats)[number]

/** `jiceng sql`: any question to the published warehouse, read-only. */
export const sql: CommandSpec = {
  name: 'sql',
  summary: { zh: '用 SQL 查询已发布的数据仓库（只读）', en: 'ask the published warehouse in SQL (read-only)' },
  examples: [
    `jiceng sql "select * from marts.alerts where state = 'open' limit 5"`,
    'jiceng sql --file question.sql --format csv --out answer.csv',
  ],
  declare: (command, say) =>
    command
      .argument('[query]', say({ zh: 'SQL 语句', en: 'the query' }))
      .option('--file <path>', say({ zh: '从文件读取 SQL', en: 'read the query from a file' }))
      .option(
        '--release <name>',
        say({ zh: '查询哪一期（默认：当前）', en: 'which release (default: the current one)' }),
      )
      .option(
        '--format <format>',
        say({ zh: `输出格式：${formats.join('、')}`, en: `format: ${formats.join(', ')}` }),
        'table',
      )
      .option('--out <path>', say({ zh: '写入文件', en: 'write to a file' })),
  run: async ({ home, json, terminal }, options, [typed]) => {
    const query = typeof options.file === 'string' ? await readFile(options.file, 'utf8') : typed
    if (query === undefined) {
      throw new Refusal({ zh: '请给出 SQL 语句，或用 --file 指定文件', en: 'give a query, or a file with --file' })
    }
    const format = json ? 'json' : formats.find((name) => name === options.format)
    if (format === undefined) {
      throw new Refusal({
        zh: `没有这种格式：${options.format}；可选：${formats.join('、')}`,
        en: `no such format: ${options.format}; there are: ${formats.join(', ')}`,
      })
    }
    const folder = await releaseFolder(home, typeof options.release === 'string' ? options.release : undefined)
    const warehouse = await Warehouse.open(join(folder, 'warehouse.duckdb'), { readOnly: true })
    try {
      const result = await warehouse.result(query)
      const out = typeof options.out === 'string' ? options.out : null
      if (format === 'arrow') {
        if (out === null) throw arrowNeedsFile()
        const { toArrow } = await import('../extracts/arrow.js')
        await writeFile(out, toArrow(result))
      } else if (out === null) terminal.print(formatted(result, format))
      else await writeFile(out, `${formatted(result, format)}\n`)
    } catch (error) {
      if (!(error instanceof QueryError)) throw error
      const reason = error.cause instanceof Error ? error.cause.message : String(error.cause)
      throw new Refusal({ zh: `查询有误：${reason}`, en: `the query is wrong: ${reason}` }, exitCodes.usage, {
        cause: error,
      })
    } finally {
      await warehouse.close()
    }
    return exitCodes.ok
  },
}

function arrowNeedsFile(): Refusal {
  return new Refusal({
    zh: 'Arrow 是二进制格式，请用 --out 文件名.arrow 写入文件',
    en: 'Arrow is a binary format: name a file with --out answer.arrow',
  })
}

function formatted({ columns, rows }: Result, format: Exclude<Format, 'arrow'>): string {
  const names = columns.map(({ name }) => name)
  if (format === 'json') return JSON.stringify(rows)
  if (format === 'csv') return csvOf({ columns, rows })
  return textTable(
    names,
    rows.map((row) => names.map((name) => String(row[name] ?? ''))),
  )
}
