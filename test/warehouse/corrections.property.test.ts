import fc from 'fast-check'
import { test } from 'vitest'
import type { Correction } from '../../src/domain/correction.js'
import { type Period, periodsBetween } from '../../src/domain/period.js'
import { receivedOn } from '../../src/domain/submission.js'
import { bitByBit } from './bit-by-bit.js'
import { declared } from './declared.js'
import { type TinyFile, type TinyRun, threshold } from './tiny.js'

/** More with `CORRECTION_RUNS=500`: each is one sequence of refreshes with corrections. */
const runs = Number(process.env.CORRECTION_RUNS ?? 8)

const months = periodsBetween('2026-01', '2026-04')
const townships = ['990101001', '990101002', '990104001', '990104002']
const dayOf = (days: number) => new Date(Date.parse('2026-02-01') + days * 86_400_000).toISOString().slice(0, 10)

/** Few values, so that what a correction expects is often there, comes back and goes away. */
const total = fc.constantFrom(10, 20, 100)
const file = fc.record({
  month: fc.constantFrom(...months),
  unit: fc.constantFrom('990101', '990104'),
  totals: fc.tuple(total, total),
  isPartial: fc.boolean(),
  /** Days since the file before. */
  wait: fc.nat(20),
})
const correction = fc.record({
  township: fc.constantFrom(...townships),
  period: fc.constantFrom(...months),
  action: fc.constantFrom('override', 'drop', 'flag', 'row'),
  expected: total,
  day: fc.nat(120),
})
const sequence = fc.record({
  files: fc.array(file, { minLength: 3, maxLength: 12 }),
  corrections: fc.uniqueArray(correction, {
    maxLength: 4,
    selector: ({ township, period }) => `${township}/${period}`,
  }),
  /** After how many files there is a refresh, and about which month. */
  refreshes: fc.array(fc.record({ files: fc.integer({ min: 1, max: 5 }), month: fc.nat(2) }), {
    minLength: 1,
    maxLength: 3,
  }),
})

const thresholds = [
  threshold({ indicator_id: 'nonpublic_coverage_pct', warning: '60', critical: '20', clear_periods: '2' }),
]

test('refreshing bit by bit with corrections gives row for row the tables of working all out at once', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async ({ files: made, corrections: lines, refreshes }) => {
      let day = 0
      const files = made.map(({ month, unit, totals, isPartial, wait }): TinyFile => {
        day += wait
        const own = townships.filter((township) => township.startsWith(unit)).slice(0, isPartial ? 1 : 2)
        const rows = own.map((township, index): TinyFile['rows'][number] => [
          township,
          month,
          { nonpublic_total: totals[index] ?? 10, nonpublic_org_single: 8 },
        ])
        return { dataset: 'coverage', unit, received_at: `${dayOf(day)}T02:00:00.000Z`, rows }
      })
      const corrections = lines.map(({ township, period, action, expected, day: decided }, index): Correction => {
        const cell = { region_code: township, period, expect: String(expected), decided_on: dayOf(decided) }
        const value = action === 'override' ? '12' : ''
        return action === 'row'
          ? declared(
              { ...cell, action: 'drop', column_name: '', value, expect: `nonpublic_total=${expected}` },
              index + 2,
            )
          : declared({ ...cell, action, value }, index + 2)
      })
      const runAfter = (count: number, month: Period): TinyRun => ({
        thresholds,
        corrections,
        period: month,
        as_of: receivedOn({ received_at: files[count - 1]?.received_at ?? '' }),
      })
      let [taken, month] = [0, 0]
      const steps = refreshes.map((refresh, index) => {
        taken = index === refreshes.length - 1 ? files.length : Math.min(files.length, taken + refresh.files)
        month = Math.min(months.length - 1, month + refresh.month)
        return { files: taken, run: runAfter(taken, months[month] ?? '2026-04') }
      })
      const nothing = { files: 0, run: { thresholds, corrections, period: '2025-12', as_of: '2026-01-01' } }
      await bitByBit(files, [nothing, ...steps])
    }),
    { numRuns: runs },
  )
}, 3_600_000)
