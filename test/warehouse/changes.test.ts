import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SqlRow } from '../../src/warehouse/warehouse.js'
import { columns, runModel } from './given.js'
import { type TinyFile, type TinyRun, tinyRegions, tinyWarehouse } from './tiny.js'

type Parts = [numerator: number | null, denominator: number | null]

/** Values of a region in consecutive periods from 2025-01 on, of a rate in per cent; null parts with a value: a median. */
function valuesOf(region: string, parts: (Parts | number)[]) {
  return parts.map((one, index) => {
    const [numerator, denominator] = typeof one === 'number' ? [null, null] : one
    const year = 2025 + Math.floor(index / 12)
    const value =
      typeof one === 'number' ? one : numerator !== null && denominator ? (100 * numerator) / denominator : null
    const period = `${year}-${String((index % 12) + 1).padStart(2, '0')}`
    return [region, region, 'county', 'rate', period, year * 12 + (index % 12), numerator, denominator, value, 1, 1]
  })
}

/** The changes of these values, and the parts of units that reported in one of two months only. */
function changesOf(
  values: ReturnType<typeof valuesOf>,
  unmatched: (string | number | null)[][] = [],
): Promise<SqlRow[]> {
  return runModel(
    'shared/changes.sql',
    {
      'marts.indicator_values(region_code varchar, place varchar, region_level varchar, indicator_id varchar, period varchar, ordinal bigint, numerator decimal(20,2), denominator decimal(20,2), value double, units_expected bigint, units_reported bigint)':
        values,
      'marts.unmatched_parts(region_code varchar, period varchar, indicator_id varchar, against varchar, numerator decimal(20,2), denominator decimal(20,2), numerator_before decimal(20,2), denominator_before decimal(20,2))':
        unmatched,
      'marts.redrawn_regions(region_code varchar, month varchar)': [['990109', '2025-02']],
      'raw.indicators(indicator_id varchar, dataset varchar, scale bigint, frequency varchar)': [
        ['rate', 'return', 100, 'M'],
      ],
      'raw.calendar(dataset varchar, period varchar, last_month varchar)': [
        ...new Set(values.map((value) => String(value[4]))),
      ].map((period) => ['return', period, period]),
    },
    'region_code, period, against',
  )
}

/** Rounded to what the noise of floating point leaves alone. */
const plain = (rows: unknown[][]) =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Math.round(cell * 1e6) / 1e6 : cell)))

const told = ['change', 'from_numerator', 'from_denominator', 'from_units', 'is_same_units'] as const

