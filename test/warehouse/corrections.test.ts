import { describe, expect, test } from 'vitest'
import { coverage } from '../../pipelines/coverage/return.js'
import { modelFolder, topics } from '../../pipelines/index.js'
import type { Correction } from '../../src/domain/correction.js'
import { defineDataset, isKeyed } from '../../src/domain/dataset.js'
import { settledCorrection } from '../../src/domain/settle-correction.js'
import { readModels } from '../../src/warehouse/model.js'
import { withCorrections } from '../../src/warehouse/with-corrections.js'
import { correctionRow, declared } from './declared.js'
import { columns } from './given.js'
import { type TinyFile, threshold, tinyWarehouse } from './tiny.js'

const firms = (total: number | null, single: number) => ({
  nonpublic_total: total,
  nonpublic_eligible: total,
  nonpublic_org_single: single,
})
const at = (month: string) => `${month}-04T02:00:00.000Z`
const city = (period: string, received: string, rows: [region: string, total: number, single: number][]): TinyFile => ({
  dataset: 'coverage',
  unit: '990100',
  received_at: at(received),
  rows: rows.map(([region, total, single]) => [region, period, firms(total, single)]),
})

// 丙一乡 means 12 firms and says 120; so the city has 32 of 158, and would have 32 of 50.
const december = city('2025-12', '2026-01', [
  ['990101001', 10, 7],
  ['990101002', 20, 12],
  ['990102001', 8, 4],
  ['990103001', 120, 9],
])
const thresholds = [threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '60', critical: '50' })]

/** What the city, 甲区 (990101), 乙县 and 丙县 have in December: numerator, denominator, townships that count. */
async function figures(corrections: Correction[], files: TinyFile[] = [december], as_of = '2026-03-10') {
  const { warehouse, failures } = await tinyWarehouse(files, { corrections, thresholds, as_of })
  const rows = await warehouse.query(
    `select * from marts.statuses where indicator_id = 'nonpublic_coverage_pct' and period = '2025-12' and not is_carried_back
     and region_level in ('prefecture', 'county') order by region_code`,
  )
  const alerts = await warehouse.query(
    `select region_code from marts.alerts where indicator_id = 'nonpublic_coverage_pct'
     and state = 'open' and region_level in ('prefecture', 'county') order by 1`,
  )
  const lines = await warehouse.query('select * from marts.corrections order by line')
  const raw = await warehouse.query(
    `select nonpublic_total from raw.coverage where region_code = '990103001' order by 1`,
  )
  await warehouse.close()
  return {
    parts: columns(rows, 'region_code', 'numerator', 'denominator', 'units_reported'),
    alerts: alerts.map(({ region_code }) => region_code),
    lines: columns(lines, 'line', 'action', 'found', 'expected', 'put'),
    raw: raw.map(({ nonpublic_total }) => nonpublic_total),
    failures: failures.map(({ name, first }) => [name, ...first]),
  }
}
const untouched = [
  ['990101', 19, 30, 2],
  ['990102', 4, 8, 1],
]

test('without corrections the wrong figure rolls up, and raises alerts', async () => {
  expect(await figures([])).toMatchObject({
    parts: [['990100', 32, 158, 4], ...untouched, ['990103', 9, 120, 1]],
    // 丁区 has what 乙县 and 丙县 had carried back onto it; those two are no regions of today.
    alerts: ['990100', '990104'],
    lines: [],
    failures: [],
  })
})

