import type { BulkRecord } from '../domain/bulk.js'
import { type BulkPlan, unnamedPositions, watchedPositions } from '../intake/bulk/bulk-plan.js'
import { firstPersonal } from '../intake/bulk/bulk-table.js'
import type { ReadTable } from '../intake/table/read-table.js'
import type { BulkStage } from '../warehouse/bulk-stage.js'

/** So many records are looked at a time. */
const page = 20_000

/** The first rows of data that show something under no heading, or a person's number, in each column. */
export async function findWitnesses(
  stage: BulkStage,
  plan: BulkPlan,
  bare: ReadTable,
  width: number,
): Promise<BulkRecord[]> {
  const found: BulkRecord[] = []
  for (const at of unnamedPositions(plan, width)) found.push(...(await stage.firstShowing(at)))
  for (const at of await stage.withLongNumbers(watchedPositions(plan, bare, width))) {
    for (let after = -1; ; ) {
      const records = await stage.longNumbers(at, after, page)
      const personal = firstPersonal(records, at)
      if (personal) found.push(personal)
      if (personal || records.length < page) break
      after = records.at(-1)?.record ?? after
    }
  }
  return found
}