describe('the parts of a change, worked out by hand', () => {
  test('where only the numerator moves, all of it comes from the numerator; where only the denominator, from that', async () => {
    // 40 of 100 to 50 of 100; 40 of 80 to 40 of 100.
    const rows = await changesOf([
      ...valuesOf('990101', [
        [40, 100],
        [50, 100],
      ]),
      ...valuesOf('990102', [
        [40, 80],
        [40, 100],
      ]),
    ])
    expect(plain(columns(rows, ...told))).toEqual([
      [10, 10, 0, 0, true],
      [-10, 0, -10, 0, true],
    ])
  })

  test('where both move, each is told with the other at the mean of its two values', async () => {
    // 40 of 80 to 60 of 100: 20 more over 100 or 80 are 20 or 25 points, 22.5 in the mean; 20 more below 40 or 60 are -10 or -15.
    const [row] = await changesOf(
      valuesOf('990101', [
        [40, 80],
        [60, 100],
      ]),
    )
    expect(row?.change).toBe(10)
    expect(row?.from_numerator).toBeCloseTo(22.5, 9)
    expect(row?.from_denominator).toBeCloseTo(-12.5, 9)
  })

  test('a unit that reported once only is told apart: the parts are those of the units that reported both times', async () => {
    // First 40 of 80 and a second unit with 0 of 20: 40 %. Then 48 of 80 alone: 60 %. The same unit rose from 50 % to 60 %.
    const values = valuesOf('990101', [
      [40, 100],
      [48, 80],
    ])
    const rows = await changesOf(values, [['990101', '2025-02', 'rate', 'previous', null, null, 0, 20]])
    expect(columns(rows, ...told)).toEqual([[20, 10, 0, 10, false]])
  })

  test('where no unit reported both times, all of it is told as other units', async () => {
    const values = valuesOf('990101', [
      [40, 80],
      [12, 20],
    ])
    const rows = await changesOf(values, [['990101', '2025-02', 'rate', 'previous', 12, 20, 40, 80]])
    expect(columns(rows, ...told)).toEqual([[10, 0, 0, 10, false]])
  })

  test('a median changes without parts; without a value there is no change', async () => {
    const rows = await changesOf([
      ...valuesOf('990101', [300, 400]),
      ...valuesOf('990102', [
        [1, 2],
        [0, 0],
        [2, 2],
      ]),
      ...valuesOf('990103', [
        [1, 2],
        [null, null],
      ]),
    ])
    expect(columns(rows, 'region_code', ...told)).toEqual([['990101', 100, null, null, null, true]])
  })

  test('a code that another place has now is not held against what it was', async () => {
    const [before, now] = valuesOf('990101', [
      [40, 80],
      [60, 100],
    ])
    if (!before || !now) throw new Error('two values')
    expect(await changesOf([before, [now[0] ?? '', '990101/2025-02', ...now.slice(2)]])).toEqual([])
  })

  test('parts say nothing across the month in which the region’s boundaries changed', async () => {
    const rows = await changesOf(
      valuesOf('990109', [
        [40, 80],
        [60, 100],
        [70, 100],
      ]),
    )
    expect(plain(columns(rows, ...told))).toEqual([
      [10, null, null, null, false],
      [10, 10, 0, 0, true],
    ])
  })

  test('a value is held against the month before and the same month a year before', async () => {
    const rows = await changesOf(
      valuesOf(
        '990101',
        Array.from({ length: 13 }, (_, index): Parts => [20 + index, 100]),
      ),
    )
    expect(columns(rows.slice(-2), 'period', 'against', 'period_before', 'change')).toEqual([
      ['2026-01', 'previous', '2025-12', 1],
      ['2026-01', 'year_before', '2025-01', 12],
    ])
    expect(rows).toHaveLength(12 + 1)
  })
})

const count = fc.integer({ min: 0, max: 1e6 })
const base = fc.integer({ min: 1, max: 1e6 })

test('whatever the parts: they add up to the change, and the way back is the same with the other sign', async () => {
  const pairs = fc.array(fc.tuple(count, base, count, base), { minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(pairs, async (made) => {
      const rows = await changesOf(
        made.flatMap(([n0, d0, n1, d1], index) => [
          ...valuesOf(`there ${index}`, [
            [n0, d0],
            [n1, d1],
          ]),
          ...valuesOf(`back ${index}`, [
            [n1, d1],
            [n0, d0],
          ]),
          ...valuesOf(`numerator ${index}`, [
            [n0, d0],
            [n1, d0],
          ]),
        ]),
      )
      const of = (name: string) => {
        const row = rows.find(({ region_code }) => region_code === name)
        return [row?.change, row?.from_numerator, row?.from_denominator].map(Number) as [number, number, number]
      }
      for (const [index, [n0, d0, n1, d1]] of made.entries()) {
        const [change, numerator, denominator] = of(`there ${index}`)
        const size = 100 * Math.max(n0, n1) * Math.max(1 / d0, 1 / d1)
        const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-12 * (1 + size))
        near(numerator + denominator, change)
        near(change, 100 * (n1 / d1 - n0 / d0))
        for (const [at, part] of of(`back ${index}`).entries()) near(part, -([change, numerator, denominator][at] ?? 0))
        expect(of(`numerator ${index}`)[2]).toBe(0)
      }
    }),
    { numRuns: 20 },
  )
}, 60_000)

