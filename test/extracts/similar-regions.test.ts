import { expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { Region } from '../../src/domain/region.js'
import { comparedLevels, conditionValues, declaredConditions, isKnownAt } from '../../src/extracts/conditions.js'
import { figuresOf, plainFigure } from '../../src/extracts/figures.js'
import { regionBands } from '../../src/extracts/region-bands.js'
import { RegionsOfToday } from '../../src/extracts/regions-of-today.js'
import { similarRegions } from '../../src/extracts/similar-regions.js'
import { type TinyFile, tinyWarehouse } from '../warehouse/tiny.js'

const region = (code: string, level: Region['region_level'], region_class: Region['region_class'] = null): Region => ({
  ...{ region_code: code, region_name: `${code}名`, short_name: code, region_level: level, region_class },
  parent_code:
    { prefecture: null, county: '990100', township: code.slice(0, 6), village: code.slice(0, 9) }[level as string] ??
    null,
  ...{ valid_from: '2000-01', valid_to: null },
})

// Four hill counties and a plain one, each of two townships; the fifth county has said less.
const counties = ['990101', '990102', '990103', '990104', '990105']
const regions = [
  region('990100', 'prefecture'),
  ...counties.flatMap((code) => {
    const region_class = code === '990104' ? 'plain' : 'hill'
    return [
      region(code, 'county', region_class),
      region(`${code}001`, 'township', region_class),
      region(`${code}002`, 'township', region_class),
    ]
  }),
]

const received_at = '2026-02-04T00:00:00.000Z'
/** A county's returns: firms of its two townships, 2 social organisations and 10 villages each, and what a head earned. */
const sent = (unit: string, first: number, second: number | null, yuan: number): TinyFile[] => [
  {
    ...{ dataset: 'coverage', unit, received_at },
    rows: [
      [`${unit}001`, '2026-01', { nonpublic_total: first, nonpublic_eligible: first, social_total: 2 }],
      ...(second === null
        ? []
        : ([
            [`${unit}002`, '2026-01', { nonpublic_total: second, nonpublic_eligible: second, social_total: 2 }],
          ] as TinyFile['rows'])),
    ],
  },
  {
    ...{ dataset: 'premises', unit, received_at },
    rows: ['001', '002'].map((township) => [`${unit}${township}`, '2025-Q4', { villages: 10, standard: 10 }]),
  },
  { ...{ dataset: 'rural_income', unit, received_at }, rows: [[unit, '2024', { disposable_income_yuan: yuan }]] },
]
const files = [
  ...sent('990101', 10, 20, 18_000),
  ...sent('990102', 15, 17, 18_000),
  ...sent('990103', 100, 20, 18_000),
  ...sent('990104', 10, 20, 18_000),
  ...sent('990105', 12, null, 18_000),
]

const similar = async (given: readonly TinyFile[]) => {
  const { warehouse } = await tinyWarehouse(given, { regions, changes: [], period: '2026-01', as_of: '2026-02-10' })
  const names = await RegionsOfToday.read(warehouse, '990100')
  const figures = (await figuresOf(warehouse, '990100', '2026-01')).map(plainFigure)
  const found = await similarRegions(warehouse, topics, names, figures, '2026-01')
  await warehouse.close()
  return found
}

test('counts are added up over townships, what is no sum is known of its own level alone', async () => {
  const { warehouse } = await tinyWarehouse(files, { regions, changes: [], period: '2026-01', as_of: '2026-02-10' })
  const values = await conditionValues(warehouse, topics, '2026-01')
  const [firms, , yuan, villages] = values.map((each) => Object.fromEntries(each.values))
  expect(firms).toMatchObject({ '990101': 30, '990101001': 10, '990103': 120 })
  // One of its two townships is silent: what the other reported is not the county's number of firms.
  expect(firms).not.toHaveProperty('990105')
  expect(firms).toMatchObject({ '990105001': 12 })
  expect(yuan).toEqual(Object.fromEntries(counties.map((code) => [code, 18_000])))
  expect(villages).toMatchObject({ '990101': 20, '990101002': 10 })
  await warehouse.close()
})

test('a month that is not all in leaves the last one that was', async () => {
  const early = sent('990105', 40, 50, 18_000).map((file) => ({
    ...file,
    rows: file.rows.map(([code, period, row]): TinyFile['rows'][number] => [
      code,
      period === '2026-01' ? '2025-12' : period,
      row,
    ]),
  }))
  const { warehouse } = await tinyWarehouse([...early, ...files], {
    regions,
    changes: [],
    period: '2026-01',
    as_of: '2026-02-10',
  })
  const [firms] = await conditionValues(warehouse, topics, '2026-01')
  // 40 and 50 in December; in January one township of the two.
  expect(firms?.values.get('990105')).toBe(90)
  expect(firms?.values.get('990105001')).toBe(12)
  await warehouse.close()
})

test('similar regions are of the same class, and those of which a condition is not known are left out', async () => {
  const found = await similar(files)
  expect([...found.keys()].filter((code) => code.length === 6)).toEqual(['990101', '990102', '990103'])
  const own = found.get('990101')
  // Itself first, then by code, not by distance.
  expect(own?.regions.map(({ region_code, above }) => [region_code, above])).toEqual([
    ['990101', '990100名'],
    ['990102', '990100名'],
    ['990103', '990100名'],
  ])
  expect(own?.conditions.map(({ name, values }) => [name.zh, values])).toEqual([
    ['非公企业数', [30, 32, 120]],
    ['社会组织数', [4, 4, 4]],
    ['农村居民人均可支配收入', [18_000, 18_000, 18_000]],
    ['村数', [20, 20, 20]],
  ])
  const headline = own?.figures.filter(({ indicator_id }) => indicator_id === 'nonpublic_coverage_pct')
  expect(headline?.map(({ region_code, denominator }) => [region_code, denominator])).toEqual([
    ['990101', 30],
    ['990102', 32],
    ['990103', 120],
  ])
})

test('a township has three neighbours in kind at most, wherever they lie', async () => {
  const found = await similar(files)
  // Hill townships with firms 10, 20, 15, 17, 100, 20, 12; the silent one is left out. Nearest to 10: 12, 15, 17.
  expect(found.get('990101001')?.regions.map(({ region_code }) => region_code)).toEqual([
    '990101001',
    '990102001',
    '990102002',
    '990105001',
  ])
  expect(found.get('990101001')?.conditions.map(({ name }) => name.zh)).toEqual(['非公企业数', '社会组织数', '村数'])
  expect(found.has('990105002')).toBe(false)
  // Of the two plain ones each has the other.
  expect(found.get('990104001')?.regions.map(({ region_code }) => region_code)).toEqual(['990104001', '990104002'])
})

test('a count is known of all levels from its return’s up, an amount of that level alone', () => {
  const [firms, , yuan] = declaredConditions(topics)
  if (!firms || !yuan) throw new Error('no conditions')
  const levels = (one: typeof firms) => comparedLevels.filter((level) => isKnownAt(one, level))
  expect(levels(firms)).toEqual(['county', 'township'])
  expect(levels(yuan)).toEqual(['county'])
  // Income a head of townships would be no sum for their county.
  expect(levels({ ...yuan, dataset: firms.dataset })).toEqual(['township'])
})

test('every declared condition is a column of its return', () => {
  expect(declaredConditions(topics).map(({ dataset, column }) => [dataset.id, column.name])).toEqual([
    ['coverage', 'nonpublic_total'],
    ['coverage', 'social_total'],
    ['rural_income', 'disposable_income_yuan'],
    ['premises', 'villages'],
  ])
})

test('villages are counted by band: of a county and its townships in the last year, of a township in each', async () => {
  const villages = ['201', '202', '203'].map((end) => region(`990101001${end}`, 'village'))
  const other = region('990101002201', 'village')
  const year = (period: string, incomes: number[]): TinyFile => ({
    ...{ dataset: 'income', unit: '990101', received_at: `${Number(period) + 1}-01-15T00:00:00.000Z` },
    rows: [...villages, other].map(({ region_code }, at) => [
      region_code,
      period,
      { total_income_yuan: incomes[at] ?? 0 },
    ]),
  })
  const { warehouse } = await tinyWarehouse(
    [year('2024', [0, 0, 60_000, 0]), year('2025', [0, 50_000, 60_000, 2_000_000])],
    {
      ...{ regions: [...regions, ...villages, other], changes: [], period: '2026-01', as_of: '2026-02-10' },
    },
  )
  const bands = await regionBands(warehouse, topics)
  const told = (found: ReturnType<typeof bands.over>) =>
    found?.rows.map(({ region_code, period, band, villages: count }) => [region_code, period, band, count])
  expect(told(bands.over('990101001'))).toEqual([
    ['990101001', '2024', '50k_to_100k', 1],
    ['990101001', '2024', 'none', 2],
    ['990101001', '2025', '50k_to_100k', 1],
    ['990101001', '2025', 'none', 1],
    ['990101001', '2025', 'up_to_50k', 1],
  ])
  expect(told(bands.latest('990101', ['990101001', '990101002']))).toEqual([
    ['990101', '2025', '50k_to_100k', 1],
    ['990101', '2025', 'from_1m', 1],
    ['990101', '2025', 'none', 1],
    ['990101', '2025', 'up_to_50k', 1],
    ['990101001', '2025', '50k_to_100k', 1],
    ['990101001', '2025', 'none', 1],
    ['990101001', '2025', 'up_to_50k', 1],
    ['990101002', '2025', 'from_1m', 1],
  ])
  expect(bands.latest('990102', ['990102001'])).toBeNull()
  await warehouse.close()
})