describe('a correction', () => {
  const corrected = [['990100', 32, 50, 4], ...untouched, ['990103', 9, 12, 1]]

  test('puts another value: totals, statuses and alerts follow, the return stays as reported', async () => {
    expect(await figures([declared()])).toEqual({
      parts: corrected,
      // The city is at 64 %, 丁区 at 13 of 20.
      alerts: [],
      lines: [[2, 'override', '120', '120', '12']],
      raw: [120],
      failures: [],
    })
  })

  test('multiplies', async () => {
    const { parts, lines } = await figures([declared({ action: 'scale', value: '0.1' })])
    expect(parts).toEqual(corrected)
    expect(lines).toEqual([[2, 'scale', '120', '120', '12']])
  })

  test('drops a cell: the township then has not reported the indicator', async () => {
    const { parts, failures } = await figures([declared({ action: 'drop', value: '' })])
    expect(parts).toEqual([['990100', 23, 38, 3], ...untouched, ['990103', null, null, 0]])
    expect(failures).toEqual([])
  })

  test('drops a row', async () => {
    const row = declared({ action: 'drop', column_name: '', value: '', expect: 'nonpublic_total=120' })
    const { parts, lines, failures } = await figures([row])
    expect(parts).toEqual([['990100', 23, 38, 3], ...untouched, ['990103', null, null, 0]])
    expect(lines).toEqual([[2, 'drop', '120', '120', null]])
    expect(failures).toEqual([])
  })

  test('only points out', async () => {
    const { parts, lines, failures } = await figures([
      declared({ action: 'flag', value: '', expect: '' }),
      declared({ action: 'flag', column_name: '', region_code: '990102001', value: '', expect: '' }, 3),
    ])
    expect(parts).toEqual((await figures([])).parts)
    expect(lines).toEqual([
      [2, 'flag', '120', null, null],
      [3, 'flag', null, null, null],
    ])
    expect(failures).toEqual([])
  })

  test('stands beside others: of another cell of the row, and of another row', async () => {
    // 丙一乡 9 becomes 10 of 12, 甲一镇 7 becomes nothing.
    const { parts, lines } = await figures([
      declared(),
      declared({ column_name: 'nonpublic_org_single', expect: '9', value: '10' }, 3),
      declared(
        { region_code: '990101001', column_name: 'nonpublic_org_single', action: 'drop', expect: '7', value: '' },
        4,
      ),
    ])
    expect(parts).toEqual([
      ['990100', 26, 40, 3],
      ['990101', 12, 20, 1],
      ['990102', 4, 8, 1],
      ['990103', 10, 12, 1],
    ])
    expect(lines.map(([line]) => line)).toEqual([2, 3, 4])
  })

  test('is not known to a day before it was decided', async () => {
    const { parts, lines, failures } = await figures([declared()], [december], '2026-02-09')
    expect(parts[0]).toEqual(['990100', 32, 158, 4])
    expect(lines).toEqual([])
    expect(failures).toEqual([])
    expect((await figures([declared()], [december], '2026-02-10')).parts).toEqual(corrected)
  })

  test('of a period that is not published yet waits', async () => {
    const later = declared({ region_code: '990104002', period: '2026-03' })
    expect(await figures([later])).toMatchObject({ lines: [], failures: [] })
  })
})

describe('in the order in which things became known', () => {
  /** December came on 4 January, the correction is decided on 10 February. */
  async function told(files: TinyFile[], corrections: Correction[]) {
    const { warehouse, failures } = await tinyWarehouse(files, { thresholds, corrections })
    const revisions = await warehouse.query(
      `select * from marts.revisions where indicator_id = 'nonpublic_coverage_pct' and region_level in ('prefecture', 'county')
       and region_code in ('990100', '990104') order by received_on, seq, region_code`,
    )
    const alerts = await warehouse.query(
      `select * from marts.alerts where indicator_id = 'nonpublic_coverage_pct' and region_level = 'prefecture'`,
    )
    await warehouse.close()
    return {
      failures,
      revisions: columns(
        revisions,
        'region_code',
        'submission_id',
        'received_on',
        'numerator_before',
        'denominator_before',
        'numerator_after',
        'denominator_after',
      ),
      alerts: columns(alerts, 'state', 'withdrawn_on', 'withdrawn_by'),
    }
  }
  const day = 'corrections 2026-02-10'

  test('a correction revises figures on its day, and withdraws the alerts that it undoes', async () => {
    expect(await told([december], [declared()])).toEqual({
      failures: [],
      revisions: [
        ['990100', day, '2026-02-10', 32, 158, 32, 50],
        ['990104', day, '2026-02-10', 13, 128, 13, 20],
      ],
      alerts: [['withdrawn', '2026-02-10', day]],
    })
  })

  test('one that was decided before the file came has nothing to revise', async () => {
    const early = declared({ decided_on: '2026-01-04' })
    expect(await told([december], [early])).toEqual({ failures: [], revisions: [], alerts: [] })
  })

  test('files before and after it revise what they find', async () => {
    const sent = (received: string, single: number): TinyFile => ({
      dataset: 'coverage',
      unit: '990102',
      received_at: received,
      rows: [['990102001', '2025-12', firms(8, single)]],
    })
    const files = [december, sent('2026-02-01T02:00:00.000Z', 5), sent('2026-02-10T02:00:00.000Z', 6)]
    const { revisions } = await told(files, [declared()])
    expect(revisions.filter(([region]) => region === '990100')).toEqual([
      ['990100', '100000000000', '2026-02-01', 32, 158, 33, 158],
      // A day's decisions come before its files.
      ['990100', day, '2026-02-10', 33, 158, 33, 50],
      ['990100', '200000000000', '2026-02-10', 33, 50, 34, 50],
    ])
  })

  test('of two days, each has its own line', async () => {
    const later = declared(
      { column_name: 'nonpublic_org_single', expect: '9', value: '10', decided_on: '2026-02-20' },
      3,
    )
    const { revisions } = await told([december], [later, declared()])
    expect(revisions.filter(([region]) => region === '990100')).toEqual([
      ['990100', day, '2026-02-10', 32, 158, 32, 50],
      ['990100', 'corrections 2026-02-20', '2026-02-20', 32, 50, 33, 50],
    ])
  })
})

