import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { Refusal } from '../../src/domain/refusal.js'
import { Threshold } from '../../src/domain/threshold.js'
import { readThresholds } from '../../src/refresh/reference.js'
import { tinyRegions } from '../warehouse/tiny.js'

const header = Object.keys(Threshold.shape).join(',')
const good = 'nonpublic_coverage_pct,all,,78,70,,,flat,1,2,10,2018-01,2020-12,示例,'

/** What is said of a registry with these rows below the header, which is line 1. */
async function refusalOf(...rows: string[]): Promise<{ zh: string; en: string } | null> {
  const path = join(await mkdtemp(join(tmpdir(), 'jiceng-thresholds-')), 'thresholds.csv')
  await writeFile(path, `${[header, ...rows].join('\n')}\n`)
  const refused = await readThresholds(path, topics, tinyRegions).then(
    () => null,
    (error: unknown) => error,
  )
  if (refused !== null && !(refused instanceof Refusal)) throw refused
  return refused && { zh: refused.text.zh.replace(path, ''), en: refused.text.en.replace(path, '') }
}

test.each([
  ['nonpublic_covrage_pct,all,,78,70,,,flat,1,2,10,2018-01,,示例,', 'indicator_id', 'unknown indicator'],
  ['social_coverage_pct,class:hills,,78,70,,,flat,1,2,10,2018-01,,示例,', 'scope', 'classes are'],
  ['social_coverage_pct,region:990199,,78,70,,,flat,1,2,10,2018-01,,示例,', 'scope', 'no code 990199'],
  ['social_coverage_pct,all,,七十八,70,,,flat,1,2,10,2018-01,,示例,', 'warning', 'a number'],
  ['social_coverage_pct,all,,70,78,,,flat,1,2,10,2018-01,,示例,', 'critical', 'worse than the warning line 70'],
  ['stipend_arrears_pct,all,,5,1,,,flat,1,2,10,2018-01,,示例,', 'critical', 'lower is better'],
  ['social_coverage_pct,all,,70,60,,2027-12,linear,1,2,10,2018-01,,示例,', 'target', 'must be filled in'],
])('%s', async (row, column, en) => {
  const said = await refusalOf(good, row)
  expect(said?.zh).toMatch(new RegExp(`^ 第 3 行 ${column} 列：`))
  expect(said?.en).toContain(`line 3, column ${column}: `)
  expect(said?.en).toContain(en)
})

test('rows that overlap are named by both lines', async () => {
  const said = await refusalOf(good, 'nonpublic_coverage_pct,all,,80,70,,,flat,1,2,10,2020-12,,示例,')
  expect(said?.zh).toMatch(/^ 第 2、3 行 valid_from 列：同一指标 nonpublic_coverage_pct、同一范围 all 的两行有效期重叠/)
  expect(said?.en).toMatch(/^ line 2, 3, column valid_from: two rows for nonpublic_coverage_pct/)
  expect(await refusalOf(good, 'nonpublic_coverage_pct,all,,80,70,,,flat,1,2,10,2021-01,,示例,')).toBeNull()
})
