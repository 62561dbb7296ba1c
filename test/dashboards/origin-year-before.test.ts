// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { OriginPlaces } from '../../dashboards/components/origin-places.js'
import { originTable } from '../../dashboards/components/origin-table.js'
import { createView } from '../../dashboards/components/view.js'
import { topics } from '../../pipelines/index.js'
import { originsOf } from '../../src/extracts/origins.js'
import { type TinyFile, tinyWarehouse } from '../warehouse/tiny.js'
import { fixtureData } from './fixture-data.js'

const budgets = (period: string, rows: Record<string, number>): TinyFile => ({
  dataset: 'funding_budget',
  unit: '990100',
  received_at: '2026-04-08T02:00:00.000Z',
  rows: Object.entries(rows).map(([code, yuan]) => [code, period, { party_building_budget_yuan: yuan }]),
})

test('a change shows this year’s figure and that of the year before, each with its cell; of a merged county the sum', async () => {
  const files = [
    budgets('2025-Q1', { 990101: 400_000, 990102: 100_000, 990103: 150_000 }),
    budgets('2026-Q1', { 990101: 380_000, 990104: 300_000 }),
  ]
  const { warehouse } = await tinyWarehouse(files, { period: '2026-04', as_of: '2026-05-01' })
  const topic = topics.find(({ dataset }) => dataset.id === 'funding_budget')
  if (!topic) throw new Error('no topic')
  const { dataset, indicators } = topic
  const data = await originsOf(
    warehouse,
    [{ dataset, indicators, period: '2026-Q1', regions: ['990101', '990104'], leaf: 'county' }],
    { topics, release: '2026-04-1', mask: (text) => text },
  )
  await warehouse.close()
  const view = createView(fixtureData().site, { lang: 'zh', width: 1280 })
  const said = data.figures.map((figure) => {
    const drawn = originTable(figure, data, new Set(), new OriginPlaces(data, view), view)
    return [...drawn.querySelectorAll('tr')]
      .slice(0, 2)
      .map((row) => [...row.querySelectorAll('th, td')].slice(1, 6).map((cell) => cell.textContent?.trim()))
  })
  expect(said).toEqual([
    [
      ['党建工作专项经费', '上年同期的党建工作专项经费', '分子', '上年同期的党建工作专项经费', '分母'],
      ['380,000 C2', '400,000 C2', '-20,000', '400,000 C2', '400,000'],
    ],
    [
      ['党建工作专项经费', '上年同期的党建工作专项经费', '分子', '上年同期的党建工作专项经费', '分母'],
      ['300,000 C3', '250,000', '50,000', '250,000', '250,000'],
    ],
  ])
})
