import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { ReleaseState } from '../../src/domain/release-state.js'
import { releaseStateOf } from '../../src/extracts/release-state.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { type TinyFile, threshold, tinyWarehouse } from '../warehouse/tiny.js'

const firms = (organised: number) => ({
  nonpublic_total: 10,
  nonpublic_eligible: 10,
  nonpublic_org_single: organised,
})
const file = (period: string, received_at: string, unit: string, rows: Record<string, number>): TinyFile => ({
  dataset: 'coverage',
  unit,
  received_at,
  rows: Object.entries(rows).map(([region, organised]) => [region, period, firms(organised)]),
})

// January: 甲区 12 of 20 on time, 丁区 8 of 20 late (the returns are due on the 5th). February: only 甲区 so far, with one of two townships.
const files = [
  file('2026-01', '2026-02-03T00:00:00.000Z', '990101', { '990101001': 8, '990101002': 4 }),
  file('2026-01', '2026-02-20T00:00:00.000Z', '990104', { '990104001': 3, '990104002': 5 }),
  file('2026-02', '2026-03-04T00:00:00.000Z', '990101', { '990101001': 7 }),
]
const run = { period: '2026-02', as_of: '2026-03-10' }
const city = '990100'

let warehouse: Warehouse
let state: ReleaseState
beforeAll(async () => {
  const thresholds = [threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '50', critical: '30' })]
  ;({ warehouse } = await tinyWarehouse(files, { thresholds, ...run }))
  state = await stateNow()
})
afterAll(() => warehouse.close())

async function stateNow(): Promise<ReleaseState> {
  const sources = { reference: { b: 'b'.repeat(64), a: 'a'.repeat(64) }, code: 'c'.repeat(64) }
  return releaseStateOf(warehouse, { release: '2026-02-1', run, sources, topics })
}

describe('the state of a release', () => {
  test('has the figures of the city and its counties at the shown period', () => {
    const shown = state.figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
    expect(
      shown.map(({ region_code, period, value, numerator, denominator, status }) => [
        ...[region_code, period, value, numerator, denominator, status],
      ]),
    ).toEqual([
      [city, '2026-02', 70, 7, 10, 'ok'],
      ['990101', '2026-02', 70, 7, 10, 'ok'],
      ['990104', '2026-02', null, null, null, 'not_reported'],
    ])
  })

  test('has their alerts, and no township’s', () => {
    expect(
      state.alerts.map(({ alert_id, state, latest_value, latest_status }) => [
        ...[alert_id, state, latest_value, latest_status],
      ]),
    ).toEqual([['nonpublic_coverage_pct:990104:2026-01', 'open', 40, 'warning']])
  })

  test('has the month’s returns, and of the months before those that were not whole and on time', () => {
    const coverage = state.returns.filter(({ dataset }) => dataset === 'coverage')
    expect(
      coverage.map(({ reporting_unit, period, state, received_on }) => [
        ...[reporting_unit, period, state, received_on],
      ]),
    ).toEqual([
      ['990104', '2026-01', 'late', '2026-02-20'],
      ['990101', '2026-02', 'partly', '2026-03-04'],
      ['990104', '2026-02', 'missing', null],
    ])
  })

  test('counts the files, names what it names, and keeps the hashes in order', () => {
    expect(state.files).toEqual({ accepted: 3, accepted_with_warnings: 0, partly_accepted: 0, refused: 0 })
    expect(state.regions.map(({ region_name }) => region_name)).toEqual(['小城市', '甲区', '丁区'])
    expect(Object.keys(state.reference)).toEqual(['a', 'b'])
  })

  test('is read back as it was written', () => {
    expect(ReleaseState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  test('does not know in what order rows lie', async () => {
    for (const table of ['marts.indicator_values', 'marts.alert_runs', 'raw.submissions'])
      await warehouse.run(
        `create or replace table ${table} as select * from ${table} order by hash(${table.split('.')[1]})`,
      )
    expect(JSON.stringify(await stateNow())).toBe(JSON.stringify(state))
  })
})
