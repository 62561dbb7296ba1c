import { join } from 'node:path'
import { askChild, type ChildLimits } from '../ask-child.js'
import type { Problem } from './problem.js'
import type { WorkbookCells } from './sheet-cells.js'

/** What reading a workbook may take. */
export const childLimits: ChildLimits = { heapMegabytes: 400, seconds: 30 }

/** What the other process answers. */
export type ChildAnswer = { cells: WorkbookCells } | { problem: Problem }

/**
 * Reads a large workbook in a process of its own: should it run out of memory or time, that process ends and this one goes on,
 * with a sentence for the sender.
 */
export async function readInChild(bytes: Uint8Array, limits = childLimits): Promise<ChildAnswer> {
  const answer = await askChild(join(import.meta.dirname, 'reading-child.ts'), bytes, limits)
  if (answer !== null) return answer as ChildAnswer
  return { problem: { code: 'too_complex_workbook', values: { seconds: limits.seconds } } }
}
