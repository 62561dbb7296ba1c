import { expect, test } from 'vitest'
import { columns } from './given.js'
import { type TinyFile, tinyWarehouse } from './tiny.js'

const received_at = '2026-02-04T02:00:00.000Z'
const paid = (posts: number, total: number) => ({ posts, paid_total_yuan: total })

test('the stipend is held against last year’s income of the county that the township belonged to then', async () => {
  const stipend: TinyFile = {
    dataset: 'stipend',
    unit: '990100',
    received_at,
    rows: [
      ['990101001', '2026-01', paid(10, 20_000)],
      ['990104001', '2026-01', paid(4, 10_000)],
      ['990104002', '2026-01', paid(6, 12_000)],
    ],
  }
  const ruralIncome: TinyFile = {
    dataset: 'rural_income',
    unit: '990100',
    received_at: '2026-01-25T02:00:00.000Z',
    rows: [
      ['990101', '2025', { disposable_income_yuan: 12_000 }],
      ['990102', '2025', { disposable_income_yuan: 15_000 }],
      ['990103', '2025', { disposable_income_yuan: 10_000 }],
    ],
  }
  const { warehouse, failures } = await tinyWarehouse([ruralIncome, stipend])
  const rows = await warehouse.query(
    `select * from marts.indicator_values where indicator_id = 'stipend_to_rural_income_ratio' and period = '2026-01'
     and region_level in ('prefecture', 'county') order by region_code`,
  )
  expect(columns(rows, 'region_code', 'numerator', 'denominator', 'value')).toEqual([
    // 42 000 x 12 over 120 000 + 60 000 + 60 000.
    ['990100', 504_000, 240_000, 2.1],
    ['990101', 240_000, 120_000, 2],
    // 丁区 has no income of 2025; its townships had, in 乙县 and 丙县: 4 x 15 000 + 6 x 10 000.
    ['990104', 264_000, 120_000, 2.2],
  ])
  expect(failures).toEqual([])
  await warehouse.close()
})

test('without last year’s income there is no ratio, and it is not zero', async () => {
  const stipend: TinyFile = {
    dataset: 'stipend',
    unit: '990101',
    received_at,
    rows: [['990101001', '2026-01', paid(10, 20_000)]],
  }
  const { warehouse } = await tinyWarehouse([stipend])
  const rows = await warehouse.query(
    `select * from marts.indicator_values where region_code = '990101' and period = '2026-01' order by indicator_id`,
  )
  expect(columns(rows, 'indicator_id', 'value', 'units_reported')).toEqual([
    ['stipend_arrears_pct', 0, 1],
    ['stipend_below_standard_pct', 0, 1],
    ['stipend_mean_yuan_per_month', 2000, 1],
    ['stipend_to_rural_income_ratio', null, 0],
  ])
  await warehouse.close()
})