describe('units that reported once only', () => {
  const month = (period: string, ...rows: [township: string, organised: number, total: number][]): TinyFile => ({
    dataset: 'coverage',
    unit: '990100',
    received_at: '2026-03-01T00:00:00.000Z',
    rows: rows.map(([township, organised, total]) => [
      township,
      period,
      { nonpublic_total: total, nonpublic_eligible: total, nonpublic_org_single: organised },
    ]),
  })
  const changesIn = async (period: string, files: TinyFile[], run: TinyRun = {}) => {
    const { warehouse, failures } = await tinyWarehouse(files, run)
    try {
      const rows = await warehouse.query(
        `select * from marts.changes where indicator_id = 'nonpublic_coverage_pct' and period = $1 and against = 'previous'
         and region_level <> 'township' order by region_code`,
        [period],
      )
      return { rows: plain(columns(rows, 'region_code', ...told)), failures }
    } finally {
      await warehouse.close()
    }
  }

  test('are left out of the parts of every region above them', async () => {
    // 甲二镇 (5 of 10, then silent) is left out: 甲区 rose from 40 % to 50 % in 甲一镇; 45 % to 50 % in all.
    const { rows, failures } = await changesIn('2025-12', [
      month('2025-11', ['990101001', 4, 10], ['990101002', 5, 10], ['990102001', 5, 10], ['990103001', 5, 10]),
      month('2025-12', ['990101001', 5, 10], ['990102001', 5, 10], ['990103001', 8, 10]),
    ])
    expect(failures).toEqual([])
    // The city: 19 of 40 to 18 of 30, 47.5 % to 60 %; without 甲二镇 14 of 30 to 18 of 30.
    expect(rows).toEqual([
      ['990100', 12.5, 13.333333, 0, -0.833333, false],
      ['990101', 5, 10, 0, -5, false],
      ['990102', 0, 0, 0, 0, true],
      ['990103', 30, 30, 0, 0, true],
      ['990104', 15, 15, 0, 0, true],
    ])
  })

  test('are known again across a merger and re-coding; one that never reports does not count', async () => {
    // 乙一乡 and 丙一乡 report as 丁区's townships from January on; 丙一乡 was silent in December. 甲二镇 is silent in both.
    const { rows, failures } = await changesIn('2026-01', [
      month('2025-12', ['990101001', 4, 10], ['990102001', 5, 10]),
      month('2026-01', ['990101001', 5, 10], ['990104001', 6, 10], ['990104002', 9, 10]),
    ])
    expect(failures).toEqual([])
    // 丁区: 50 % to 75 %, of which 10 in 乙一乡. The city: 9 of 20 to 20 of 30, of which 9 of 20 to 11 of 20.
    expect(rows).toEqual([
      ['990100', 21.666667, 10, 0, 11.666667, false],
      ['990101', 10, 10, 0, 0, true],
      ['990104', 25, 10, 0, 15, false],
    ])
  })
  test('that fell silent at the merger are left out under the code that they reported with', async () => {
    // 乙一乡 had 2 of 10, then nothing; 丙一乡 rose from 5 of 10 to 6: 丁区 from 35 % to 60 %, of which 10 in 丙一乡.
    const { rows } = await changesIn('2026-01', [
      month('2025-12', ['990102001', 2, 10], ['990103001', 5, 10]),
      month('2026-01', ['990104002', 6, 10]),
    ])
    expect(rows).toEqual([
      ['990100', 25, 10, 0, 15, false],
      ['990104', 25, 10, 0, 15, false],
    ])
  })
  test('take those with them that they were merged with: a sum of which a part is missing is compared with nothing', async () => {
    // From January on 甲一镇 and 甲二镇 are 甲三镇; 甲二镇 was silent in December. Only 甲四镇 reported both times: 50 % to 60 %.
    const [first, ...others] = tinyRegions.filter(({ region_code: code }) => !code.startsWith('99010100'))
    const [township] = tinyRegions.filter(({ region_code }) => region_code === '990101002')
    if (!first || !township) throw new Error('no regions')
    const named = (region_code: string, valid_from: string, valid_to: string | null) => ({
      ...township,
      ...{ region_code, valid_from, valid_to },
    })
    const regions = [
      ...[first, ...others],
      named('990101001', '2000-01', '2025-12'),
      named('990101002', '2000-01', '2025-12'),
      named('990101003', '2026-01', null),
      named('990101004', '2000-01', null),
    ]
    const merge = { month: '2026-01', kind: 'merge' as const, to_code: '990101003', note: '', share: null }
    const changes = [
      { ...merge, from_code: '990101001' },
      { ...merge, from_code: '990101002' },
    ]
    const { rows } = await changesIn(
      '2026-01',
      [
        month('2025-12', ['990101001', 1, 10], ['990101004', 5, 10]),
        month('2026-01', ['990101003', 12, 20], ['990101004', 6, 10]),
      ],
      { regions, changes },
    )
    // 甲区: 6 of 20 to 18 of 30.
    expect(rows.filter(([code]) => code === '990101')).toEqual([['990101', 30, 10, 0, 20, false]])
  })
})