describe('the refresh stops', () => {
  const fixedBy = (total: number | null, regions = ['990103001']): TinyFile => ({
    dataset: 'coverage',
    unit: '990103',
    received_at: at('2026-02'),
    rows: regions.map((region) => [region, '2025-12', firms(total, 9)]),
  })
  const finding = (found: string | null, why: string) => ({
    line: 2,
    dataset: 'coverage',
    region_code: '990103001',
    period: '2025-12',
    column_name: 'nonpublic_total',
    expected: '120',
    found,
    why,
  })

  test('once the source is fixed; what came is not corrected again', async () => {
    const { parts, failures } = await figures([declared()], [december, fixedBy(13)])
    expect(parts[0]).toEqual(['990100', 32, 51, 4])
    expect(failures).toEqual([['shared/corrections_outdated', finding('13', 'another value')]])
  })

  test('when it is fixed to the very value that was put, or left blank', async () => {
    expect((await figures([declared()], [december, fixedBy(12)])).failures).toEqual([
      ['shared/corrections_outdated', finding('12', 'another value')],
    ])
    expect((await figures([declared()], [december, fixedBy(null)])).failures).toEqual([
      ['shared/corrections_outdated', finding(null, 'another value')],
    ])
  })

  test('not when the same wrong value comes again', async () => {
    const { parts, failures } = await figures([declared()], [december, fixedBy(120)])
    expect(parts[0]).toEqual(['990100', 32, 50, 4])
    expect(failures).toEqual([])
  })

  test('when the row is not there, also for a row that is dropped or flagged', async () => {
    const gone = city('2025-12', '2026-01', [['990101001', 10, 7]])
    const whole = { column_name: '', value: '' }
    for (const correction of [
      declared(),
      declared({ ...whole, action: 'drop', expect: 'nonpublic_total=120' }),
      declared({ ...whole, action: 'flag', expect: 'nonpublic_total=120' }),
    ])
      expect((await figures([correction], [gone])).failures).toEqual([
        ['shared/corrections_outdated', finding(null, 'no such row')],
      ])
  })

  test('when a row that is dropped was put right, and a flag whose value is no more', async () => {
    const whole = declared({ action: 'drop', column_name: '', value: '', expect: 'nonpublic_total=120' })
    const { parts, failures } = await figures([whole], [december, fixedBy(12)])
    expect(parts[0]).toEqual(['990100', 32, 50, 4])
    expect(failures).toHaveLength(1)
    expect((await figures([declared({ action: 'flag', value: '' })], [december, fixedBy(12)])).failures).toHaveLength(1)
  })
})

