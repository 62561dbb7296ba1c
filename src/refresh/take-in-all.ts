import { readFile } from 'node:fs/promises'
import type { Dataset } from '../domain/dataset.js'
import { safeFileName } from '../domain/file-name.js'
import type { Period } from '../domain/period.js'
import type { Region } from '../domain/region.js'
import { type IntakeResult, type Receipt, receivedOn } from '../domain/submission.js'
import { takeIn } from '../intake/take-in.js'
import { knownIn } from '../warehouse/known-values.js'
import { loadSubmission } from '../warehouse/load-submission.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import type { Received } from './archive.js'

/** A received file and what intake made of it. */
export interface TakenIn {
  receipt: Receipt
  result: Omit<IntakeResult, 'accepted'>
  /** The latest period that its accepted rows are about. */
  last_period: Period | null
}

/** Takes every received file in, in the order of receipt, and loads what passes. Each file is checked against those before it. */
export async function takeInAll(
  warehouse: Warehouse,
  received: readonly Received[],
  datasets: readonly Dataset[],
  regions: readonly Region[],
  progress: (file: string, index: number) => void,
): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  for (const [seq, { receipt, path }] of received.entries()) {
    progress(receipt.file_name, seq)
    const file = { name: safeFileName(receipt.file_name), bytes: await readFile(path) }
    const { accepted, ...result } = await takeIn(file, {
      datasets,
      regions,
      received_on: receivedOn(receipt),
      known: knownIn(warehouse),
    })
    await loadSubmission(warehouse, datasets, { receipt, seq, result: { ...result, accepted } })
    const last = accepted.reduce<Period | null>(
      (late, { period }) => (late === null || period > late ? period : late),
      null,
    )
    taken.push({ receipt, result, last_period: last })
  }
  return taken
}
