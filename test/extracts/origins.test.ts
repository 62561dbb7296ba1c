import { describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { OriginNode, OriginRemark } from '../../src/domain/figure-origin.js'
import type { RegionLevel } from '../../src/domain/region.js'
import { figuresOf } from '../../src/extracts/figures.js'
import { type FigureQuestion, originsOf } from '../../src/extracts/origins.js'
import { regionOrigins } from '../../src/extracts/region-origins.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { declared } from '../warehouse/declared.js'
import { type TinyFile, threshold, tinyWarehouse } from '../warehouse/tiny.js'

const mask = (text: string) => text.replace(/\d{11}/g, '***')
const context = { topics, release: '2026-02-1', mask }

function ask(id: string, region: string, period: string, leaf: RegionLevel = 'township'): FigureQuestion {
  const topic = topics.find(({ indicators }) => indicators.some((one) => one.id === id))
  const indicator = topic?.indicators.find((one) => one.id === id)
  if (!topic || !indicator) throw new Error(id)
  return { dataset: topic.dataset, indicators: [indicator], period, regions: [region], leaf }
}

const firms = (total: number, single: number, joint: number) => ({
  ...{ nonpublic_total: total, nonpublic_eligible: total },
  ...{ nonpublic_org_single: single, nonpublic_org_joint: joint },
})
const returned = (
  unit: string,
  received: string,
  period: string,
  rows: [string, ReturnType<typeof firms>][],
): TinyFile => ({
  dataset: 'coverage',
  unit,
  received_at: `${received}T02:00:00.000Z`,
  rows: rows.map(([region, values]) => [region, period, values]),
})

/** In a file of the tiny city the code is in A, the period in B, and the columns of the return follow from C on; rows begin at 2. */
const places = { nonpublic_total: 'C', nonpublic_org_single: 'E', nonpublic_org_joint: 'F' }

async function told(warehouse: Warehouse, question: FigureQuestion) {
  const data = await originsOf(warehouse, [question], context)
  const [figure] = data.figures
  if (!figure) throw new Error('no figure')
  const cells = (node: OriginNode) =>
    node.rows.flatMap((key) =>
      (data.rows[key]?.cells ?? []).map(({ column, cell, value }) => [column, cell, value] as const),
    )
  return { data, figure, cells, byCode: new Map(figure.region.children.map((node) => [node.region_code, node])) }
}

describe('a county', () => {
  test('is the sum of its townships, each with the cells that its parts stand in', async () => {
    const { warehouse } = await tinyWarehouse(
      [
        returned('990101', '2026-02-04', '2026-01', [
          ['990101001', firms(40, 20, 8)],
          ['990101002', firms(10, 1, 2)],
        ]),
      ],
      { thresholds: [threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '70', basis: '示例：办法' })] },
    )
    const { figure, cells, byCode, data } = await told(warehouse, ask('nonpublic_coverage_pct', '990101', '2026-01'))
    // 20 + 8 + 1 + 2 of 40 + 10.
    expect(figure.region).toMatchObject({ numerator: 31, denominator: 50, value: 62, units: 2, counted: 2 })
    expect(figure).toMatchObject({
      value: 62,
      status: 'warning',
      line: { warning: 70, scope: 'all', basis: '示例：办法' },
    })
    expect(figure.formula.terms.map(({ words }) => words?.zh)).toEqual(['单独组建企业数 + 联合组建企业数', '企业总数'])
    expect(byCode.get('990101001')).toMatchObject({ numerator: 28, denominator: 40, value: 70, state: 'counted' })
    expect(cells(byCode.get('990101001') as OriginNode)).toEqual([
      ['nonpublic_org_single', `${places.nonpublic_org_single}2`, 20],
      ['nonpublic_org_joint', `${places.nonpublic_org_joint}2`, 8],
      ['nonpublic_total', `${places.nonpublic_total}2`, 40],
    ])
    expect(cells(byCode.get('990101002') as OriginNode)[2]).toEqual(['nonpublic_total', 'C3', 10])
    expect(Object.values(data.files)).toEqual([
      {
        ...{ submission_id: '000000000000', file_name: '0.csv', received_on: '2026-02-04' },
        ...{ verdict: 'accepted', period: '2026-01', rows_rejected: 0 },
      },
    ])
    await warehouse.close()
  })

  test('tells what a cell said before a correction came in, and from which file, newest first', async () => {
    const { warehouse } = await tinyWarehouse([
      returned('990101', '2026-02-04', '2026-01', [['990101001', firms(40, 20, 8)]]),
      returned('990101', '2026-02-06', '2026-01', [
        ['990101002', firms(10, 1, 2)],
        ['990101001', firms(40, 22, 8)],
      ]),
      returned('990101', '2026-02-09', '2026-01', [['990101001', firms(40, 25, 8)]]),
    ])
    const { data, byCode } = await told(warehouse, ask('nonpublic_coverage_pct', '990101', '2026-01'))
    const single = data.rows['coverage/990101001/2026-01']?.cells[0]
    expect(single).toMatchObject({ value: 25, cell: 'E2' })
    const earlier = single?.remarks as Extract<OriginRemark, { kind: 'earlier' }>[]
    expect(
      earlier.map(({ submission_id, cell, value }) => [data.files[submission_id]?.file_name, cell, value]),
    ).toEqual([
      ['1.csv', 'E3', 22],
      ['0.csv', 'E2', 20],
    ])
    // The last file has one township only; what an earlier one said of the other does not count any more.
    expect(byCode.get('990101002')).toMatchObject({ state: 'no_row', numerator: null, rows: [] })
    expect(data.files[byCode.get('990101002')?.submission_id ?? '']?.file_name).toBe('2.csv')
    await warehouse.close()
  })

  test('without a return says so, and names the file that was refused', async () => {
    const { warehouse } = await tinyWarehouse([
      returned('990101', '2026-02-04', '2026-01', [['990101001', firms(40, 20, 8)]]),
    ])
    await warehouse.run(`insert into raw.submissions (submission_id, seq, dataset, reporting_unit, period, file_name, verdict, rows_loaded, received_on)
      values ('abcdef012345', 9, 'coverage', '990104', '2026-01', '丁区 13800001234.xlsx', 'refused', 0, date '2026-02-05')`)
    const { data, figure } = await told(warehouse, ask('nonpublic_coverage_pct', '990104', '2026-01'))
    expect(figure.region).toMatchObject({ numerator: null, value: null, units: 2, counted: 0 })
    expect(figure.region.children.map(({ state, submission_id }) => [state, submission_id])).toEqual([
      ['no_return', 'abcdef012345'],
      ['no_return', 'abcdef012345'],
    ])
    expect(data.files.abcdef012345).toMatchObject({ file_name: '丁区 ***.xlsx', verdict: 'refused' })
    await warehouse.close()
  })

  test('of before it existed is told by its predecessors, with the change that made it', async () => {
    const { warehouse } = await tinyWarehouse([
      returned('990100', '2026-01-04', '2025-12', [
        ['990101001', firms(10, 1, 1)],
        ['990102001', firms(8, 3, 1)],
        ['990103001', firms(12, 6, 0)],
      ]),
    ])
    const { figure } = await told(warehouse, ask('nonpublic_coverage_pct', '990104', '2025-12'))
    expect(figure.region).toMatchObject({ numerator: 10, denominator: 20, value: 50, units: 2, counted: 2 })
    expect(
      figure.region.children.map(({ region_code, change, children }) => [
        region_code,
        change,
        children.map((one) => [one.region_code, one.numerator]),
      ]),
    ).toEqual([
      ['990102', { month: '2026-01', kind: 'merge', note: '' }, [['990102001', 4]]],
      ['990103', { month: '2026-01', kind: 'merge', note: '' }, [['990103001', 6]]],
    ])
    await warehouse.close()
  })
})

