import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CellValue } from '../domain/column.js'
import type { Dataset } from '../domain/dataset.js'
import type { Period } from '../domain/period.js'
import type { Region, RegionCode } from '../domain/region.js'
import { type IntakeResult, type Receipt, receivedOn } from '../domain/submission.js'
import { takeIn } from '../intake/take-in.js'
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
  const history = new History(datasets)
  const taken: TakenIn[] = []
  for (const [seq, { receipt, path }] of received.entries()) {
    progress(receipt.file_name, seq)
    const file = { name: basename(receipt.file_name), bytes: await readFile(path) }
    const { accepted, ...result } = await takeIn(file, {
      datasets,
      regions,
      received_on: receivedOn(receipt),
      previous: (dataset, region, period) => history.valuesOf(dataset, region, period),
    })
    await loadSubmission(warehouse, datasets, { receipt, seq, result: { ...result, accepted } })
    history.remember(result.dataset, accepted)
    const last = accepted.reduce<Period | null>(
      (late, { period }) => (late === null || period > late ? period : late),
      null,
    )
    taken.push({ receipt, result, last_period: last })
  }
  return taken
}

/** The last accepted values of the columns that are asked about when they jump; nothing else is kept in memory. */
class History {
  private readonly values = new Map<string, Record<string, CellValue>>()
  private readonly columns: ReadonlyMap<string, string[]>

  constructor(datasets: readonly Dataset[]) {
    this.columns = new Map(
      datasets.map(({ id, columns }) => [
        id,
        columns.filter(({ jump_pct }) => jump_pct !== null).map(({ name }) => name),
      ]),
    )
  }

  valuesOf(dataset: string, region: RegionCode, period: Period): Record<string, CellValue> | null {
    return this.values.get(`${dataset}/${region}/${period}`) ?? null
  }

  remember(dataset: string | null, rows: IntakeResult['accepted']): void {
    const columns = this.columns.get(dataset ?? '') ?? []
    if (columns.length === 0) return
    for (const { region_code, period, values } of rows) {
      const kept = Object.fromEntries(columns.map((name) => [name, values[name] ?? null]))
      this.values.set(`${dataset}/${region_code}/${period}`, kept)
    }
  }
}
