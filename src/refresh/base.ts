import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Run } from '../warehouse/load-reference.js'
import type { Sources } from './inputs.js'
import type { Manifest } from './release.js'

/** An earlier release that a new one may go on from, and how much of its work still holds. */
export interface Base {
  /** The release's folder. */
  folder: string
  /** How many received files, in the order of receipt, it has taken in. */
  receipts: number
  /** The run that its tables were worked out for; null: they have to be worked out anew, only what was taken in holds. */
  run: Run | null
}

/** The reference table that reading a file depends on; the others are only joined later. */
const regionTable = 'regions.csv'

/**
 * What an earlier release gives for these inputs; null when nothing of it holds. The files that it knows must be the first of those
 * that are known now, read by the same code against the same regions.
 */
export function baseOf(before: Manifest, folder: string, inputs: Sources): Base | null {
  const { submissions, reference, code } = before.inputs
  const isPrefix = submissions.every((sha256, index) => sha256 === inputs.submissions[index])
  if (!isPrefix || code !== inputs.code || reference[regionTable] !== inputs.reference[regionTable]) return null
  const isSameReference = JSON.stringify(reference) === JSON.stringify(inputs.reference)
  return {
    folder,
    receipts: submissions.length,
    run: isSameReference ? { period: before.period, as_of: before.as_of } : null,
  }
}

/** Puts a copy of the base's warehouse where a new one is built. The release itself is only read; it has no log beside it. */
export async function copyWarehouse(base: Base, to: string): Promise<void> {
  await copyFile(join(base.folder, 'warehouse.duckdb'), to)
}
