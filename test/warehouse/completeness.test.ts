import { expect, test } from 'vitest'
import { columns } from './given.js'
import { type TinyFile, tinyWarehouse } from './tiny.js'

const file = (unit: string, received_at: string, ...rows: TinyFile['rows']): TinyFile => ({
  dataset: 'coverage',
  unit,
  received_at,
  rows,
})

test('a return is on time, late, in part, missing or not due yet', async () => {
  const { warehouse } = await tinyWarehouse(
    [
      // A year's history in one file is due when its last month is.
      file(
        '990100',
        '2026-01-05T15:59:00.000Z',
        ['990101001', '2025-11', {}],
        ['990101002', '2025-11', {}],
        ['990102001', '2025-12', {}],
        ['990103001', '2025-12', {}],
      ),
      file('990101', '2026-01-05T16:00:00.000Z', ['990101001', '2025-12', {}], ['990101002', '2025-12', {}]),
      file('990101', '2026-02-05T00:00:00.000Z', ['990101001', '2026-01', {}]),
      // A correction that comes late does not make the return late.
      file('990104', '2026-02-04T00:00:00.000Z', ['990104001', '2026-01', {}], ['990104002', '2026-01', {}]),
      file('990104', '2026-02-20T00:00:00.000Z', ['990104001', '2026-01', {}], ['990104002', '2026-01', {}]),
    ],
    { as_of: '2026-03-05' },
  )
  const rows = await warehouse.query(
    `select * from marts.completeness where dataset = 'coverage' order by period, reporting_unit`,
  )
  expect(columns(rows, 'period', 'reporting_unit', 'state', 'units_reported', 'units_expected')).toEqual([
    ['2025-11', '990101', 'on_time', 2, 2],
    ['2025-11', '990102', 'missing', 0, 1],
    ['2025-11', '990103', 'missing', 0, 1],
    ['2025-12', '990101', 'late', 2, 2],
    ['2025-12', '990102', 'on_time', 1, 1],
    ['2025-12', '990103', 'on_time', 1, 1],
    ['2026-01', '990101', 'partly', 1, 2],
    ['2026-01', '990104', 'on_time', 2, 2],
    ['2026-02', '990101', 'not_due', 0, 2],
    ['2026-02', '990104', 'not_due', 0, 2],
  ])
  await warehouse.close()
})
