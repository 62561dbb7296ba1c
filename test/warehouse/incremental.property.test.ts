import fc from 'fast-check'
import { expect, test } from 'vitest'
import { monthsOf, type Period, periodsBetween, shiftPeriod } from '../../src/domain/period.js'
import { bitByBit, type Step } from './bit-by-bit.js'
import { months as boundaryMonths, event, makeHistory } from './made-history.js'
import { type TinyFile, type TinyRun, threshold } from './tiny.js'

/** More with `INCREMENTAL_RUNS=500`: each is one sequence of refreshes. */
const runs = Number(process.env.INCREMENTAL_RUNS ?? 12)

/** Before and after the boundary change of 2026-01, the units that report, with their townships. */
const unitsIn = (month: Period): Record<string, string[]> =>
  month < '2026-01'
    ? { 990101: ['990101001', '990101002'], 990102: ['990102001'], 990103: ['990103001'] }
    : { 990101: ['990101001', '990101002'], 990104: ['990104001', '990104002'] }

const months = periodsBetween('2025-07', '2026-06')
const years: Period[] = ['2023', '2024', '2025']
const quarters = periodsBetween('2024-Q4', '2026-Q2')
const figure = fc.integer({ min: 0, max: 12 })

/** A return of a unit: small figures around the lines, so that alerts open, close and are withdrawn. */
const monthly = fc
  .record({
    dataset: fc.constantFrom('coverage', 'stipend'),
    // Many fall into few months, so that units often correct what they returned.
    period: fc.oneof(fc.constantFrom(...months), fc.constantFrom('2025-12', '2026-01')),
    pick: fc.nat(),
    figures: fc.array(figure, { minLength: 4, maxLength: 4 }),
    partly: fc.boolean(),
  })
  .map(({ dataset, period, pick, figures, partly }) => {
    const units = Object.entries(unitsIn(period))
    const [unit = '', townships = []] = units[pick % units.length] ?? []
    const shown = partly ? townships.slice(0, 1) : townships
    const rows = shown.map((township, index): TinyFile['rows'][number] => {
      const [a = 0, b = 0] = figures.slice(index * 2)
      const values =
        dataset === 'coverage'
          ? {
              nonpublic_total: 10 + b,
              nonpublic_org_single: Math.min(a, 10),
              social_total: 5,
              social_org_single: a % 6,
            }
          : { posts: 4, paid_total_yuan: 1000 * a, posts_in_arrears: b % 5, posts_below_standard: a % 5 }
      return [township, period, values]
    })
    return { dataset, unit, rows }
  })

const annual = fc
  .record({
    dataset: fc.constantFrom('income', 'rural_income'),
    period: fc.constantFrom(...years),
    pick: fc.nat(),
    value: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ dataset, period, pick, value }) => {
    const units = Object.keys(unitsIn(`${period}-12`))
    const unit = dataset === 'income' ? '990101' : (units[pick % units.length] ?? '')
    const rows: TinyFile['rows'] =
      dataset === 'income'
        ? [
            ['990101001201', period, { total_income_yuan: value * 30_000 }],
            ['990101001202', period, { total_income_yuan: pick % 2 === 0 ? 0 : value * 40_000 }],
          ]
        : [[unit, period, { disposable_income_yuan: 10_000 + 1000 * value }]]
    return { dataset, unit, rows }
  })

/** Funds of a county in a quarter, which a year later are what the next are held against. */
const quarterly = fc
  .record({ period: fc.constantFrom(...quarters), pick: fc.nat(), value: fc.integer({ min: 0, max: 9 }) })
  .map(({ period, pick, value }) => {
    const units = Object.keys(unitsIn(monthsOf(period).last))
    const unit = units[pick % units.length] ?? ''
    const rows: TinyFile['rows'] = [[unit, period, { party_building_budget_yuan: value * 10_000 }]]
    return { dataset: 'funding_budget', unit, rows }
  })

const refreshes = fc.array(fc.record({ files: fc.nat(8), months: fc.nat(3), days: fc.nat(40) }), {
  minLength: 2,
  maxLength: 5,
})

/** Files in the order of receipt, cut into refreshes, each with how far the published month and the day move on. */
const sequences = fc.record({
  files: fc.array(
    fc.oneof({ weight: 5, arbitrary: monthly }, { weight: 2, arbitrary: quarterly }, { weight: 1, arbitrary: annual }),
    {
      minLength: 3,
      maxLength: 30,
    },
  ),
  refreshes,
  firstMonth: fc.nat(11),
})

