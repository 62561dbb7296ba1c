import { describe, expect, test } from 'vitest'
import type { SqlRow } from '../../src/warehouse/warehouse.js'
import { columns, runModel } from './given.js'

const valueColumns =
  'marts.indicator_values(region_code varchar, region_level varchar, place varchar, period varchar, ordinal bigint, due_date date, indicator_id varchar, is_carried_back boolean, units_expected bigint, numerator decimal(24,6), denominator decimal(24,6), value double, units_reported bigint)'
const indicatorColumns =
  'raw.indicators(indicator_id varchar, dataset varchar, frequency varchar, unit varchar, scale bigint, direction varchar, decimals bigint, gap_by varchar, gap_unit varchar)'
const lineColumns =
  'marts.thresholds_in_force(indicator_id varchar, period varchar, kind varchar, threshold_id varchar, warning decimal(12,3), critical decimal(12,3), target decimal(12,3), clear_margin double, clear_periods bigint, min_denominator decimal(12,2), step double, steps_left double)'

const indicators = [
  ['rate', 'd', 'M', 'pct', 100, 'higher_is_better', 1, 'parts', '家'],
  ['share', 'd', 'A', 'pct', 100, 'lower_is_better', 1, 'parts', '个村'],
  ['mean', 'd', 'M', 'yuan_per_month', 1, 'higher_is_better', 0, 'value', '元/月'],
  ['times', 'd', 'M', 'times', 1, 'higher_is_better', 2, 'value', '倍'],
]

interface Line {
  warning?: number
  critical?: number
  margin?: number
  least?: number
}

/** Statuses of one indicator over consecutive periods, each given as parts; `null` is a period without a report. */
async function judge(
  indicator: string,
  line: Line | null,
  parts: ([number, number] | null)[],
  asOf = '2027-12-31',
): Promise<SqlRow[]> {
  const [scale, annual] = indicator === 'rate' || indicator === 'share' ? [100, indicator === 'share'] : [1, false]
  const periods = parts.map((_, index) =>
    annual ? String(2018 + index) : `2026-${String(index + 1).padStart(2, '0')}`,
  )
  const values = parts.map((pair, index) => {
    const value = pair === null || pair[1] === 0 ? null : (scale * pair[0]) / pair[1]
    const ordinal = annual ? 2018 + index : 24_312 + index
    return [
      '990101',
      'county',
      '990101/2000-01',
      periods[index] ?? '',
      ordinal,
      '2026-12-05',
      indicator,
      false,
      3,
      pair?.[0] ?? null,
      pair?.[1] ?? null,
      value,
      pair === null ? 0 : 3,
    ]
  })
  const lines =
    line === null
      ? []
      : periods.map((period) => [
          indicator,
          period,
          'county/',
          't',
          line.warning ?? null,
          line.critical ?? null,
          null,
          line.margin ?? 0,
          1,
          line.least ?? 0,
          0,
          0,
        ])
  return runModel(
    'shared/statuses.sql',
    {
      [valueColumns]: values,
      [indicatorColumns]: indicators,
      [lineColumns]: lines,
      'marts.kinds(region_code varchar, place varchar, kind varchar)': [['990101', '990101/2000-01', 'county/']],
      'raw.thresholds(indicator_id varchar, scope varchar)': [],
      'raw.run(period varchar, month varchar, as_of date)': [['2026-12', '2026-12', asOf]],
    },
    'period',
  )
}

const statusOf = async (...args: Parameters<typeof judge>) => (await judge(...args)).map(({ status }) => status)

