import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import { formulaReader, type IndicatorFormula } from '../../src/warehouse/indicator-formula.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { type TinyFile, tinyWarehouse } from './tiny.js'

const received_at = '2026-02-04T02:00:00.000Z'
const townships = ['990101001', '990101002', '990104001', '990104002']
const files: TinyFile[] = [
  {
    dataset: 'rural_income',
    unit: '990100',
    received_at: '2026-01-25T02:00:00.000Z',
    rows: [
      ['990101', '2025', { disposable_income_yuan: 12_000 }],
      ['990102', '2025', { disposable_income_yuan: 15_000 }],
      ['990103', '2025', { disposable_income_yuan: 10_000 }],
    ],
  },
  {
    dataset: 'stipend',
    unit: '990100',
    received_at,
    rows: townships.map((code, index) => [
      code,
      '2026-01',
      { posts: 5 + index, paid_total_yuan: 9_000 + 700 * index, posts_below_standard: index, posts_in_arrears: 1 },
    ]),
  },
  {
    dataset: 'coverage',
    unit: '990100',
    received_at,
    rows: townships.map((code, index) => [
      code,
      '2026-01',
      {
        ...{ nonpublic_total: 40 + index, nonpublic_eligible: 31 + index, nonpublic_org_single: 11 },
        ...{
          nonpublic_org_joint: 7 + index,
          nonpublic_instructor: 3,
          nonpublic_key_total: 9,
          nonpublic_key_with_org: 8,
        },
        ...{ social_total: 17, social_org_single: 5, social_org_joint: 4, social_instructor: 2 },
        ...{ social_30plus_total: 6, social_30plus_with_org: index },
      },
    ]),
  },
  {
    dataset: 'income',
    unit: '990100',
    received_at: '2026-01-20T02:00:00.000Z',
    rows: [
      ['990101001201', '2025', { total_income_yuan: 0 }],
      ['990101001202', '2025', { total_income_yuan: 61_000 }],
    ],
  },
  ...quarterlyFiles(),
  {
    dataset: 'burden',
    unit: '990100',
    received_at,
    rows: [
      ['990101', '2025-01', { documents_issued: 50, meetings_held: 21, inspections: 9, cells_required: 900 }],
      ['990102', '2025-01', { documents_issued: 30, meetings_held: 11, inspections: 6, cells_required: 700 }],
      ['990103', '2025-01', { documents_issued: 12, meetings_held: 7, inspections: 4, cells_required: 650 }],
      ['990101', '2026-01', { documents_issued: 31, meetings_held: 22, inspections: 3, cells_required: 410 }],
      ['990104', '2026-01', { documents_issued: 40, meetings_held: 10, inspections: 10, cells_required: 620 }],
    ],
  },
  {
    dataset: 'tasks',
    unit: '990100',
    received_at,
    rows: ['990101', '990104'].map((code) => [
      code,
      '2026-01',
      { task_id: 'RW-1', list_kind: 'task', topic: 'burden', due_date: '2026-01-31', progress_pct: 10, state: 'open' },
    ]),
  },
]

/** Every column of the quarterly returns with another figure. */
function quarterlyFiles(): TinyFile[] {
  const townshipsOf2025 = ['990101001', '990101002', '990102001', '990103001']
  const figures = (dataset: string, more: number) => {
    const columns = topics.find((topic) => topic.dataset.id === dataset)?.dataset.columns ?? []
    return Object.fromEntries(columns.map(({ name }, index) => [name, 40 + more - 3 * index]))
  }
  return ['premises', 'team', 'funding', 'rectification', 'funding_budget'].map((dataset) => {
    const places = dataset === 'rectification' || dataset === 'funding_budget' ? ['990101', '990103'] : townshipsOf2025
    return {
      dataset,
      unit: '990100',
      received_at: '2026-01-08T02:00:00.000Z',
      rows: ['2024-Q4', '2025-Q4'].flatMap((quarter, year) =>
        places.map((place, index): TinyFile['rows'][number] => [place, quarter, figures(dataset, 5 * year + index)]),
      ),
    }
  })
}

