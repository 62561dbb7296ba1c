import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AlertState, Status } from '../../src/domain/status.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await Warehouse.open(join(inject('home'), 'releases', 'current', 'warehouse.duckdb'), { readOnly: true })
})
afterAll(() => warehouse.close())

const cityValue = async (indicator: string, period: string) => {
  const [row] = await warehouse.query<{ numerator: number; denominator: number; value: number }>(
    `select numerator, denominator, value from marts.indicator_values
     where region_level = 'prefecture' and indicator_id = $1 and period = $2`,
    [indicator, period],
  )
  return row
}

describe('the first period of the sample city is the published one', () => {
  test('78 % of 6,352 non-public firms and 71 % of 2,317 social organisations, to the nearest one', async () => {
    expect(await cityValue('nonpublic_coverage_pct', '2018-01')).toMatchObject({
      numerator: Math.round(0.78 * 6352),
      denominator: 6352,
    })
    expect(await cityValue('social_coverage_pct', '2018-01')).toMatchObject({
      numerator: Math.round(0.71 * 2317),
      denominator: 2317,
    })
  })

  test('88 % of 2,719 villages at or below 50,000 yuan, 63 % without income', async () => {
    expect(await cityValue('villages_up_to_50k_pct', '2017')).toMatchObject({
      numerator: Math.round(0.88 * 2719),
      denominator: 2719,
    })
    expect(await cityValue('villages_no_income_pct', '2017')).toMatchObject({
      numerator: Math.round(0.63 * 2719),
      denominator: 2719,
    })
  })

  test('meeting places at the end of 2017: 39.6 % of 2,719 villages below standard, 1.9 % with none or a rented one, 1,812 built', async () => {
    const none = await cityValue('premises_none_or_rented_pct', '2017-Q4')
    const standard = await cityValue('premises_standard_pct', '2017-Q4')
    expect(none).toMatchObject({ numerator: Math.round(0.019 * 2719), denominator: 2719 })
    expect(standard).toMatchObject({ numerator: 2719 - Math.round(0.019 * 2719) - Math.round(0.396 * 2719) })
    expect(await cityValue('premises_built_this_year_pct', '2017-Q4')).toMatchObject({ numerator: 1812 })
  })

  test('earmarked funds grow by 147 % in the first year that has one before it; in the year before nobody owes a growth', async () => {
    for (const quarter of ['Q1', 'Q2', 'Q3', 'Q4'])
      expect(await cityValue('funding_growth_pct', `2018-${quarter}`)).toMatchObject({ value: 147 })
    expect(await cityValue('funding_growth_pct', '2017-Q4')).toBeUndefined()
  })

  test('the stipend reaches about 1,900 yuan a month within 2018', async () => {
    const end = await cityValue('stipend_mean_yuan_per_month', '2018-12')
    expect(Math.abs((end?.value ?? 0) - 1900)).toBeLessThan(60)
  })
})

