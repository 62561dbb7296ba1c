import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { columns } from './given.js'
import { type TinyFile, threshold, tinyWarehouse } from './tiny.js'

const firms = (total: number, single: number, joint: number) => ({
  nonpublic_total: total,
  nonpublic_eligible: total,
  nonpublic_org_single: single,
  nonpublic_org_joint: joint,
})
const at = (month: string) => `${month}-04T02:00:00.000Z`

// 甲区 21 of 30, 乙县 4 of 8, 丙县 9 of 12, the city 34 of 50 in 2025-12.
const december: TinyFile = {
  dataset: 'coverage',
  unit: '990100',
  received_at: at('2026-01'),
  rows: [
    ['990101001', '2025-12', firms(10, 5, 2)],
    ['990101002', '2025-12', firms(20, 10, 4)],
    ['990102001', '2025-12', firms(8, 3, 1)],
    ['990103001', '2025-12', firms(12, 8, 1)],
  ],
}
// 甲二镇 does not report; 丁区 15 of 20, the city 23 of 30 from three of four townships.
const january: TinyFile = {
  dataset: 'coverage',
  unit: '990100',
  received_at: at('2026-02'),
  rows: [
    ['990101001', '2026-01', firms(10, 5, 3)],
    ['990104001', '2026-01', firms(8, 5, 1)],
    ['990104002', '2026-01', firms(12, 8, 1)],
  ],
}
// A correction of 甲区's December: one firm fewer has an organisation of its own, and 甲二镇 is left out.
const correction: TinyFile = {
  dataset: 'coverage',
  unit: '990101',
  received_at: '2026-02-20T02:00:00.000Z',
  rows: [['990101001', '2025-12', firms(10, 4, 2)]],
}

describe('roll-up of parts', () => {
  let warehouse: Warehouse
  let failures: unknown[]
  beforeAll(async () => {
    const built = await tinyWarehouse([december, january], {
      thresholds: [threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '70', critical: '60' })],
    })
    warehouse = built.warehouse
    failures = built.failures
  })
  afterAll(() => warehouse.close())

  const values = async (period: string) =>
    columns(
      await warehouse.query(
        `select * from marts.indicator_values where indicator_id = 'nonpublic_coverage_pct' and period = '${period}'
         and region_level in ('prefecture', 'county') order by region_code`,
      ),
      'region_code',
      'numerator',
      'denominator',
      'value',
      'units_expected',
      'units_reported',
      'is_carried_back',
    )

  test('sums numerators and denominators, and never averages rates', async () => {
    expect(await values('2025-12')).toEqual([
      ['990100', 34, 50, 68, 4, 4, false],
      ['990101', 21, 30, 70, 2, 2, false],
      ['990102', 4, 8, 50, 1, 1, false],
      ['990103', 9, 12, 75, 1, 1, false],
      // What the two predecessors of 丁区 reported, put together under its code: 13 of 20.
      ['990104', 13, 20, 65, 2, 2, true],
    ])
  })

  test('a merged region stands under its new code from its month on, the old ones no longer', async () => {
    expect(await values('2026-01')).toEqual([
      ['990100', 23, 30, (100 * 23) / 30, 4, 3, false],
      ['990101', 8, 10, 80, 2, 1, false],
      ['990104', 15, 20, 75, 2, 2, false],
    ])
  })

  test('a month in which nobody reported is there, without a value', async () => {
    expect(await values('2026-02')).toEqual([
      ['990100', null, null, null, 4, 0, false],
      ['990101', null, null, null, 2, 0, false],
      ['990104', null, null, null, 2, 0, false],
    ])
  })

  test('passes every audit', () => {
    expect(failures).toEqual([])
  })

  test('status, gap and arrival follow from the parts', async () => {
    const rows = await warehouse.query(
      `select * from marts.statuses where indicator_id = 'nonpublic_coverage_pct' and region_level in ('prefecture', 'county')
       order by period, region_code`,
    )
    expect(columns(rows, 'period', 'region_code', 'status', 'gap', 'gap_unit', 'arrival_period')).toEqual([
      // 70 % of 50 is 35: one firm more. Exactly on the line (甲区) is on it. 丁区 needs 14 of 20; 乙县 6 of 8: 5.6 rounded up.
      ['2025-12', '990100', 'warning', 1, '家', null],
      ['2025-12', '990101', 'ok', null, null, null],
      ['2025-12', '990102', 'critical', 2, '家', null],
      ['2025-12', '990103', 'ok', null, null, null],
      ['2025-12', '990104', 'warning', 1, '家', null],
      ['2026-01', '990100', 'ok', null, null, null],
      ['2026-01', '990101', 'ok', null, null, null],
      ['2026-01', '990104', 'ok', null, null, null],
      ['2026-02', '990100', 'not_reported', null, null, null],
      ['2026-02', '990101', 'not_reported', null, null, null],
      ['2026-02', '990104', 'not_reported', null, null, null],
    ])
  })
})

test('a correction replaces the unit’s whole return for the period, and no other unit’s', async () => {
  const { warehouse, failures } = await tinyWarehouse([december, january, correction])
  const rows = await warehouse.query(
    `select * from marts.indicator_values where indicator_id = 'nonpublic_coverage_pct' and period = '2025-12'
     and region_code in ('990100', '990101') order by region_code`,
  )
  // 甲区 is now 6 of 10 from one township; the city 6 + 4 + 9 of 10 + 8 + 12.
  expect(columns(rows, 'region_code', 'numerator', 'denominator', 'units_reported')).toEqual([
    ['990100', 19, 30, 3],
    ['990101', 6, 10, 1],
  ])
  expect(failures).toEqual([])
  await warehouse.close()
})

test('a return for a region that is not valid in its period fails an audit', async () => {
  const late: TinyFile = { ...january, rows: [['990102001', '2026-01', firms(8, 3, 1)]] }
  const { warehouse, failures } = await tinyWarehouse([december, late])
  expect(failures.map(({ name }) => name)).toEqual(['shared/orphan_regions'])
  await warehouse.close()
})

test('before the deadline silence is not due, after it not reported', async () => {
  const { warehouse } = await tinyWarehouse([december, january], { period: '2026-02', as_of: '2026-03-05' })
  const rows = await warehouse.query(
    `select distinct status from marts.statuses where indicator_id = 'nonpublic_coverage_pct' and period = '2026-02'`,
  )
  expect(rows).toEqual([{ status: 'not_due' }])
  await warehouse.close()
})