describe('status', () => {
  test('more is better: below the line is below, on it is on it', async () => {
    expect(
      await statusOf('rate', { warning: 70, critical: 60 }, [
        [71, 100],
        [70, 100],
        [69, 100],
        [60, 100],
        [59, 100],
      ]),
    ).toEqual(['ok', 'ok', 'warning', 'warning', 'critical'])
  })

  test('less is better: above the line is beyond it', async () => {
    expect(
      await statusOf('share', { warning: 10, critical: 20 }, [
        [1, 10],
        [11, 100],
        [2, 10],
        [21, 100],
      ]),
    ).toEqual(['ok', 'warning', 'warning', 'critical'])
  })

  test('a third is compared as a third, whatever a division says: 1 of 3 against 33.333 is on the good side', async () => {
    expect(await statusOf('rate', { warning: 33.333 }, [[1, 3]])).toEqual(['ok'])
    expect(await statusOf('rate', { warning: 33.334 }, [[1, 3]])).toEqual(['warning'])
  })

  test('too small a base gives no judgement, and neither does a base of nothing', async () => {
    expect(
      await statusOf('rate', { warning: 70, least: 10 }, [
        [3, 7],
        [7, 10],
        [0, 0],
      ]),
    ).toEqual(['small_base', 'ok', 'small_base'])
  })

  test('without a threshold there is no status, but silence is still silence', async () => {
    expect(await statusOf('rate', null, [[1, 10], null])).toEqual([null, 'not_reported'])
  })

  test('silence is not due up to and on the deadline, and not reported after it', async () => {
    expect(await statusOf('rate', { warning: 70 }, [null], '2026-12-05')).toEqual(['not_due'])
    expect(await statusOf('rate', { warning: 70 }, [null], '2026-12-06')).toEqual(['not_reported'])
  })
})

describe('gap', () => {
  const gapOf = async (...args: Parameters<typeof judge>) => columns(await judge(...args), 'gap', 'gap_unit')

  test('counts units of the numerator, rounded up to whole ones', async () => {
    // 70 % of 57 is 39.9: 40 are needed, 35 are there.
    expect(await gapOf('rate', { warning: 70 }, [[35, 57]])).toEqual([[5, '家']])
    // At most 10 % of 57 is 5.7: five may remain, 12 are there.
    expect(await gapOf('share', { warning: 10 }, [[12, 57]])).toEqual([[7, '个村']])
  })

  test('is in the unit of the value where that is what people act in', async () => {
    // 50 000 over 30 posts is 1 666.67 a month, 233.33 short of 1 900.
    expect(await gapOf('mean', { warning: 1900 }, [[50_000, 30]])).toEqual([[234, '元/月']])
    // 1.87 against 2.00.
    expect(await gapOf('times', { warning: 2 }, [[187, 100]])).toEqual([[0.13, '倍']])
  })

  test('is nothing where the line is reached', async () => {
    expect(await gapOf('rate', { warning: 70 }, [[70, 100]])).toEqual([[null, null]])
  })
})

describe('arrival at the pace of the last twelve periods', () => {
  const arrivalOf = async (...args: Parameters<typeof judge>) => (await judge(...args)).at(-1)?.arrival_period

  test('half a point a month, four points short: eight months on', async () => {
    expect(
      await arrivalOf('rate', { warning: 70 }, [
        [65, 100],
        [655, 1000],
        [66, 100],
      ]),
    ).toBe('2026-11')
  })

  test('goes over the year’s end', async () => {
    expect(
      await arrivalOf('rate', { warning: 70 }, [
        [50, 100],
        [51, 100],
      ]),
    ).toBe('2027-09')
  })

  test('for a share that must fall, by year', async () => {
    expect(
      await arrivalOf('share', { warning: 10 }, [
        [40, 100],
        [35, 100],
      ]),
    ).toBe('2024')
  })

  test('never, when it stands still or goes the wrong way, and nothing when it is there', async () => {
    expect(
      await arrivalOf('rate', { warning: 70 }, [
        [65, 100],
        [65, 100],
      ]),
    ).toBeNull()
    expect(
      await arrivalOf('rate', { warning: 70 }, [
        [66, 100],
        [65, 100],
      ]),
    ).toBeNull()
    expect(
      await arrivalOf('rate', { warning: 70 }, [
        [66, 100],
        [71, 100],
      ]),
    ).toBeNull()
  })

  test('looks back twelve periods, not further', async () => {
    // 13 periods: the first, 10 %, is out of sight from the last but one of the fourteen.
    const slow: [number, number][] = Array.from({ length: 13 }, (_, index) => [600 + index, 1000])
    expect(await arrivalOf('rate', { warning: 62 }, [[100, 1000], ...slow].slice(0, 14) as [number, number][])).toBe(
      '2027-10',
    )
  })
})