test('a township split with shares counts by its share, in the sum and beside its name', async () => {
  const region = (code: string, level: RegionLevel, parent: string | null, from: string, to: string | null) => ({
    ...{ region_code: code, region_name: code, short_name: code, region_level: level, parent_code: parent },
    ...{ region_class: null, valid_from: from, valid_to: to },
  })
  const split = (to_code: string, share: string) => ({
    ...{ month: '2026-01', kind: 'split' as const, from_code: '990101001', to_code, note: '一分为二', share },
  })
  const { warehouse } = await tinyWarehouse(
    [returned('990100', '2026-01-04', '2025-12', [['990101001', firms(50, 10, 5)]])],
    {
      regions: [
        region('990100', 'prefecture', null, '2000-01', null),
        region('990101', 'county', '990100', '2000-01', null),
        region('990101001', 'township', '990101', '2000-01', '2025-12'),
        region('990101002', 'township', '990101', '2026-01', null),
        region('990101003', 'township', '990101', '2026-01', null),
      ],
      changes: [split('990101002', '0.4'), split('990101003', '0.6')],
    },
  )
  const { figure, cells } = await told(warehouse, ask('nonpublic_coverage_pct', '990101003', '2025-12'))
  expect(figure.region).toMatchObject({ numerator: 9, denominator: 30, value: 30 })
  const [old] = figure.region.children
  expect(old).toMatchObject({
    region_code: '990101001',
    share: 0.6,
    numerator: 9,
    change: { kind: 'split', note: '一分为二' },
  })
  expect(cells(old as OriginNode)).toContainEqual(['nonpublic_total', 'C2', 50])
  await warehouse.close()
})

