import { describe, expect, test } from 'vitest'
import { incomeBands } from '../../pipelines/income/bands.js'
import { columns, runModel } from './given.js'
import { tinyWarehouse } from './tiny.js'

const incomeColumns = 'staging.income(region_code varchar, period varchar, total_income_yuan decimal(18,2))'
const calendar = {
  'raw.calendar(dataset varchar, period varchar, ordinal bigint, last_month varchar)': [
    ['income', '2024', 2024, '2024-12'],
    ['income', '2025', 2025, '2025-12'],
  ],
}
const villages = ['1', '2', '3', '4', '5']

describe('bands', () => {
  const bandOf = async (...incomes: (number | null)[]) => {
    const rows = await runModel(
      'income/village_bands.sql',
      {
        [incomeColumns]: incomes.map((income, index) => [villages[index] ?? '', '2025', income]),
        ...calendar,
      },
      'region_code',
    )
    return rows.map(({ band }) => band)
  }

  test('a boundary value belongs to one band only: 5, 10 and 50万 to the lower, 100万 to the upper', async () => {
    expect(await bandOf(0, 0.01, 50_000, 50_000.01, 100_000)).toEqual([
      'none',
      'up_to_50k',
      'up_to_50k',
      '50k_to_100k',
      '50k_to_100k',
    ])
    expect(await bandOf(100_000.01, 500_000, 500_000.01, 999_999.99, 1_000_000)).toEqual([
      '100k_to_500k',
      '100k_to_500k',
      '500k_to_1m',
      '500k_to_1m',
      'from_1m',
    ])
  })

  test('are those that the methodology page names', async () => {
    const used = [...(await bandOf(0, 1, 60_000, 200_000, 600_000)), ...(await bandOf(2_000_000))]
    expect(used).toEqual(incomeBands.list.map(({ band }) => band))
  })

  test('a village that did not say its income is in no band', async () => {
    expect(await bandOf(0, null)).toEqual(['none'])
  })
})

test('the median is that of villages: the middle one, or the mean of the two in the middle', async () => {
  const ancestors = villages.map((code) => [code, '990101', '2000-01', '9999-12'])
  const medianOf = async (...incomes: (number | null)[]) =>
    runModel(
      'income/direct.sql',
      {
        [incomeColumns]: incomes.map((income, index) => [villages[index] ?? '', '2025', income]),
        'marts.ancestors(unit_code varchar, region_code varchar, from_month varchar, to_month varchar)': ancestors,
        ...calendar,
      },
      'region_code',
    )
  expect(columns(await medianOf(900, 10, 30), 'value', 'units_reported')).toEqual([[30, 3]])
  expect(columns(await medianOf(900, 10, 30, 50), 'value', 'units_reported')).toEqual([[40, 4]])
  expect(columns(await medianOf(900, 10, 30, 50, null), 'value', 'units_reported')).toEqual([[40, 4]])
  expect(columns(await medianOf(7), 'value', 'units_reported')).toEqual([[7, 1]])
})

test('transitions follow a village through a re-coding', async () => {
  const rows = await runModel(
    'income/transitions.sql',
    {
      'marts.income_village_bands(region_code varchar, period varchar, ordinal bigint, last_month varchar, band varchar)':
        [
          ['old1', '2024', 2024, '2024-12', 'none'],
          ['new1', '2025', 2025, '2025-12', 'up_to_50k'],
          ['new2', '2024', 2024, '2024-12', 'none'],
          ['new2', '2025', 2025, '2025-12', 'none'],
          // Reported for the first time: it moved from nowhere.
          ['new3', '2025', 2025, '2025-12', 'none'],
          // Another village had this code in 2024: it is not where this one came from.
          ['reused', '2024', 2024, '2024-12', 'none'],
          ['reused', '2025', 2025, '2025-12', 'from_1m'],
        ],
      'marts.lineage(region_code varchar, valid_from varchar, valid_to varchar, later_code varchar, later_from varchar, later_to varchar, unshared_split varchar)':
        [
          ['old1', '2000-01', '2024-12', 'old1', '2000-01', '2024-12', ''],
          ['old1', '2000-01', '2024-12', 'new1', '2025-01', '9999-12', ''],
          ['new1', '2025-01', '9999-12', 'new1', '2025-01', '9999-12', ''],
          ['new2', '2000-01', '9999-12', 'new2', '2000-01', '9999-12', ''],
          ['new3', '2025-01', '9999-12', 'new3', '2025-01', '9999-12', ''],
          ['reused', '2000-01', '2024-12', 'reused', '2000-01', '2024-12', ''],
          ['reused', '2025-01', '9999-12', 'reused', '2025-01', '9999-12', ''],
        ],
      'marts.ancestors(unit_code varchar, region_code varchar, region_level varchar, from_month varchar, to_month varchar)':
        [
          ['new1', '990104', 'county', '2025-01', '9999-12'],
          ['new2', '990104', 'county', '2025-01', '9999-12'],
          ['reused', '990104', 'county', '2025-01', '9999-12'],
          ['new3', '990104', 'county', '2025-01', '9999-12'],
        ],
    },
    'from_band, to_band',
  )
  expect(columns(rows, 'period', 'from_band', 'to_band', 'villages')).toEqual([
    ['2025', 'none', 'none', 1],
    ['2025', 'none', 'up_to_50k', 1],
  ])
})

test('village figures reach the township, the county and the city, with how many villages reported', async () => {
  const { warehouse, failures } = await tinyWarehouse([
    {
      dataset: 'income',
      unit: '990101',
      received_at: '2026-01-19T02:00:00.000Z',
      rows: [['990101001201', '2025', { total_income_yuan: 50_000 }]],
    },
  ])
  const rows = await warehouse.query(
    `select * from marts.indicator_values where period = '2025' and indicator_id in ('income_median_yuan', 'villages_up_to_50k_pct')
     and region_code in ('990100', '990101', '990101001') order by indicator_id, region_code`,
  )
  expect(columns(rows, 'indicator_id', 'region_code', 'value', 'units_reported', 'units_expected')).toEqual(
    ['income_median_yuan', 'villages_up_to_50k_pct'].flatMap((indicator) =>
      ['990100', '990101', '990101001'].map((code) => [
        indicator,
        code,
        indicator === 'income_median_yuan' ? 50_000 : 100,
        1,
        2,
      ]),
    ),
  )
  expect(failures).toEqual([])
  await warehouse.close()
})
