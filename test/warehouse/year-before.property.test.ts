import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Period, shiftPeriod } from '../../src/domain/period.js'
import { bitByBit } from './bit-by-bit.js'
import { type TinyFile, threshold } from './tiny.js'

/** More with `INCREMENTAL_RUNS=500`: each is one sequence of refreshes. */
const runs = Number(process.env.INCREMENTAL_RUNS ?? 4)

const countiesIn = (month: Period) => (month < '2026-01' ? ['990101', '990102', '990103'] : ['990101', '990104'])
/** Months of which two are a year apart, on either side of the boundary change of 2026-01. */
const months: Period[] = ['2025-01', '2025-02', '2025-12', '2026-01', '2026-02']

const file = fc
  .record({
    month: fc.constantFrom(...months),
    pick: fc.nat(2),
    counts: fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
    isList: fc.boolean(),
  })
  .map(({ month, pick, counts: [a = 0, b = 0, c = 0], isList }): Omit<TinyFile, 'received_at'> => {
    const counties = countiesIn(month)
    const unit = counties[pick % counties.length] ?? ''
    const burden = { documents_issued: a, meetings_held: b, inspections: c, forms_required: 1, cells_required: 100 * a }
    if (!isList) return { dataset: 'burden', unit, rows: [[unit, month, burden]] }
    const line = (number: number) => ({
      ...{ task_id: `A${number}`, list_kind: number === 2 ? 'problem' : 'task', topic: 'burden', title: '压减文件' },
      ...{ owner_unit: '县委办公室', due_date: b > 4 ? '2025-12-31' : '2026-12-31', progress_pct: 50 },
      ...{ state: c > 4 ? 'done' : 'open', closed_date: null, answers: a > 4 ? 'A2' : null },
    })
    const rows = [1, 2, 3].slice(0, 1 + (a % 3)).map((number): TinyFile['rows'][number] => [unit, month, line(number)])
    return { dataset: 'tasks', unit, rows }
  })

const lines = [
  threshold({ indicator_id: 'documents_change_pct', warning: '-30', critical: '10', clear_periods: '2' }),
  threshold({ indicator_id: 'cells_required', warning: '300', critical: '700' }),
  threshold({ indicator_id: 'tasks_overdue_count', warning: '0', critical: '1' }),
]

test('figures that look back a year, and lists with several lines a region, are the same bit by bit and at once', async () => {
  let alerts = 0
  const sequences = fc.record({
    files: fc.array(file, { minLength: 4, maxLength: 20 }),
    cuts: fc.array(fc.record({ files: fc.nat(8), months: fc.nat(2) }), { minLength: 2, maxLength: 4 }),
    first: fc.constantFrom('2025-12', '2026-01'),
  })
  await fc.assert(
    fc.asyncProperty(sequences, async ({ files, cuts, first }) => {
      const dated = files.map((one, index) => ({
        ...one,
        received_at: new Date(Date.UTC(2026, 0, 2 + index)).toISOString(),
      }))
      let [taken, period] = [0, first as Period]
      const steps = cuts.map((cut, index) => {
        taken = index === cuts.length - 1 ? files.length : Math.min(files.length, taken + cut.files)
        period = shiftPeriod(period, cut.months)
        return { files: taken, run: { thresholds: lines, period, as_of: `${shiftPeriod(period, 1)}-25` } }
      })
      alerts += (await bitByBit(dated, steps)).alerts
    }),
    { numRuns: runs },
  )
  expect(alerts).toBeGreaterThan(0)
}, 3_600_000)
