import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { FigureHistory } from '../../src/domain/history-data.js'
import type { QualityDeclared, QualityRevisions } from '../../src/domain/quality-data.js'
import { declaredCorrections } from '../../src/extracts/corrections.js'
import { historyOf, historyPart } from '../../src/extracts/history.js'
import { monthRevisions } from '../../src/extracts/revisions.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { declared } from '../warehouse/declared.js'
import { type TinyFile, tinyWarehouse } from '../warehouse/tiny.js'

const sent = (
  received: string,
  unit: string,
  period: string,
  ...rows: [code: string, total: number, single: number][]
): TinyFile => ({
  dataset: 'coverage',
  unit,
  received_at: `${received}T01:00:00.000Z`,
  rows: rows.map(([region, nonpublic_total, nonpublic_org_single]) => [
    region,
    period,
    { nonpublic_total, nonpublic_eligible: nonpublic_total, nonpublic_org_single },
  ]),
})

// Of 40 firms each month. January: 甲区 has 10 of 20, on 1 March 12; February: 甲区 16, on 10 March 14; 丁区 15 and says 150 of a township.
const files = [
  sent('2026-02-04', '990101', '2026-01', ['990101001', 10, 5], ['990101002', 10, 5]),
  sent('2026-02-04', '990104', '2026-01', ['990104001', 10, 5], ['990104002', 10, 5]),
  sent('2026-03-01', '990101', '2026-01', ['990101001', 10, 7], ['990101002', 10, 5]),
  sent('2026-03-04', '990101', '2026-02', ['990101001', 10, 8], ['990101002', 10, 8]),
  sent('2026-03-04', '990104', '2026-02', ['990104001', 100, 8], ['990104002', 10, 7]),
  sent('2026-03-10', '990101', '2026-02', ['990101001', 10, 6], ['990101002', 10, 8]),
]
const corrections = [
  declared({ region_code: '990104001', period: '2026-02', expect: '100', value: '10', decided_on: '2026-03-20' }),
  declared({ region_code: '990104002', period: '2026-02', column_name: '', action: 'flag', expect: '', value: '' }, 3),
]

let warehouse: Warehouse
let history: FigureHistory
let revisions: QualityRevisions
let lines: QualityDeclared[]
beforeAll(async () => {
  warehouse = (await tinyWarehouse(files, { corrections, period: '2026-02', as_of: '2026-03-31' })).warehouse
  history = await historyOf(warehouse, topics)
  revisions = await monthRevisions(warehouse, '2026-02', (path) => `shown ${path}`)
  lines = await declaredCorrections(warehouse, topics)
})
afterAll(() => warehouse.close())
const coverage = 'nonpublic_coverage_pct'

test('revisions are told in the order in which they came, of every level, and only where a value moved', () => {
  const told = history.revisions.filter(({ indicator_id }) => indicator_id === coverage)
  expect(
    told.map(({ region_code, period, received_on, before, after }) => [
      region_code,
      period,
      received_on,
      before,
      after,
    ]),
  ).toEqual([
    ['990100', '2026-01', '2026-03-01', 50, 55],
    ['990101', '2026-01', '2026-03-01', 50, 60],
    ['990101001', '2026-01', '2026-03-01', 50, 70],
    // The city's 31 of 130 become 29; of 40 they are 72.5 %.
    ['990100', '2026-02', '2026-03-10', 23.8462, 22.3077],
    ['990101', '2026-02', '2026-03-10', 80, 70],
    ['990101001', '2026-02', '2026-03-10', 80, 60],
    ['990100', '2026-02', '2026-03-20', 22.3077, 72.5],
    ['990104', '2026-02', '2026-03-20', 13.6364, 75],
    ['990104001', '2026-02', '2026-03-20', 8, 80],
  ])
  // Nobody has a social organisation: nothing of it moved.
  expect(history.revisions.some(({ indicator_id }) => indicator_id === 'social_coverage_pct')).toBe(false)
})