const lines = [
  threshold({
    indicator_id: 'nonpublic_coverage_pct',
    warning: '60',
    critical: '30',
    clear_margin: '5',
    clear_periods: '2',
  }),
  threshold({ indicator_id: 'social_coverage_pct', warning: '50', min_denominator: '4', valid_to: '2026-02' }),
  threshold({ indicator_id: 'stipend_mean_yuan_per_month', warning: '1500', region_level: 'county' }),
  threshold({ indicator_id: 'stipend_to_rural_income_ratio', warning: '1', critical: '0.5' }),
  threshold({ indicator_id: 'stipend_arrears_pct', warning: '10', critical: '50', clear_periods: '3' }),
  threshold({ indicator_id: 'villages_no_income_pct', warning: '40' }),
  threshold({ indicator_id: 'funding_growth_pct', warning: '0', critical: '-50' }),
]

/** Each refresh of a sequence, the published month and the day moving on. */
function stepsOf(
  refreshes: readonly { files: number; months: number; days: number }[],
  files: number,
  firstMonth: Period,
  regions: Pick<TinyRun, 'regions' | 'changes'> = {},
): Step[] {
  let [taken, month, day] = [0, firstMonth, `${firstMonth}-10`]
  return refreshes.map((refresh, index) => {
    taken = index === refreshes.length - 1 ? files : Math.min(files, taken + refresh.files)
    month = shiftPeriod(month, refresh.months)
    day = dayAfter(day, refresh.days).slice(0, 10)
    return { files: taken, run: { thresholds: lines, period: month, as_of: day, ...regions } }
  })
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day.slice(0, 10)) + days * 86_400_000).toISOString()
}

const dated = (files: readonly Omit<TinyFile, 'received_at'>[]): TinyFile[] =>
  files.map((file, index) => ({ ...file, received_at: dayAfter('2026-01-01', index) }))

test('refreshing bit by bit gives row for row the tables of working all out at once', async () => {
  const seen = { revisions: 0, withdrawals: 0, alerts: 0 }
  await fc.assert(
    fc.asyncProperty(sequences, async ({ files, refreshes, firstMonth }) => {
      const steps = stepsOf(refreshes, files.length, shiftPeriod('2025-07', firstMonth))
      const counts = await bitByBit(dated(files), steps)
      for (const what of ['revisions', 'withdrawals', 'alerts'] as const) seen[what] += counts[what]
    }),
    { numRuns: runs },
  )
  // Sequences in which nothing happens would prove nothing; few of them may well be without a withdrawn alert.
  expect(seen.alerts).toBeGreaterThan(0)
  expect(seen.revisions).toBeGreaterThan(0)
  if (runs >= 50) expect(seen.withdrawals).toBeGreaterThan(0)
}, 3_600_000)

const figures = fc.array(figure, { minLength: 12, maxLength: 12 })
const overBoundaries = fc.record({
  events: fc.array(event, { minLength: 1, maxLength: 6 }),
  returns: fc.array(fc.record({ at: fc.nat(boundaryMonths.length - 1), pick: fc.nat(), figures, silent: fc.nat(4) }), {
    minLength: 4,
    maxLength: 24,
  }),
  refreshes,
})

test('and so it does while regions merge, split, are renamed and take over codes', async () => {
  await fc.assert(
    fc.asyncProperty(overBoundaries, async ({ events, returns, refreshes: made }) => {
      const { regions, changes, townships } = makeHistory(events)
      const files = returns.map(({ at, pick, figures: values, silent }) => {
        const codes = townships[at] ?? []
        const counties = [...new Set(codes.map((code) => code.slice(0, 6)))]
        const unit = counties[pick % counties.length] ?? ''
        const own = codes.filter((code) => code.startsWith(unit)).slice(0, Math.max(1, 4 - silent))
        const rows = own.map((code, index): TinyFile['rows'][number] => [
          code,
          boundaryMonths[at] ?? '',
          { nonpublic_total: 10 + (values[index] ?? 0), nonpublic_org_single: values[index + 4] ?? 0 },
        ])
        return { dataset: 'coverage', unit, rows }
      })
      await bitByBit(dated(files), stepsOf(made, files.length, boundaryMonths[0] ?? '', { regions, changes }))
    }),
    { numRuns: runs },
  )
}, 3_600_000)