test('a declared correction stands beside the cell that it changed, with line, office and reason; a dropped row does not count', async () => {
  const { warehouse } = await tinyWarehouse(
    [
      returned('990100', '2026-01-04', '2025-12', [
        ['990102001', firms(8, 3, 1)],
        ['990103001', firms(120, 6, 0)],
      ]),
    ],
    {
      corrections: [
        declared({}, 2),
        declared(
          { region_code: '990102001', column_name: '', action: 'drop', value: '', expect: 'nonpublic_total=8' },
          3,
        ),
      ],
    },
  )
  const { data, figure } = await told(warehouse, ask('nonpublic_coverage_pct', '990103', '2025-12'))
  expect(figure.region).toMatchObject({ numerator: 6, denominator: 12 })
  const total = data.rows['coverage/990103001/2025-12']?.cells.find(({ column }) => column === 'nonpublic_total')
  expect(total).toMatchObject({ value: 12, cell: 'C3' })
  expect(total?.remarks).toEqual([
    {
      ...{ kind: 'corrected', line: 2, action: 'override', found: '120', put: '12' },
      ...{ decided_on: '2026-02-10', decided_by: '市委组织部基层办', reason: '多录一个零' },
    },
  ])
  const dropped = await told(warehouse, ask('nonpublic_coverage_pct', '990102', '2025-12'))
  expect(dropped.byCode.get('990102001')).toMatchObject({
    state: 'dropped',
    counted: 0,
    rows: ['coverage/990102001/2025-12'],
  })
  expect(dropped.cells(dropped.byCode.get('990102001') as OriginNode).map(([, , value]) => value)).toEqual([
    null,
    null,
    null,
  ])
  await warehouse.close()
})