describe('declared corrections', () => {
  test('are of every figure at or above the row whose formula names the column; a whole row is of all', () => {
    const of = (index: number) => history.corrections.filter(({ cell }) => (cell.column === null) === (index === 1))
    expect(of(0).map(({ region_code }) => region_code)).toEqual(['990100', '990104', '990104001'])
    expect(of(1).map(({ region_code }) => region_code)).toEqual(['990100', '990104', '990104002'])
    // Of all firms, not of the eligible ones, nor of social organisations.
    expect(of(0)[0]?.indicator_ids).toEqual(['nonpublic_coverage_pct', 'nonpublic_work_coverage_pct'])
    expect(of(1)[0]?.indicator_ids).toHaveLength(7)
  })

  test('are listed with the names of place, return and column', () => {
    expect(lines).toMatchObject([
      {
        line: 2,
        title: { en: 'Party organisation and work coverage of non-public firms and social organisations' },
        period: '2026-02',
        cell: {
          region_name: '乙一乡',
          column: { header: { zh: '企业总数' } },
          action: 'override',
          found: 100,
          put: 10,
        },
        decided_by: '市委组织部基层办',
        decided_on: '2026-03-20',
        reason: '多录一个零',
      },
      { line: 3, cell: { region_name: '丙一乡', column: null, action: 'flag', found: null, put: null } },
    ])
  })
})

test('a page takes the part of a history that is about its figures', () => {
  const part = historyPart(
    history,
    ({ region_code, indicator_id }) => region_code === '990104' && indicator_id === coverage,
  )
  expect(part.revisions).toEqual([
    {
      region_code: '990104',
      indicator_id: coverage,
      period: '2026-02',
      received_on: '2026-03-20',
      before: 13.6364,
      after: 75,
    },
  ])
  expect(part.corrections.map(({ region_code, indicator_ids }) => [region_code, indicator_ids])).toEqual([
    ['990104', [coverage]],
    ['990104', [coverage]],
  ])
})

describe('the page of quality', () => {
  const told = (list: QualityRevisions['of_month']['list']) =>
    list
      .filter(({ indicator_id }) => indicator_id === coverage)
      .map(({ region_code, period, before, after, file_name }) => [region_code, period, before, after, file_name])

  test('has the month’s figures of the city and counties, biggest first, with the file or none', () => {
    expect(told(revisions.of_month.list)).toEqual([
      ['990104', '2026-02', 13.6364, 75, null],
      ['990100', '2026-02', 22.3077, 72.5, null],
      ['990101', '2026-02', 80, 70, 'shown 5.csv'],
      ['990100', '2026-02', 23.8462, 22.3077, 'shown 5.csv'],
    ])
    expect(revisions.of_month.list[0]).toMatchObject({ units_before: 2, units_after: 2, units_expected: 2 })
  })

  test('has earlier figures that the last 12 months revised, and counts all', () => {
    expect(told(revisions.earlier.list)).toEqual([
      ['990101', '2026-01', 50, 60, 'shown 2.csv'],
      ['990100', '2026-01', 50, 55, 'shown 2.csv'],
    ])
    expect(revisions.in_year).toEqual({ count: revisions.of_month.count + revisions.earlier.count, sources: 3 })
  })

  test('leaves out what came more than 12 months ago, but of the month itself', async () => {
    await warehouse.run(`update raw.run set as_of = date '2027-03-10'`)
    const later = await monthRevisions(warehouse, '2026-02', (path) => path)
    await warehouse.run(`update raw.run set as_of = date '2026-03-31'`)
    expect(later.of_month).toEqual({
      count: revisions.of_month.count,
      list: revisions.of_month.list.map((each) => ({
        ...each,
        file_name: each.file_name?.replace('shown ', '') ?? null,
      })),
    })
    expect(later.earlier).toEqual({ count: 0, list: [] })
    // Of 20 March only: the file of the 10th came a year ago to the day.
    expect(later.in_year.sources).toBe(1)
  })
})
