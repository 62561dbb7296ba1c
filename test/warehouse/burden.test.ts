import { describe, expect, test } from 'vitest'
import { bitByBit } from './bit-by-bit.js'
import { columns } from './given.js'
import { type TinyFile, type TinyRun, threshold, tinyWarehouse } from './tiny.js'

const counts = (documents: number, meetings: number, inspections: number, cells = 0) => ({
  ...{ documents_issued: documents, meetings_held: meetings, inspections },
  ...{ forms_required: 1, cells_required: cells },
})
const of = (received: string, rows: TinyFile['rows']): TinyFile => ({
  ...{ dataset: 'burden', unit: '990100', received_at: `${received}T02:00:00.000Z` },
  rows,
})

/** January of the year before: 甲区, and 乙县 and 丙县, which are the district 丁区 a year later. */
const before = of('2025-02-03', [
  ['990101', '2025-01', counts(50, 20, 10, 900)],
  ['990102', '2025-01', counts(30, 12, 8, 700)],
  ['990103', '2025-01', counts(20, 8, 2, 500)],
])
const after = of('2026-02-03', [
  ['990101', '2026-01', counts(30, 21, 5, 600)],
  ['990104', '2026-01', counts(40, 10, 11, 400)],
])
const thresholds = [
  threshold({ indicator_id: 'documents_change_pct', warning: '-30', critical: '-10' }),
  threshold({ indicator_id: 'meetings_change_pct', warning: '-30', critical: '-10' }),
  threshold({ indicator_id: 'inspections_change_pct', warning: '-50', critical: '-25', min_denominator: '11' }),
  threshold({ indicator_id: 'cells_required', warning: '500', critical: '800' }),
]

async function figures(indicator: string, files: TinyFile[], run: TinyRun = {}, period = '2026-01') {
  const { warehouse, failures } = await tinyWarehouse(files, { thresholds, ...run })
  const rows = await warehouse.query(
    `select *, round(value, 4) as said from marts.statuses where indicator_id = $1 and period = $2
     and region_level in ('prefecture', 'county') order by region_code`,
    [indicator, period],
  )
  await warehouse.close()
  expect(failures).toEqual([])
  return columns(rows, 'region_code', 'numerator', 'denominator', 'said', 'status', 'gap')
}

describe('against the same month of the year before', () => {
  test('documents: a merged district is held against its parts together, the city against all', async () => {
    expect(await figures('documents_change_pct', [before, after])).toEqual([
      // 70 of 100: exactly on the line of -30 is not beyond it.
      ['990100', -30, 100, -30, 'ok', null],
      // 30 of 50.
      ['990101', -20, 50, -40, 'ok', null],
      // 40 of 30 + 20: a fall by a fifth; at most 35 would be by 30 %, so 5 fewer.
      ['990104', -10, 50, -20, 'warning', 5],
    ])
  })

  test('meetings: one that rises is above zero', async () => {
    expect(await figures('meetings_change_pct', [before, after])).toEqual([
      // 31 of 40 is -22.5 %; 28 would be -30 %.
      ['990100', -9, 40, -22.5, 'warning', 3],
      // 21 of 20; 14 would be -30 %.
      ['990101', 1, 20, 5, 'critical', 7],
      ['990104', -10, 20, -50, 'ok', null],
    ])
  })

  test('inspections: on a small base nothing is judged, and more than twice as many is no error', async () => {
    const more = of('2026-02-03', [
      ['990101', '2026-01', counts(30, 21, 25)],
      ['990104', '2026-01', counts(40, 10, 11)],
    ])
    expect(await figures('inspections_change_pct', [before, more])).toEqual([
      // 36 of 20: 26 more than the 10 that the line allows.
      ['990100', 16, 20, 80, 'critical', 26],
      // Half of 10 each: what is too much is told, but not judged.
      ['990101', 15, 10, 150, 'small_base', 20],
      ['990104', 1, 10, 10, 'small_base', 6],
    ])
  })

  test('a county that did not report a year before has no figure, and neither has one of whose parts one was silent', async () => {
    const partly = of('2025-02-03', [
      ['990101', '2025-01', counts(50, 20, 10)],
      ['990102', '2025-01', counts(30, 12, 8)],
    ])
    expect(await figures('documents_change_pct', [partly, after])).toEqual([
      // Only 甲区 can be compared: 丙县 is missing, so 40 is not held against 30.
      ['990100', -20, 50, -40, 'ok', null],
      ['990101', -20, 50, -40, 'ok', null],
      ['990104', null, null, null, 'not_reported', null],
    ])
    // In the first year of the return there is nothing to be held against, so nobody owes a figure.
    expect(await figures('documents_change_pct', [before], {}, '2025-01')).toEqual([])
  })

  test('a correction of last year’s return moves this year’s figure', async () => {
    const corrected = of('2026-02-20', [['990101', '2025-01', counts(60, 20, 10)]])
    const rows = await figures('documents_change_pct', [before, after, { ...corrected, unit: '990101' }])
    // 30 of 60.
    expect(rows[1]).toEqual(['990101', -30, 60, -50, 'ok', null])
  })
})

test('cells: a county’s own, for the city the mean of the counties that reported', async () => {
  expect(await figures('cells_required', [before, after])).toEqual([
    ['990100', 1000, 2, 500, 'ok', null],
    ['990101', 600, 1, 600, 'warning', 100],
    ['990104', 400, 1, 400, 'ok', null],
  ])
  expect(await figures('cells_required', [of('2026-02-03', [['990101', '2026-01', counts(1, 1, 1, 900)]])])).toEqual([
    ['990100', 900, 1, 900, 'critical', 400],
    ['990101', 900, 1, 900, 'critical', 400],
    ['990104', null, null, null, 'not_reported', null],
  ])
})

test('a return of last year that comes late for the first time gives figures to this year, bit by bit as at once', async () => {
  const late = { ...of('2026-02-20', [['990101', '2025-01', counts(60, 20, 10)]]), unit: '990101' }
  const others = { ...of('2025-02-03', [['990102', '2025-01', counts(30, 12, 8)]]), unit: '990102' }
  const run = { thresholds, period: '2026-02' }
  await bitByBit(
    [others, after, late],
    [
      { files: 2, run: { ...run, as_of: '2026-02-10' } },
      { files: 3, run: { ...run, as_of: '2026-02-25' } },
    ],
  )
})
