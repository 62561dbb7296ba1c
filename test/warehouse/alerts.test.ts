import { expect, test } from 'vitest'
import { columns, runModel, withoutLineEnds } from './given.js'

/**
 * One region and indicator with a warning line of 70, clear at 71 for two periods in a row. Each letter is a period from 2026-01 on:
 * a number is a value, `-` is a period without a report.
 */
async function alertsOf(...values: (number | '-')[]) {
  const statuses = values.map((value, index) => {
    const period = `2026-${String(index + 1).padStart(2, '0')}`
    const status = value === '-' ? 'not_reported' : value < 60 ? 'critical' : value < 70 ? 'warning' : 'ok'
    const reported = value === '-' ? null : value
    return [
      '990101',
      'county',
      '990101/2000-01',
      'rate',
      period,
      24_312 + index,
      reported,
      status,
      reported === null ? null : 70 - reported,
      2,
      reported !== null && reported >= 71,
    ]
  })
  return runModel(
    'shared/alert_runs.sql',
    {
      'marts.statuses(region_code varchar, region_level varchar, place varchar, indicator_id varchar, period varchar, ordinal bigint, value double, status varchar, distance double, clear_periods bigint, is_clear boolean)':
        statuses,
      ...withoutLineEnds,
    },
    'opened_period',
  )
}

test('an alert opens at the first period beyond the line and closes after two clear ones in a row', async () => {
  const rows = await alertsOf(75, 69, 58, 66, 72, 73, 74)
  expect(
    columns(
      rows,
      'alert_id',
      'state',
      'opened_period',
      'worst_period',
      'worst_value',
      'closed_period',
      'latest_period',
      'silent_periods',
    ),
  ).toEqual([['rate:990101:2026-02', 'closed', '2026-02', '2026-03', 58, '2026-06', '2026-06', 0]])
})

test('it does not flap: being just above the line, or clear only once, closes nothing', async () => {
  const rows = await alertsOf(69, 70.5, 72, 69.5, 71, 70, 72)
  expect(columns(rows, 'state', 'opened_period', 'closed_period', 'latest_value', 'age_periods')).toEqual([
    ['open', '2026-01', null, 72, 6],
  ])
})

test('silence is not recovery: the alert stays open with its age, and a clear streak is not broken by it', async () => {
  const silent = await alertsOf(75, 65, '-', '-')
  expect(columns(silent, 'state', 'latest_period', 'latest_value', 'silent_periods', 'age_periods')).toEqual([
    ['open', '2026-02', 65, 2, 2],
  ])
  const back = await alertsOf(65, 72, '-', 73)
  expect(columns(back, 'state', 'closed_period', 'silent_periods')).toEqual([['closed', '2026-04', 0]])
})

test('a relapse after closing is a new alert', async () => {
  const rows = await alertsOf(65, 72, 72, 72, 68)
  expect(columns(rows, 'state', 'opened_period', 'closed_period', 'latest_status')).toEqual([
    ['closed', '2026-01', '2026-03', 'ok'],
    ['open', '2026-05', null, 'warning'],
  ])
})

test('no alert where the line was never crossed, or nothing was ever reported', async () => {
  expect(await alertsOf(70, 71, 90)).toEqual([])
  expect(await alertsOf('-', '-')).toEqual([])
})
