import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { Region, RegionChange } from '../domain/region.js'
import { Threshold } from '../domain/threshold.js'
import type { Reference } from '../warehouse/load-reference.js'

/** The files of `reference/` that a release depends on. */
export const referenceFiles = ['regions.csv', 'region-changes.csv', 'thresholds.csv'] as const

/** A spreadsheet writes an empty cell as nothing; a schema wants null. */
const emptyAsNull = (row: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(row).map(([name, text]) => [name, names.includes(name) && text === '' ? null : text]),
  )

/** Reads and checks the reference tables. Throws a Refusal naming file, line, column, the text found and what is allowed. */
export async function readReference(folder: string, indicatorIds: readonly string[]): Promise<Reference> {
  const nullable = ['parent_code', 'region_class', 'valid_to']
  const regions = await readTable(folder, 'regions.csv', Region, (row) => emptyAsNull(row, nullable))
  const changes = await readTable(folder, 'region-changes.csv', RegionChange, (row) => row)
  const known = Threshold.refine((row) => indicatorIds.includes(row.indicator_id), {
    error: (issue) => `unknown indicator: ${(issue.input as Threshold).indicator_id}`,
    path: ['indicator_id'],
  })
  const thresholds = await readTable(folder, 'thresholds.csv', known, (row) => row)
  return { regions, changes, thresholds }
}

async function readTable<Row>(
  folder: string,
  name: string,
  schema: z.ZodType<Row>,
  prepare: (row: Record<string, string>) => unknown,
): Promise<Row[]> {
  const path = join(folder, name)
  const bytes = await readFile(path).catch((cause) => {
    throw new Refusal(
      {
        zh: `缺少参考表 ${path}；示例城市用 jiceng sample 生成`,
        en: `missing reference table ${path}; jiceng sample makes the fictional city's`,
      },
      exitCodes.refused,
      { cause },
    )
  })
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes)
  const records = parse(text, {
    columns: true,
    bom: true,
    info: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as {
    record: Record<string, string>
    info: { lines: number }
  }[]
  return records.map(({ record, info }) => {
    const parsed = schema.safeParse(prepare(record))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    const column = String(issue?.path[0] ?? '')
    throw new Refusal(
      {
        zh: `${path} 第 ${info.lines} 行 ${column} 列：“${record[column] ?? ''}” 不对（${issue?.message}）`,
        en: `${path} line ${info.lines}, column ${column}: "${record[column] ?? ''}" is wrong (${issue?.message})`,
      },
      exitCodes.refused,
      { cause: parsed.error },
    )
  })
}