test('what was done with a column and said about a cell is told at its own cell, also with two panels on a sheet', async () => {
  const { warehouse } = await tinyWarehouse([
    {
      dataset: 'income',
      unit: '990101',
      received_at: '2026-01-15T02:00:00.000Z',
      rows: [
        ['990101001201', '2025', { total_income_yuan: 20_000 }],
        ['990101001202', '2025', { total_income_yuan: null }],
      ],
    },
  ])
  const id = '000000000000'
  // Two panels beside each other: both villages stand in row 3, one in C, one in F.
  await warehouse.run(`update raw.income set sheet = '收入', row_number = 3, table_number = case region_code when '990101001201' then 1 else 2 end;
    delete from raw.column_places;
    insert into raw.column_places values ('${id}', '收入', 1, 'total_income_yuan', 'C', '总收入（万元）'), ('${id}', '收入', 2, 'total_income_yuan', 'F', '总收入（万元）');
    insert into raw.conversions values ('${id}', '收入', 'total_income_yuan', 'C2', '万元', '元', 10000);
    insert into raw.nothings values ('${id}', '收入', 3, '990101001202', '2025', 'total_income_yuan', 'withheld');
    insert into raw.formulas values ('${id}', '收入', 'total_income_yuan', 'C3', 7);
    insert into raw.rejects values ('${id}', '收入', 3, 'total_income_yuan', 'C3', '2', 'jump', 'warn', '比上年增加', 'up on the year', '电话 13800001234'),
      ('${id}', '收入', 3, 'total_income_yuan', 'F3', '保密', 'jump', 'warn', '另一处', 'elsewhere', null)`)
  const { data, figure, byCode } = await told(warehouse, ask('villages_no_income_pct', '990101001', '2025', 'village'))
  const cell = (code: string) => data.rows[`income/${code}/2025`]?.cells[0]
  expect(cell('990101001201')).toEqual({
    ...{ column: 'total_income_yuan', value: 20_000, cell: 'C3', header: '总收入（万元）' },
    remarks: [
      { kind: 'converted', stated: '万元', unit: '元', factor: 10_000 },
      { kind: 'formulas', cells: 7 },
      {
        kind: 'finding',
        severity: 'warn',
        message: { zh: '比上年增加', en: 'up on the year' },
        explanation: '电话 ***',
      },
    ],
  })
  expect(cell('990101001202')).toMatchObject({ value: null, cell: 'F3' })
  expect(cell('990101001202')?.remarks.map(({ kind }) => kind)).toEqual(['formulas', 'nothing', 'finding'])
  // A withheld figure is none: the village is there and does not count.
  expect(byCode.get('990101001202')).toMatchObject({ state: 'incomplete', counted: 0 })
  expect(figure.region).toMatchObject({ numerator: 0, denominator: 1, units: 2, counted: 1 })
  await warehouse.close()
})

test('the villages in the middle are named for a median', async () => {
  const { warehouse } = await tinyWarehouse([
    {
      dataset: 'income',
      unit: '990101',
      received_at: '2026-01-15T02:00:00.000Z',
      rows: [
        ['990101001201', '2025', { total_income_yuan: 30_000 }],
        ['990101001202', '2025', { total_income_yuan: 50_000 }],
      ],
    },
  ])
  const { data, figure } = await told(warehouse, ask('income_median_yuan', '990101', '2025', 'village'))
  expect(figure).toMatchObject({ value: 40_000, region: { value: 40_000, units: 2, counted: 2, children: [] } })
  expect(figure.region.rows.map((key) => [data.rows[key]?.region_name, data.rows[key]?.cells[0]?.cell])).toEqual([
    ['甲一村', 'C2'],
    ['甲二村', 'C3'],
  ])
  await warehouse.close()
})

test('pages are told of townships at most: of villages, in which rows of which file they stand', async () => {
  const { warehouse } = await tinyWarehouse([
    {
      dataset: 'income',
      unit: '990101',
      received_at: '2026-01-15T02:00:00.000Z',
      rows: [
        ['990101001201', '2025', { total_income_yuan: 0 }],
        ['990101001202', '2025', { total_income_yuan: 50_000 }],
      ],
    },
    returned('990101', '2026-02-04', '2026-01', [['990101001', firms(40, 20, 8)]]),
  ])
  const figures = (await figuresOf(warehouse, '990100', '2026-02')).filter(
    ({ region_level }) => region_level === 'county',
  )
  const origins = await regionOrigins(warehouse, figures, context)
  const own = origins.of('990101')
  const none = own.figures.find(({ indicator_id }) => indicator_id === 'villages_no_income_pct')
  expect(none?.region.children.map(({ region_code, ranges }) => [region_code, ranges])).toContainEqual([
    '990101001',
    [{ submission_id: '000000000000', sheet: null, first_row: 2, last_row: 3, rows: 2, letters: ['C'] }],
  ])
  // The median's two villages, and the one township that reported.
  expect(Object.keys(own.rows ?? {}).sort()).toEqual([
    'coverage/990101001/2026-01',
    'income/990101001201/2025',
    'income/990101001202/2025',
  ])
  expect(Object.keys(origins.of('990104').rows ?? {})).toEqual([])
  expect(Object.keys(origins.of('990104').files ?? {})).toEqual([])
  await warehouse.close()
})
