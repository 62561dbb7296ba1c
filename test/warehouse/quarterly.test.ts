import { expect, test } from 'vitest'
import type { CellValue } from '../../src/domain/column.js'
import type { Period } from '../../src/domain/period.js'
import { columns } from './given.js'
import { type TinyFile, tinyWarehouse } from './tiny.js'

type Row = [region: string, period: Period, values: Record<string, CellValue>]
const file = (dataset: string, ...rows: Row[]): TinyFile => ({
  dataset,
  unit: '990100',
  received_at: '2026-04-08T02:00:00.000Z',
  rows,
})
const budget = (region: string, period: Period, yuan: number): Row => [
  region,
  period,
  { party_building_budget_yuan: yuan },
]

/** The values of an indicator in a quarter, of the city and its counties, by code. */
async function valuesOf(files: readonly TinyFile[], indicator: string, period: Period) {
  const { warehouse, failures } = await tinyWarehouse(files, { period: '2026-04', as_of: '2026-05-01' })
  const rows = await warehouse.query(
    `select *, units_reported || '/' || units_expected as units from marts.indicator_values
     where indicator_id = $1 and period = $2 and region_level in ('prefecture', 'county') order by region_code`,
    [indicator, period],
  )
  await warehouse.close()
  expect(failures).toEqual([])
  return columns(rows, 'region_code', 'numerator', 'denominator', 'value', 'units')
}

test('meeting places: a rented one or none is not up to standard, and the four kinds are all villages', async () => {
  const kinds = (standard: number, substandard: number, rented: number, none: number, built: number) => ({
    ...{ villages: standard + substandard + rented + none, standard, substandard, rented, none },
    built_this_year: built,
  })
  const files = [
    file(
      'premises',
      ['990101001', '2026-Q1', kinds(8, 1, 1, 0, 2)],
      ['990101002', '2026-Q1', kinds(5, 3, 0, 2, 0)],
      ['990104001', '2026-Q1', kinds(20, 0, 0, 0, 5)],
    ),
  ]
  // 甲区: 13 of 20 up to standard, 3 without one of their own, 2 built. Of 丁区 one township of two came.
  expect(await valuesOf(files, 'premises_standard_pct', '2026-Q1')).toEqual([
    ['990100', 33, 40, 82.5, '3/4'],
    ['990101', 13, 20, 65, '2/2'],
    ['990104', 20, 20, 100, '1/2'],
  ])
  expect((await valuesOf(files, 'premises_none_or_rented_pct', '2026-Q1'))[1]).toEqual(['990101', 3, 20, 15, '2/2'])
  expect((await valuesOf(files, 'premises_built_this_year_pct', '2026-Q1'))[0]).toEqual(['990100', 7, 40, 17.5, '3/4'])
})

test('funds: the mean of a county is of all its money and villages, not of its townships’ means', async () => {
  const money = (villages: number, office: number, service: number, met: number) => ({
    ...{ villages, office_funds_yuan: office, service_funds_yuan: service, villages_meeting_norm: met },
  })
  const files = [
    file(
      'funding',
      ['990101001', '2026-Q1', money(10, 200_000, 500_000, 9)],
      ['990101002', '2026-Q1', money(30, 300_000, 600_000, 11)],
    ),
  ]
  // 1,600,000 over 40 villages is 40,000; the townships have 70,000 and 30,000, whose mean would be 50,000.
  expect((await valuesOf(files, 'funding_per_village_yuan', '2026-Q1'))[1]).toEqual([
    ...['990101', 1_600_000, 40, 40_000, '2/2'],
  ])
  expect((await valuesOf(files, 'funding_norm_met_pct', '2026-Q1'))[1]).toEqual(['990101', 20, 40, 50, '2/2'])
})

