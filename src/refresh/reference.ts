import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { Region, RegionChange } from '../domain/region.js'
import type { Text } from '../domain/text.js'
import { Threshold } from '../domain/threshold.js'
import type { Topic } from '../domain/topic.js'
import { readCsv } from '../intake/reading/csv-reader.js'
import { decode } from '../intake/reading/decode.js'
import type { Reference } from '../warehouse/load-reference.js'

/** The files of `reference/` that a release depends on. */
export const referenceFiles = ['regions.csv', 'region-changes.csv', 'thresholds.csv'] as const

/** Reads and checks the reference tables. Throws a Refusal naming file, line, column, the text found and what is allowed. */
export async function readReference(folder: string, topics: readonly Topic[]): Promise<Reference> {
  const indicatorIds = topics.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  const known = Threshold.refine((row) => indicatorIds.includes(row.indicator_id), {
    error: '没有这个指标 (unknown indicator)',
    path: ['indicator_id'],
  })
  return {
    regions: await readTable(join(folder, 'regions.csv'), Object.keys(Region.shape), Region, [
      'parent_code',
      'region_class',
      'valid_to',
    ]),
    changes: await readTable(join(folder, 'region-changes.csv'), Object.keys(RegionChange.shape), RegionChange),
    thresholds: await readTable(join(folder, 'thresholds.csv'), Object.keys(Threshold.shape), known),
  }
}

/** `blankAsNull`: columns in which an empty cell means that there is none. */
async function readTable<Row>(
  path: string,
  columns: readonly string[],
  schema: z.ZodType<Row>,
  blankAsNull: readonly string[] = [],
): Promise<Row[]> {
  const [header, ...rows] = await readLines(path)
  const names = header?.cells.map(({ text }) => text.trim()) ?? []
  const missing = columns.filter((name) => !names.includes(name))
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
  return rows.map(({ number, cells }) => {
    const row = Object.fromEntries(
      names.map((name, at) => {
        const text = cells[at]?.text.trim() ?? ''
        return [name, text === '' && blankAsNull.includes(name) ? null : text]
      }),
    )
    const parsed = schema.safeParse(row)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    const column = String(issue?.path[0] ?? names[0])
    const found = row[column] ?? ''
    throw refused(
      {
        zh: `${path} 第 ${number} 行 ${column} 列：“${found}”不对，${inChinese(issue)}`,
        en: `${path} line ${number}, column ${column}: "${found}" is wrong: ${issue?.message}`,
      },
      parsed.error,
    )
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