let warehouse: Warehouse
let read: Awaited<ReturnType<typeof formulaReader>>
beforeAll(async () => {
  warehouse = (await tinyWarehouse(files)).warehouse
  read = await formulaReader(warehouse)
})
afterAll(() => warehouse.close())

const told = (formula: IndicatorFormula | null) =>
  formula?.terms.map(({ name, sql, columns }) => [
    name,
    sql,
    columns.map(({ dataset, column }) => `${dataset}.${column}`).join(' '),
  ])

describe('the SQL itself says what a figure is made of', () => {
  test('of a sum of columns', async () => {
    expect(told(await read('nonpublic_coverage_pct'))).toEqual([
      [
        'numerator',
        'nonpublic_org_single + nonpublic_org_joint',
        'coverage.nonpublic_org_single coverage.nonpublic_org_joint',
      ],
      ['denominator', 'nonpublic_total', 'coverage.nonpublic_total'],
    ])
  })

  test('of a condition on a column', async () => {
    const formula = await read('villages_up_to_50k_pct')
    expect(told(formula)?.map(([, , columns]) => columns)).toEqual([
      'income.total_income_yuan',
      'income.total_income_yuan',
    ])
    expect(told(formula)?.[0]?.[1]).toContain('<= 50000')
  })

  test('through the queries that a topic names on the way, to another return and an earlier year', async () => {
    const formula = await read('stipend_to_rural_income_ratio')
    expect(told(formula)).toEqual([
      ['numerator', 'paid_total_yuan * 12', 'stipend.paid_total_yuan'],
      ['denominator', 'posts * disposable_income_yuan', 'stipend.posts rural_income.disposable_income_yuan'],
    ])
    expect(formula?.sources.map(({ dataset, columns, chosen_by }) => [dataset, columns, chosen_by])).toEqual([
      ['stipend', ['paid_total_yuan', 'posts'], null],
      ['rural_income', ['disposable_income_yuan'], 'max'],
    ])
    const rows = formula?.sources.map(({ rows: sql }) => sql) ?? []
    expect(rows[0]).toBeNull()
    // 丁区 of 2026 is what 乙县 and 丙县 were: each of its townships takes the income of the county that it lay in.
    expect(
      await warehouse.query(
        `select region_code, source_region_code as county, source_period as year from (${rows[1]}) where period = '2026-01' order by 1`,
      ),
    ).toEqual([
      { region_code: '990101001', county: '990101', year: '2025' },
      { region_code: '990101002', county: '990101', year: '2025' },
      { region_code: '990104001', county: '990102', year: '2025' },
      { region_code: '990104002', county: '990103', year: '2025' },
    ])
  })

  test('of a figure that is no sum of parts: the rows in the middle', async () => {
    const formula = await read('income_median_yuan')
    expect(formula?.terms.map(({ name }) => name)).toEqual(['value'])
    const [source] = formula?.sources ?? []
    const middle = await warehouse.query(
      `select source_region_code as village from (${source?.rows}) where region_code = '990101' and period = '2025' order by 1`,
    )
    expect(middle).toEqual([{ village: '990101001201' }, { village: '990101001202' }])
  })

  test('of the same column a year before, which is another row', async () => {
    const formula = await read('funding_growth_pct')
    expect(told(formula)).toEqual([
      [
        'numerator',
        'party_building_budget_yuan - year_before_yuan',
        'funding_budget.party_building_budget_yuan funding_budget.party_building_budget_yuan',
      ],
      ['denominator', 'year_before_yuan', 'funding_budget.party_building_budget_yuan'],
    ])
    expect([['party_building_budget_yuan'], ['year_before_yuan']].map((names) => formula?.isOfOtherRow(names))).toEqual(
      [false, true],
    )
    const [, source] = formula?.sources ?? []
    expect(
      await warehouse.query(
        `select source_region_code as county, source_period as quarter from (${source?.rows}) where region_code = '990101' and period = '2025-Q4'`,
      ),
    ).toEqual([{ county: '990101', quarter: '2024-Q4' }])
  })

  test('an indicator that no model names has none', async () => {
    expect(await read('happiness_pct')).toBeNull()
  })
})

