import { expect, test } from 'vitest'
import { type TinyFile, type TinyRun, threshold, tinyWarehouse } from './tiny.js'

/** 甲区's two townships with ten firms each, of which so many have an organisation. */
const returned = (received_at: string, ...months: [period: string, first: number, second: number][]): TinyFile => ({
  dataset: 'coverage',
  unit: '990101',
  received_at,
  rows: months.flatMap(([period, first, second]): TinyFile['rows'] => [
    ['990101001', period, { nonpublic_total: 10, nonpublic_org_single: first }],
    ['990101002', period, { nonpublic_total: 10, nonpublic_org_single: second }],
  ]),
})

const line = threshold({
  indicator_id: 'nonpublic_coverage_pct',
  region_level: 'county',
  warning: '85',
  critical: '50',
})
const run: TinyRun = { thresholds: [line], period: '2026-03', as_of: '2026-04-20' }

async function told(...files: TinyFile[]) {
  const { warehouse, failures } = await tinyWarehouse(files, run)
  try {
    const revisions = await warehouse.query(
      `select region_code, period, received_on, value_before, value_after, numerator_before, numerator_after,
         denominator_before, denominator_after, units_before, units_after, units_expected
       from raw.revisions where indicator_id = 'nonpublic_coverage_pct' order by seq, region_code`,
    )
    const alerts = await warehouse.query(
      'select alert_id, state, opened_period, latest_period, withdrawn_on from marts.alerts order by state, alert_id',
    )
    return { revisions, alerts, failures }
  } finally {
    await warehouse.close()
  }
}

test('a corrected return tells what it moved, up to the city; the alert that it undoes is withdrawn, not closed', async () => {
  // 16 of 20 firms are 80 %, below 85; with 18 of 20 it is 90 %.
  const { revisions, alerts, failures } = await told(
    returned('2026-02-03T01:00:00Z', ['2026-01', 8, 8]),
    returned('2026-02-20T01:00:00Z', ['2026-01', 10, 8]),
  )
  expect(failures).toEqual([])
  const common = { period: '2026-01', received_on: '2026-02-20' }
  const county = {
    ...common,
    ...{ value_before: 80, value_after: 90, numerator_before: 16, numerator_after: 18 },
    ...{ denominator_before: 20, denominator_after: 20, units_before: 2, units_after: 2 },
  }
  expect(revisions).toEqual([
    // The city has two more townships, 丁区's, that sent nothing.
    { region_code: '990100', ...county, units_expected: 4 },
    { region_code: '990101', ...county, units_expected: 2 },
    {
      ...{ region_code: '990101001', ...common, value_before: 80, value_after: 100, numerator_before: 8 },
      ...{ numerator_after: 10, denominator_before: 10, denominator_after: 10 },
      ...{ units_before: 1, units_after: 1, units_expected: 1 },
    },
  ])
  expect(alerts).toEqual([
    {
      alert_id: 'nonpublic_coverage_pct:990101:2026-01',
      state: 'withdrawn',
      opened_period: '2026-01',
      latest_period: '2026-01',
      withdrawn_on: '2026-02-20',
    },
  ])
})

test('the same figures sent again revise nothing', async () => {
  const { revisions, alerts } = await told(
    returned('2026-02-03T01:00:00Z', ['2026-01', 8, 8]),
    returned('2026-02-20T01:00:00Z', ['2026-01', 8, 8]),
  )
  expect(revisions).toEqual([])
  expect(alerts).toMatchObject([{ state: 'open' }])
})

test('an alert that a correction only lets begin later, or that a later correction brings back, is not withdrawn', async () => {
  const moved = await told(
    returned('2026-03-03T01:00:00Z', ['2026-01', 8, 8], ['2026-02', 8, 8]),
    returned('2026-03-20T01:00:00Z', ['2026-01', 10, 8]),
  )
  expect(moved.alerts).toMatchObject([{ state: 'open', opened_period: '2026-02' }])
  const back = await told(
    returned('2026-02-03T01:00:00Z', ['2026-01', 8, 8]),
    returned('2026-02-20T01:00:00Z', ['2026-01', 10, 8]),
    returned('2026-02-25T01:00:00Z', ['2026-01', 7, 8]),
  )
  expect(back.alerts).toMatchObject([{ state: 'open', opened_period: '2026-01' }])
  expect(back.revisions.map(({ region_code, value_after }) => [region_code, value_after])).toEqual([
    ...[
      ['990100', 90],
      ['990101', 90],
      ['990101001', 100],
    ],
    ...[
      ['990100', 75],
      ['990101', 75],
      ['990101001', 70],
    ],
  ])
})

test('recovery stays recovery: an alert that later figures closed is closed, also when another month is revised', async () => {
  const { alerts } = await told(
    returned('2026-02-03T01:00:00Z', ['2026-01', 8, 8]),
    returned('2026-03-03T01:00:00Z', ['2026-02', 9, 9]),
    returned('2026-03-10T01:00:00Z', ['2026-02', 10, 9]),
  )
  expect(alerts).toMatchObject([{ state: 'closed', opened_period: '2026-01', withdrawn_on: null }])
})

test('a correction of another return that an indicator reads is a revision too: last year’s rural income moves this year’s ratio', async () => {
  const income = (received_at: string, disposable_income_yuan: number): TinyFile => ({
    dataset: 'rural_income',
    unit: '990101',
    received_at,
    rows: [['990101', '2025', { disposable_income_yuan }]],
  })
  const stipend: TinyFile = {
    dataset: 'stipend',
    unit: '990101',
    received_at: '2026-02-04T01:00:00Z',
    rows: [['990101001', '2026-01', { posts: 2, paid_total_yuan: 4000 }]],
  }
  const { warehouse } = await tinyWarehouse(
    [income('2026-01-25T01:00:00Z', 24_000), stipend, income('2026-03-25T01:00:00Z', 12_000)],
    run,
  )
  try {
    // 4,000 yuan a month for two are 48,000 a year, over twice the income of 24,000 (then 12,000).
    expect(
      await warehouse.query(
        `select region_code, period, value_before, value_after from raw.revisions
         where indicator_id = 'stipend_to_rural_income_ratio' and region_code = '990101'`,
      ),
    ).toEqual([{ region_code: '990101', period: '2026-01', value_before: 1, value_after: 2 }])
  } finally {
    await warehouse.close()
  }
})
