import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../domain/dataset.js'
import { safeFileName } from '../domain/file-name.js'
import type { Region } from '../domain/region.js'
import type { Judged } from '../domain/submission.js'
import { type Receipt, receivedOn } from '../domain/submission.js'
import type { IntakeContext } from '../intake/take-in.js'
import { Brought } from '../warehouse/brought.js'
import { loadStaged } from '../warehouse/bulk-load.js'
import { knownIn } from '../warehouse/known-values.js'
import { loadSubmission } from '../warehouse/load-submission.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import type { Received } from './archive.js'
import { judgedOf, takeInFile } from './take-in-file.js'

/** A received file and what intake made of it. */
export interface TakenIn {
  receipt: Receipt
  result: Judged
}

/**
 * Takes the received files after the first `already` in, in the order of receipt, and loads what passes. Each file is checked against those
 * before it. `work` is a folder for scratch.
 */
export async function takeInAll(
  warehouse: Warehouse,
  received: readonly Received[],
  already: number,
  datasets: readonly Dataset[],
  regions: readonly Region[],
  work: string,
  progress: (file: string, index: number) => void,
): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  const scratch = join(work, 'bulk')
  const brought = await Brought.read(warehouse)
  const known = knownIn(warehouse, brought)
  for (const [seq, one] of received.entries()) {
    if (seq < already) continue
    progress(one.receipt.file_name, seq)
    taken.push(await takeInReceived(warehouse, brought, { ...one, seq }, { datasets, regions, known }, scratch))
  }
  await rm(scratch, { recursive: true, force: true })
  return taken
}

/** Takes one file in and loads what passes. */
async function takeInReceived(
  warehouse: Warehouse,
  brought: Brought,
  { receipt, path, seq }: Received & { seq: number },
  context: IntakeContext,
  work: string,
): Promise<TakenIn> {
  const file = { name: safeFileName(receipt.file_name), path }
  const one = await takeInFile(warehouse, file, { ...context, received_on: receivedOn(receipt) }, work)
  const result = judgedOf(one)
  const { datasets } = context
  if ('stage' in one) {
    await loadStaged(warehouse, datasets, brought, { receipt, seq, result }, one.shape)
    await one.stage?.drop()
    return { receipt, result }
  }
  await loadSubmission(warehouse, datasets, brought, { receipt, seq, result: one.result })
  return { receipt, result }
}
