import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset } from '../domain/dataset.js'
import { safeFileName } from '../domain/file-name.js'
import type { Region } from '../domain/region.js'
import type { Judged } from '../domain/submission.js'
import { type Receipt, receivedOn } from '../domain/submission.js'
import { loadStaged } from '../warehouse/bulk-load.js'
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
 * Takes the received files after the first `known` in, in the order of receipt, and loads what passes. Each file is checked against those
 * before it. `work` is a folder for scratch.
 */
export async function takeInAll(
  warehouse: Warehouse,
  received: readonly Received[],
  known: number,
  datasets: readonly Dataset[],
  regions: readonly Region[],
  work: string,
  progress: (file: string, index: number) => void,
): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  const scratch = join(work, 'bulk')
  for (const [seq, one] of received.entries()) {
    if (seq < known) continue
    progress(one.receipt.file_name, seq)
    taken.push(await takeInReceived(warehouse, { ...one, seq }, datasets, regions, scratch))
  }
  await rm(scratch, { recursive: true, force: true })
  return taken
}

/** Takes one file in and loads what passes. */
export async function takeInReceived(
  warehouse: Warehouse,
  { receipt, path, seq }: Received & { seq: number },
  datasets: readonly Dataset[],
  regions: readonly Region[],
  work: string,
): Promise<TakenIn> {
  const file = { name: safeFileName(receipt.file_name), path }
  const one = await takeInFile(warehouse, file, { datasets, regions, received_on: receivedOn(receipt) }, work)
  const result = judgedOf(one)
  if ('stage' in one) {
    await loadStaged(warehouse, datasets, { receipt, seq, result }, one.shape)
    await one.stage?.drop()
    return { receipt, result }
  }
  await loadSubmission(warehouse, datasets, { receipt, seq, result: one.result })
  return { receipt, result }
}
