import { afterAll, beforeAll, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { Refusal } from '../../src/domain/refusal.js'
import { type AskedFigure, askedFigure } from '../../src/extracts/asked-figure.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { tinyWarehouse } from '../warehouse/tiny.js'

let warehouse: Warehouse
beforeAll(async () => {
  const received_at = '2026-02-04T02:00:00.000Z'
  const rows = ['990101001', '990104001'].map((code): [string, string, Record<string, number>] => [
    ...([code, '2026-01'] as const),
    { nonpublic_total: 9, nonpublic_eligible: 9, nonpublic_org_single: 4 },
  ])
  const files = [
    { dataset: 'coverage', unit: '990100', received_at, rows },
    { dataset: 'income', unit: '990100', received_at, rows: [['990101001201', '2025', { total_income_yuan: 5 }]] },
  ]
  warehouse = (await tinyWarehouse(files as Parameters<typeof tinyWarehouse>[0])).warehouse
})
afterAll(() => warehouse.close())

const ask = (indicator: string, region: string, period: string, depth: AskedFigure['depth'] = null) =>
  askedFigure(warehouse, topics, { indicator, region, period, depth })

/** What the refusal says, in both languages. */
async function refused(...asked: Parameters<typeof ask>): Promise<{ zh: string; en: string }> {
  const error = await ask(...asked).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${asked}`)
  return error.text
}

test('an indicator goes by its id or its name, a region by code, full or short name', async () => {
  const wanted = {
    period: '2026-01',
    regions: ['990101'],
    leaf: 'township',
    indicators: [{ id: 'nonpublic_coverage_pct' }],
  }
  for (const [indicator, region] of [
    ['nonpublic_coverage_pct', '990101'],
    ['nonpublic_coverage_pct', '990101000000'],
    ['非公企业党的组织覆盖率', '甲区'],
    ['Non-public firms: organisation coverage', '甲区'],
  ] as const)
    expect(await ask(indicator, region, '2026-01')).toMatchObject(wanted)
})

test('a city is told by its counties, a county down to every row; more or less when asked for', async () => {
  const leaf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).leaf
  expect(await leaf('nonpublic_coverage_pct', '990100', '2026-01')).toBe('county')
  expect(await leaf('nonpublic_coverage_pct', '990100', '2026-01', 9)).toBe('township')
  expect(await leaf('villages_no_income_pct', '990101', '2025')).toBe('village')
  expect(await leaf('villages_no_income_pct', '990101', '2025', 1)).toBe('township')
  expect(await leaf('nonpublic_coverage_pct', '990101', '2026-01', 0)).toBe('county')
})

test('what nobody knows is refused with what is near', async () => {
  expect((await refused('nonpublic_covrage_pct', '990101', '2026-01')).zh).toContain(
    'nonpublic_coverage_pct（非公企业党的组织覆盖率）',
  )
  expect((await refused('nonpublic_coverage_pct', '甲县', '2026-01')).en).toContain('near it are: 甲区 990101')
  expect((await refused('nonpublic_coverage_pct', '990109', '2026-01')).zh).toMatch(/相近的有：.*99010\d/)
  // 乙一乡 was one township until 2025 and is another code since; in a month there is only one.
  expect((await ask('nonpublic_coverage_pct', '乙一乡', '2026-01')).regions).toEqual(['990104001'])
})

test('a name that several regions bear is refused with their codes, and those that lie above them', async () => {
  const { zh, en } = await refused('nonpublic_coverage_pct', '甲', '2026-01')
  expect(zh).toContain('小城市甲区 990101、甲区甲一镇 990101001、甲区甲二镇 990101002')
  expect(en).toContain('give the code')
})

test('a period of another form, one without figures, and a village are refused with what there is', async () => {
  expect((await refused('nonpublic_coverage_pct', '990101', '2026')).zh).toContain('请写作 2026-10 的形式')
  expect((await refused('nonpublic_coverage_pct', '990101', '2026-13')).en).toContain('write it like 2026-10')
  expect((await refused('nonpublic_coverage_pct', '990101', '2017-01')).zh).toContain('有的是 2026-01 至 2026-02')
  expect((await refused('villages_no_income_pct', '990101001201', '2025')).en).toContain('no figure of its own')
})
