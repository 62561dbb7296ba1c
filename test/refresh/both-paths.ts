import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Dataset } from '../../src/domain/dataset.js'
import type { Region } from '../../src/domain/region.js'
import { takeIn } from '../../src/intake/take-in.js'
import { takeInBulk } from '../../src/refresh/take-in-bulk.js'
import { Brought } from '../../src/warehouse/brought.js'
import { loadStaged } from '../../src/warehouse/bulk-load.js'
import { knownIn } from '../../src/warehouse/known-values.js'
import { loadSubmission } from '../../src/warehouse/load-submission.js'
import { createRawTables } from '../../src/warehouse/raw-tables.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

/** A received file with what it is read against. */
export interface Given {
  name: string
  bytes: Uint8Array
  datasets: readonly Dataset[]
  regions: readonly Region[]
  received_on?: string
  /** SQL that fills `raw` with what was received before. */
  before?: string
  /** The bulk path leaves the last word on the file to the careful one, or has another sentence for it. */
  isToldOtherwise?: boolean
}

const receipt = (name: string) => ({
  sha256: 'f'.repeat(64),
  file_name: name,
  received_at: '2026-11-03T00:00:00Z',
  bytes: 1,
})

/** Everything that a file leaves in the warehouse, in an order of its own. */
async function contentOf(warehouse: Warehouse, dataset: string | null): Promise<Record<string, unknown[]>> {
  const tables = [
    'submissions',
    'submission_units',
    'rejects',
    'conversions',
    'column_places',
    'nothings',
    ...(dataset ? [dataset] : []),
  ]
  const content: Record<string, unknown[]> = {}
  for (const table of tables) {
    const rows = await warehouse.query(`select * from raw."${table}"`)
    content[table] = table === 'rejects' ? rows : rows.map((row) => JSON.stringify(row)).sort()
  }
  return content
}

/**
 * Takes a file in on both paths, whatever its size, each into a warehouse of its own, and expects the same of them. Gives what the
 * careful path made of it, and false when the bulk path does not take such a file.
 */
export async function expectSame({ before, isToldOtherwise, datasets, regions, ...given }: Given) {
  const context = { datasets, regions, ...(given.received_on ? { received_on: given.received_on } : {}) }
  const folder = mkdtempSync(join(tmpdir(), 'jiceng-bulk-'))
  const [careful, bulk] = [await Warehouse.open(':memory:'), await Warehouse.open(':memory:')]
  try {
    for (const warehouse of [careful, bulk]) {
      await createRawTables(warehouse, datasets)
      if (before) await warehouse.run(before)
    }
    const brought = { careful: await Brought.read(careful), bulk: await Brought.read(bulk) }
    const result = await takeIn(given, { ...context, known: knownIn(careful, brought.careful) })
    await loadSubmission(careful, datasets, brought.careful, { receipt: receipt(given.name), seq: 9, result })

    const path = join(folder, 'received')
    writeFileSync(path, given.bytes)
    const taken = await takeInBulk(bulk, { name: given.name, path }, context, join(folder, 'work'))
    if (typeof taken === 'string') return { result, isBulk: false }
    await loadStaged(
      bulk,
      datasets,
      brought.bulk,
      { receipt: receipt(given.name), seq: 9, result: taken.result },
      taken.shape,
    )
    await taken.stage?.drop()
    if (isToldOtherwise) {
      expect(taken.result.findings).not.toEqual([])
      return { result, isBulk: true }
    }
    const { accepted: _, ...judged } = result
    expect(taken.result).toEqual(judged)
    expect(await contentOf(bulk, result.dataset)).toEqual(await contentOf(careful, result.dataset))
    return { result, isBulk: true }
  } finally {
    await careful.close()
    await bulk.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