test('earmarked funds grow on the same quarter of the year before, a merged county on the sum of what it was', async () => {
  const files = [
    file(
      'funding_budget',
      budget('990101', '2025-Q1', 400_000),
      budget('990102', '2025-Q1', 100_000),
      budget('990103', '2025-Q1', 100_000),
      budget('990101', '2025-Q4', 900_000),
      budget('990101', '2026-Q1', 380_000),
      budget('990104', '2026-Q1', 280_000),
    ),
  ]
  expect(await valuesOf(files, 'funding_growth_pct', '2026-Q1')).toEqual([
    // 660,000 on 600,000; the mean of the two rates would be 17.5 %.
    ['990100', 60_000, 600_000, 10, '2/2'],
    ['990101', -20_000, 400_000, -5, '1/1'],
    // 280,000 on 100,000 + 100,000.
    ['990104', 80_000, 200_000, 40, '1/1'],
  ])
})

test('without a figure of the year before there is no growth: not of a county whose part was silent, nor of nothing', async () => {
  const files = [
    file(
      'funding_budget',
      budget('990101', '2025-Q1', 0),
      budget('990102', '2025-Q1', 100_000),
      budget('990101', '2026-Q1', 380_000),
      budget('990104', '2026-Q1', 500_000),
    ),
  ]
  expect(await valuesOf(files, 'funding_growth_pct', '2026-Q1')).toEqual([
    // 甲区 had none at all, so its rate would be over zero; 丙县 of 丁区 had not reported.
    ['990100', 380_000, 0, null, '1/2'],
    ['990101', 380_000, 0, null, '1/1'],
    ['990104', null, null, null, '0/1'],
  ])
})

test('in the first year of the return nobody is asked for a growth, from the fifth quarter on everybody is', async () => {
  const files = [file('funding_budget', budget('990101', '2025-Q1', 400_000))]
  expect(await valuesOf(files, 'funding_growth_pct', '2025-Q4')).toEqual([])
  expect(await valuesOf(files, 'funding_growth_pct', '2026-Q1')).toEqual([
    ['990100', null, null, null, '0/2'],
    ['990101', null, null, null, '0/1'],
    ['990104', null, null, null, '0/1'],
  ])
})

test('leading teams: trained are counted of those in office, dual roles and reserves of all villages', async () => {
  const team = {
    ...{ villages: 10, secretaries: 8, secretary_also_director: 6, secretaries_trained_this_year: 2 },
    ...{ villages_with_reserve: 7, commissioner_posts: 4, commissioner_vacant: 1 },
  }
  const files = [file('team', ['990101001', '2026-Q1', team])]
  const county = async (indicator: string) => (await valuesOf(files, indicator, '2026-Q1'))[1]?.slice(1, 4)
  expect(await county('secretaries_trained_pct')).toEqual([2, 8, 25])
  expect(await county('dual_role_pct')).toEqual([6, 10, 60])
  expect(await county('villages_with_reserve_pct')).toEqual([7, 10, 70])
  expect(await county('commissioner_vacancy_pct')).toEqual([1, 4, 25])
})

test('weak organisations are reported by counties: put right of those listed, listed and listed again of all', async () => {
  const row = (region: string, organisations: number, listed: number, rectified: number, twice: number): Row => [
    region,
    '2026-Q1',
    { organisations, listed, rectified, listed_twice_in_5_years: twice },
  ]
  const files = [file('rectification', row('990101', 100, 8, 2, 1), row('990104', 60, 2, 2, 3))]
  expect(await valuesOf(files, 'weak_rectified_pct', '2026-Q1')).toEqual([
    ['990100', 4, 10, 40, '2/2'],
    ['990101', 2, 8, 25, '1/1'],
    ['990104', 2, 2, 100, '1/1'],
  ])
  expect((await valuesOf(files, 'weak_listed_pct', '2026-Q1'))[0]).toEqual(['990100', 10, 160, 6.25, '2/2'])
  expect((await valuesOf(files, 'weak_listed_twice_pct', '2026-Q1'))[2]).toEqual(['990104', 3, 60, 5, '1/1'])
})
