import { expect } from 'vitest'
import { canonicalTables } from '../../src/warehouse/canonical.js'
import type { Warehouse } from '../../src/warehouse/warehouse.js'
import { addToTiny, type TinyFile, type TinyRun, tinyWarehouse } from './tiny.js'

/** One refresh of a sequence: how many files are there by then, and what it is about. */
export interface Step {
  files: number
  run: TinyRun
}

/**
 * Refreshes step by step and compares with working everything out at once: every table, row for row. Gives what came about on the way,
 * so that a property can tell whether it tried anything.
 */
export async function bitByBit(
  files: readonly TinyFile[],
  steps: readonly Step[],
): Promise<{ revisions: number; withdrawals: number; alerts: number }> {
  const [first, ...later] = steps
  if (!first) throw new Error('a sequence of no refreshes')
  const { warehouse } = await tinyWarehouse(files.slice(0, first.files), first.run)
  try {
    let before = first
    for (const step of later) {
      await addToTiny(warehouse, files.slice(0, step.files), before.files, step.run, before.run)
      before = step
    }
    const whole = await tinyWarehouse(files.slice(0, before.files), before.run)
    try {
      expect(await canonicalTables(warehouse)).toEqual(await canonicalTables(whole.warehouse))
    } finally {
      await whole.warehouse.close()
    }
    return await countsOf(warehouse)
  } finally {
    await warehouse.close()
  }
}

async function countsOf(warehouse: Warehouse) {
  const [counts] = await warehouse.query<{ revisions: number; withdrawals: number; alerts: number }>(
    `select (select count(*) from raw.revisions) as revisions, (select count(*) from raw.withdrawals) as withdrawals,
       (select count(*) from marts.alert_runs) as alerts`,
  )
  return counts ?? { revisions: 0, withdrawals: 0, alerts: 0 }
}