describe('the story', () => {
  const quarterly = ['premises', 'funding', 'funding_budget', 'team', 'rectification']

  test('has every status, and open and closed alerts, in every topic; the corrections of two withdrew some', async () => {
    const statuses = await warehouse.query<{ dataset: string; status: Status }>(
      `select distinct indicators.dataset, statuses.status from marts.statuses
       inner join raw.indicators on indicators.indicator_id = statuses.indicator_id where statuses.status is not null`,
    )
    for (const dataset of [
      'coverage',
      'income',
      'stipend',
      'premises',
      'funding',
      'team',
      'rectification',
      'burden',
      'tasks',
    ]) {
      const seen = statuses.filter((row) => row.dataset === dataset).map(({ status }) => status)
      // Every deadline before the last receipt has passed, so nothing is "not due" in this release.
      const wanted: Status[] = [
        'ok',
        'warning',
        'critical',
        ...(dataset === 'income' ? [] : (['not_reported', 'small_base'] as const)),
      ]
      expect(seen, dataset).toEqual(expect.arrayContaining(wanted))
    }
    const alerts = await warehouse.query<{ dataset: string; state: AlertState }>(
      `select distinct indicators.dataset, alerts.state from marts.alerts
       inner join raw.indicators on indicators.indicator_id = alerts.indicator_id where alerts.region_level = 'county'`,
    )
    for (const dataset of ['coverage', 'income', 'stipend', ...quarterly, 'burden', 'tasks']) {
      expect(
        alerts
          .filter((row) => row.dataset === dataset)
          .map(({ state }) => state)
          .sort(),
        dataset,
      ).toEqual(['closed', 'open', ...(['coverage', 'premises'].includes(dataset) ? ['withdrawn'] : [])])
    }
  })

  test('a merged district has one line, carried back before its first month and summed from the two', async () => {
    const rows = await warehouse.query(
      `with changed as (select to_code, count(*) as predecessors from raw.region_changes where kind = 'merge' and length(to_code) = 6 group by to_code)
       select changed.predecessors, min(indicator_values.period) as first_period, bool_or(indicator_values.is_carried_back and indicator_values.period >= '2023-01') as late,
         count(*) - count(distinct indicator_values.period) as doubled
       from marts.indicator_values inner join changed on changed.to_code = indicator_values.region_code
       where indicator_values.indicator_id = 'nonpublic_coverage_pct' group by changed.predecessors`,
    )
    expect(rows).toEqual([{ predecessors: 2, first_period: '2018-01', late: false, doubled: 0 }])
  })

  test('two months and a quarter were corrected; each shows the correction, and both vintages are kept', async () => {
    const rows = await warehouse.query(
      `select units.dataset, units.period, count(*) as vintages,
         max_by(units.submission_id, submissions.seq) = any_value(shown.submission_id) as is_last_shown
       from raw.submission_units as units
       inner join raw.submissions on submissions.submission_id = units.submission_id
       inner join marts.current_submissions as shown
         on shown.dataset = units.dataset and shown.reporting_unit = units.reporting_unit and shown.period = units.period
       group by units.dataset, units.reporting_unit, units.period having count(*) > 1 order by units.period`,
    )
    expect(rows).toEqual([
      { dataset: 'coverage', period: '2025-06', vintages: 2, is_last_shown: true },
      { dataset: 'coverage', period: '2026-10', vintages: 2, is_last_shown: true },
      { dataset: 'premises', period: '2026-Q2', vintages: 2, is_last_shown: true },
    ])
  })
})

describe('national figures', () => {
  test('two definitions are two series, each figure with publisher and address and without quotes', async () => {
    const rows = await warehouse.query<Record<string, string | number>>(
      `select * from marts.national where series in ('nonpublic_coverage_of_all', 'nonpublic_coverage_of_eligible') order by series, period`,
    )
    expect(rows.map(({ series, period, value }) => [series, period, value])).toEqual([
      // As published: year ends 2011, 2014 to 2017 of all firms; 2008, 2011 and 2012 of the eligible ones.
      ['nonpublic_coverage_of_all', '2011', 37.6],
      ['nonpublic_coverage_of_all', '2014', 53.1],
      ['nonpublic_coverage_of_all', '2015', 51.8],
      ['nonpublic_coverage_of_all', '2016', 67.9],
      ['nonpublic_coverage_of_all', '2017', 73.1],
      ['nonpublic_coverage_of_eligible', '2008', 99.4],
      ['nonpublic_coverage_of_eligible', '2011', 99.91],
      ['nonpublic_coverage_of_eligible', '2012', 99.95],
    ])
    for (const row of rows) {
      expect(row.source_url).toMatch(/^https?:\/\//)
      expect(row.publisher).toBeTruthy()
    }
    expect(Object.keys(rows[0] ?? {})).not.toContain('quote')
  })
})

describe('accounting', () => {
  test('rows in are rows loaded plus rows rejected, for every file and in the report', async () => {
    const wrong = await warehouse.query(
      'select file_name from raw.submissions where rows_in <> rows_loaded + rows_rejected',
    )
    expect(wrong).toEqual([])
    const { rows } = inject('report')
    expect(rows.in).toBe(rows.loaded + rows.rejected)
    expect(rows.rejected).toBe(8 + 1)
  })

  test('every reject names file, cell, text and reason; one about a whole file has no cell', async () => {
    const rejects = await warehouse.query(
      `select submissions.file_name, rejects.row_number, rejects.cell, rejects.original, rejects.message, rejects.message_en
       from raw.rejects inner join raw.submissions on submissions.submission_id = rejects.submission_id where rejects.severity = 'reject'`,
    )
    const isThere = (value: unknown) => value !== null && value !== ''
    for (const { file_name, message, message_en } of rejects)
      expect([file_name, message, message_en].every(isThere)).toBe(true)
    const ofRows = rejects.filter(({ row_number }) => row_number !== null)
    expect(ofRows.every(({ cell, original }) => isThere(cell) && original !== null)).toBe(true)
    // Two of them on one row: 8 + 1 + 1. Only a cell that was left blank has no text.
    expect(ofRows).toHaveLength(10)
    expect(ofRows.filter(({ original }) => original === '')).toHaveLength(1)
    expect(rejects.length - ofRows.length).toBe(1)
  })
})
