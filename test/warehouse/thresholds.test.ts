import { expect, test } from 'vitest'
import { columns } from './given.js'
import { threshold, tinyWarehouse } from './tiny.js'

const rate = (fields: Parameters<typeof threshold>[0]) =>
  threshold({ indicator_id: 'nonpublic_coverage_pct', ...fields })

test('the narrowest scope that is valid in the period wins: a region, then a class, then all; a level before any level', async () => {
  const { warehouse } = await tinyWarehouse(
    [
      {
        dataset: 'coverage',
        unit: '990100',
        received_at: '2026-02-01T00:00:00.000Z',
        rows: [
          ['990101001', '2025-12', {}],
          ['990104001', '2026-01', {}],
        ],
      },
    ],
    {
      thresholds: [
        rate({ warning: '70' }),
        rate({ warning: '75', region_level: 'prefecture' }),
        rate({ scope: 'class:plain', warning: '65' }),
        rate({ scope: 'class:hill', warning: '10' }),
        rate({ scope: 'region:990104', warning: '50', valid_from: '2026-02' }),
        rate({ scope: 'region:990101', warning: '80', valid_from: '2025-12', valid_to: '2026-01' }),
      ],
    },
  )
  const rows = await warehouse.query(
    `select * from marts.statuses where indicator_id = 'nonpublic_coverage_pct'
     and region_code in ('990100', '990101', '990104', '990101001') order by region_code, period`,
  )
  expect(columns(rows, 'region_code', 'period', 'warning')).toEqual([
    ['990100', '2025-12', 75],
    ['990100', '2026-01', 75],
    ['990100', '2026-02', 75],
    ['990101', '2025-12', 80],
    ['990101', '2026-01', 80],
    ['990101', '2026-02', 65],
    ['990101001', '2025-12', 70],
    ['990101001', '2026-01', 70],
    ['990101001', '2026-02', 70],
    ['990104', '2025-12', 65],
    ['990104', '2026-01', 65],
    ['990104', '2026-02', 50],
  ])
  await warehouse.close()
})

test('a linear line moves evenly to the target by its due month, the critical one beside it, and stays there', async () => {
  const { warehouse } = await tinyWarehouse(
    [
      {
        dataset: 'coverage',
        unit: '990100',
        received_at: '2026-02-01T00:00:00.000Z',
        rows: ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01'].map((period) => ['990101001', period, {}]),
      },
    ],
    {
      thresholds: [
        rate({
          warning: '80',
          critical: '75',
          target: '90',
          target_due: '2025-12',
          path: 'linear',
          valid_from: '2025-09',
        }),
      ],
    },
  )
  const rows = await warehouse.query(
    `select * from marts.statuses where indicator_id = 'nonpublic_coverage_pct' and region_code = '990101' order by period`,
  )
  // A third of ten points is 3.33, shown and held as 3.3.
  expect(columns(rows, 'period', 'warning', 'critical', 'target')).toEqual([
    ['2025-09', 80, 75, 90],
    ['2025-10', 83.3, 78.3, 90],
    ['2025-11', 86.7, 81.7, 90],
    ['2025-12', 90, 85, 90],
    ['2026-01', 90, 85, 90],
    ['2026-02', 90, 85, 90],
  ])
  await warehouse.close()
})
