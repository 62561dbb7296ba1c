import { expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { writeBrief } from '../../src/briefing/write-brief.js'
import type { BriefTable } from '../../src/domain/brief.js'
import { briefFactsOf } from '../../src/extracts/brief-facts.js'
import { type TinyFile, threshold, tinyWarehouse } from '../warehouse/tiny.js'

const month = (period: string, received_at: string, rows: [string, number][]): TinyFile => ({
  dataset: 'coverage',
  unit: '990100',
  received_at,
  rows: rows.map(([region, single]) => [
    region,
    period,
    { nonpublic_total: 10, nonpublic_eligible: 10, nonpublic_org_single: single },
  ]),
})

// Of ten firms in each township. 甲区: 60 %, then 80 %; 丁区: 70 %, then 65 %. The city: 26 of 40, then 29 of 40.
const files = [
  month('2026-01', '2026-02-04T00:00:00.000Z', [
    ['990101001', 6],
    ['990101002', 6],
    ['990104001', 6],
    ['990104002', 8],
  ]),
  month('2026-02', '2026-03-04T00:00:00.000Z', [
    ['990101001', 8],
    ['990101002', 8],
    ['990104001', 5],
    ['990104002', 8],
  ]),
]

test('a bulletin from a warehouse alone: one county came above the line, the other fell below it', async () => {
  const thresholds = [threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '70', critical: '55' })]
  const { warehouse } = await tinyWarehouse(files, { thresholds, period: '2026-02' })
  const run = { period: '2026-02', as_of: '2026-03-10' }
  const brief = writeBrief(await briefFactsOf(warehouse, topics, { release: '2026-02-1', run, sample: false }))
  await warehouse.close()

  const firstPage = brief.summary.map(({ text }) => text.zh).join('')
  // 29 of 40 is 72.5 %, 26 of 40 is 65.0 %.
  expect(firstPage).toContain('非公企业党的组织覆盖率72.5%，比上月上升7.5个百分点，1个县区低于预警线')
  // 甲区 left the list and 丁区 came onto it: as many as before.
  expect(firstPage).toContain('1项没有变化')
  expect(firstPage).toContain('本月新增预警1条')
  expect(brief.notice).toBeNull()

  const tables = brief.sections.flatMap(({ blocks }) =>
    blocks.filter((block): block is BriefTable => block.kind === 'table'),
  )
  const rows = (id: string) =>
    tables.find((table) => table.id === id)?.rows.map(({ cells }) => cells.map(({ text }) => text.zh))
  expect(rows('coverage')?.map(([name, value]) => [name, value])).toEqual([
    ['甲区', '80.0'],
    ['丁区', '65.0'],
    ['全市', '72.5'],
  ])
  // 65 % of 20 firms is 13; 70 % is 14. It fell from 70 to 65: away from the line.
  expect(rows('opened')).toEqual([['丁区', '非公企业党的组织覆盖率', '65.0%', '70%', '还差1家', '在变差']])
})