describe('the SQL', () => {
  test('is the topic’s own where nothing is declared', async () => {
    const { models } = await readModels(modelFolder)
    const datasets = topics.map(({ dataset }) => dataset)
    expect(withCorrections(models, datasets, [], '2026-03-10')).toEqual(models)
    expect(withCorrections(models, datasets, [declared()], '2026-02-09')).toEqual(models)
    const changed = withCorrections(models, datasets, [declared()], '2026-02-10')
    const names = changed.flatMap((model, index) => (model.sql === models[index]?.sql ? [] : [model.table]))
    expect(names).toEqual(['staging.coverage', 'marts.corrected_rows'])
    expect(changed.map(({ sql, ...rest }) => rest)).toEqual(models.map(({ sql, ...rest }) => rest))
  })

  test('keeps every column of every return with its type', async () => {
    const village = { dataset: 'income', region_code: '990101001201', period: '2025' }
    const corrections = [
      declared(),
      declared({ ...village, column_name: 'total_income_yuan', expect: '5', value: '50000.5' }, 3),
      declared({ ...village, column_name: 'is_pilot', expect: 'yes', value: 'no' }, 4),
      declared({ dataset: 'stipend', column_name: 'posts', action: 'drop', expect: '3', value: '' }, 5),
      declared(
        {
          dataset: 'rural_income',
          region_code: '990101',
          period: '2025',
          column_name: 'disposable_income_yuan',
          action: 'scale',
          expect: '2',
          value: '10000',
        },
        6,
      ),
      declared(
        { dataset: 'premises', period: '2025-Q4', column_name: '', action: 'drop', expect: 'villages=9', value: '' },
        7,
      ),
      declared({ dataset: 'team', period: '2025-Q4', column_name: 'villages', expect: '9', value: '8' }, 8),
      declared(
        { dataset: 'burden', region_code: '990101', column_name: 'documents_issued', expect: '90', value: '9' },
        9,
      ),
    ]
    const described = async (given: Correction[]) => {
      const { warehouse } = await tinyWarehouse([december], { corrections: given })
      const tables = topics.filter(({ dataset }) => dataset.id !== 'national').map(({ dataset }) => dataset.id)
      const types = await Promise.all(
        tables.map((id) => warehouse.query<{ column_name: string; column_type: string }>(`describe staging.${id}`)),
      )
      await warehouse.close()
      return types.map((rows) => rows.map(({ column_name, column_type }) => `${column_name} ${column_type}`))
    }
    expect(new Set(corrections.map(({ dataset }) => dataset)).size).toBe(
      topics.filter(({ dataset }) => !isKeyed(dataset)).length,
    )
    expect(await described(corrections)).toEqual(await described([]))
  })

  test('keeps to what DuckDB and Trino share, and a quote inside a text', async () => {
    const column = { name: 'remark', header: { zh: '备注', en: 'Remark' }, kind: 'text' } as const
    const dataset = defineDataset({ ...coverage, columns: [...coverage.columns, column], checks: [] })
    const { models } = await readModels(modelFolder)
    const row = correctionRow({ column_name: 'remark', expect: "it's", value: "'x'" })
    const correction = { line: 2, ...settledCorrection([dataset]).parse(row) }
    const changed = withCorrections(models, [dataset], [correction], '2026-03-10')
    const sql = changed.find(({ table }) => table === 'staging.coverage')?.sql
    expect(sql).toContain(`staged."remark" = cast('it''s' as varchar) then cast('''x''' as varchar)`)
    for (const model of changed) expect(model.sql).not.toMatch(/::|\bexclude\b|\bqualify\b|\breplace\b|\[/i)
  })

  test('takes money and codes', async () => {
    const files: TinyFile[] = [
      december,
      {
        dataset: 'income',
        unit: '990101',
        received_at: at('2026-01'),
        rows: [
          ['990101001201', '2025', { total_income_yuan: 5.25, is_pilot: 'yes' }],
          ['990101001202', '2025', { total_income_yuan: 60000, is_pilot: 'yes' }],
        ],
      },
    ]
    const village = { dataset: 'income', region_code: '990101001201', period: '2025' }
    const corrections = [
      declared({ ...village, column_name: 'total_income_yuan', action: 'scale', expect: '5.25', value: '10000' }),
      declared({ ...village, column_name: 'is_pilot', expect: 'yes', value: 'no' }, 3),
    ]
    const { warehouse, failures } = await tinyWarehouse(files, { corrections })
    const rows = await warehouse.query('select * from staging.income order by region_code')
    const lines = await warehouse.query('select * from marts.corrections order by line')
    await warehouse.close()
    expect(columns(rows, 'total_income_yuan', 'is_pilot')).toEqual([
      [52500, 'no'],
      [60000, 'yes'],
    ])
    expect(columns(lines, 'found', 'put')).toEqual([
      ['5.25', '52500.00'],
      ['yes', 'no'],
    ])
    expect(failures).toEqual([])
  })
})