/** The parts of an indicator from nothing but its formula and the rows that the formula says it takes. */
async function fromFormula(formula: IndicatorFormula) {
  const columns = formula.sources.flatMap((source) => source.columns)
  const sources = formula.sources.map(({ dataset, columns: own, rows, chosen_by }, index) => {
    const taken =
      rows === null
        ? ''
        : `inner join (${rows}) as r on r.source_region_code = s.region_code and r.source_period = s.period`
    const key = rows === null ? 's' : 'r'
    // A column of the same return in another period goes by the name that the formula gives it.
    const isAgain = formula.sources.slice(0, index).some((earlier) => earlier.dataset === dataset)
    const values = own
      .map((column) => `${chosen_by ?? 'any_value'}(s.${column}) as ${isAgain ? otherName(formula, columns) : column}`)
      .join(', ')
    return `source_${index} as (select ${key}.region_code, ${key}.period, ${values} from staging.${dataset} as s ${taken} group by all)`
  })
  const [numerator, denominator] = formula.terms
  return warehouse.query(
    `with ${sources.join(', ')} select source_0.region_code, source_0.period,
       cast(${numerator?.sql} as double) as numerator, cast(${denominator?.sql} as double) as denominator
     from source_0 ${sources
       .slice(1)
       .map((_, index) => `left join source_${index + 1} using (region_code, period)`)
       .join(' ')} order by all`,
  )
}

/** The one name in a formula that is no column of a return. */
function otherName({ terms }: IndicatorFormula, columns: readonly string[]): string {
  const names = terms.flatMap(({ sql }) => sql.match(/[a-z]\w*/g) ?? []).filter((name) => !columns.includes(name))
  expect(new Set(names).size).toBe(1)
  return names[0] ?? ''
}

test('every formula, worked out by itself on the rows that it names, gives the parts that the models gave', async () => {
  const ids = topics.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  let checked = 0
  for (const id of ids) {
    const formula = await read(id)
    expect(formula, id).not.toBeNull()
    if (!formula || formula.terms.some(({ name }) => name === 'value')) continue
    // Lines of a list are counted first: the formula ends at the counts, which are no row of a return.
    if (formula.sources.length === 0) {
      expect(id).toBe('tasks_done_pct')
      continue
    }
    expect(
      formula.terms.map(({ name }) => name),
      id,
    ).toEqual(['numerator', 'denominator'])
    const given = await warehouse.query(
      `select region_code, period, cast(numerator as double) as numerator, cast(denominator as double) as denominator
       from marts.indicator_parts where indicator_id = $1 order by all`,
      [id],
    )
    expect(given.length, id).toBeGreaterThan(1)
    expect(await fromFormula(formula), id).toEqual(given)
    checked += given.length
  }
  expect(checked).toBeGreaterThan(40)
})

test('a return that is joined to itself, a year before, names the row of that year', async () => {
  const other = await Warehouse.open(':memory:')
  await other.run(`create schema raw; create schema staging;
    create table staging.funding as select * from (values ('990101', '2024', 40), ('990101', '2025', 55)) as t(region_code, period, spent_yuan);
    create table raw.models (model varchar, sql varchar)`)
  const sql = `(
    with funding as (select * from staging.funding),
    both_years as (
      select this_year.*, before.spent_yuan as before_yuan
      from funding as this_year
      inner join funding as before on before.region_code = this_year.region_code
        and cast(before.period as integer) = cast(this_year.period as integer) - 1
    )
    select region_code, period, 'funding_growth_pct' as indicator_id, spent_yuan - before_yuan as numerator, before_yuan as denominator
    from both_years
  )`
  await other.append('raw', 'models', [['marts.indicator_parts', sql]])
  const formula = await (await formulaReader(other))('funding_growth_pct')
  expect(formula?.sources.map(({ columns, rows }) => [columns, rows === null])).toEqual([
    [['spent_yuan'], true],
    [['spent_yuan'], false],
  ])
  expect(await other.query(formula?.sources[1]?.rows ?? '')).toEqual([
    { region_code: '990101', period: '2025', source_region_code: '990101', source_period: '2024' },
  ])
  await other.close()
})
