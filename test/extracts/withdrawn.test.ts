import { afterAll, beforeAll, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { alertsOf } from '../../src/extracts/alerts.js'
import { figuresOf } from '../../src/extracts/figures.js'
import { overviewData } from '../../src/extracts/overview.js'
import { countAlerts } from '../../src/refresh/report.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { type TinyFile, threshold, tinyWarehouse } from '../warehouse/tiny.js'

/** 甲区's townships with ten firms each, of which so many have an organisation. */
const february = (received_at: string, first: number, second: number): TinyFile => ({
  dataset: 'coverage',
  unit: '990101',
  received_at,
  rows: [
    ['990101001', '2026-02', { nonpublic_total: 10, nonpublic_org_single: first }],
    ['990101002', '2026-02', { nonpublic_total: 10, nonpublic_org_single: second }],
  ],
})

let warehouse: Warehouse
beforeAll(async () => {
  const line = { indicator_id: 'nonpublic_coverage_pct', region_level: 'county', warning: '85', critical: '50' }
  const files = [february('2026-03-03T01:00:00Z', 8, 8), february('2026-03-10T01:00:00Z', 10, 8)]
  warehouse = (await tinyWarehouse(files, { thresholds: [threshold(line)], period: '2026-02', as_of: '2026-03-20' }))
    .warehouse
})
afterAll(() => warehouse.close())

test('a withdrawn alert has its day, and its worst value as it was and as it is', async () => {
  // 16 of 20 were 80 %, below 85; 18 of 20 are 90 %.
  const alerts = await alertsOf(warehouse, '2026-02', new Map())
  expect(alerts).toMatchObject([
    {
      alert_id: 'nonpublic_coverage_pct:990101:2026-02',
      state: 'withdrawn',
      withdrawn_on: '2026-03-10',
      closed_period: null,
      worst_value: 80,
      corrected_value: 90,
      gap: null,
    },
  ])
})

test('it belongs to the month whose returns come in then, and is listed for twelve months', async () => {
  expect(await countAlerts(warehouse, '2026-02')).toEqual({ open: 0, opened: 0, closed: 0, withdrawn: 1 })
  expect(await countAlerts(warehouse, '2026-03')).toMatchObject({ withdrawn: 0 })
  expect(await alertsOf(warehouse, '2027-01', new Map())).toHaveLength(1)
  expect(await alertsOf(warehouse, '2027-02', new Map())).toHaveLength(0)
})

test('the overview lists it as withdrawn and as nothing else', async () => {
  const alerts = await alertsOf(warehouse, '2026-02', new Map())
  const figures = await figuresOf(warehouse, '990100', '2026-02')
  const overview = await overviewData(warehouse, topics, '990100', '2026-02', { figures, trends: [], alerts })
  expect(overview).toMatchObject({ opened: [], closed: [], open_alerts: 0, silent_alerts: 0 })
  expect(overview.withdrawn.map(({ region_code }) => region_code)).toEqual(['990101'])
})
