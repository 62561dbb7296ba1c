import type { Finding } from '../../domain/reject.js'
import { readStamp, type Stamp, stampSheet } from '../../domain/stamp.js'
import { finding } from '../finding.js'
import { gridsOf } from './cells-to-grids.js'
import { cellAt, type Grid } from './grid.js'
import { inspectParts } from './inspect-parts.js'
import { type Problem, ReadingProblem } from './problem.js'
import { readCells } from './read-cells.js'
import { type ChildAnswer, readInChild } from './read-in-child.js'
import { readZipDirectory, type ZipEntry } from './zip-directory.js'

/** A workbook as grids, and what it says of itself when it is one of our own. */
export interface Opened {
  grids: Grid[]
  stamp: Stamp | null
}

/**
 * Up to this size unpacked a workbook is read where we are: one pass, no more than a few times the size in memory, a fraction
 * of a second. Above it a process of its own is worth what it costs to start.
 */
const readHere = 16 * 1024 * 1024

/**
 * The sheets of an .xlsx file that a person sees, each as a grid; a finding when it is refused. Its directory is held against the
 * limits before anything is unpacked. A hidden sheet is not part of what was sent.
 */
export async function readWorkbook(bytes: Uint8Array, extension: string): Promise<Opened | Finding> {
  const answer = await read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), extension)
  if ('problem' in answer) return findingOf(answer.problem)
  const grids = gridsOf(answer.cells)
  const stamp = grids.find(({ sheet }) => sheet === stampSheet)
  return {
    grids: grids.filter((grid) => grid !== stamp),
    stamp: readStamp((stamp?.rows ?? []).map((row) => [cellAt(row, 0).text.trim(), cellAt(row, 1).text.trim()])),
  }
}

async function read(bytes: Buffer, extension: string): Promise<ChildAnswer> {
  try {
    const directory = readZipDirectory(bytes)
    inspectParts(directory, extension)
    return unpackedSize(directory) > readHere ? await readInChild(bytes) : { cells: readCells(bytes, directory) }
  } catch (error) {
    if (error instanceof ReadingProblem) return { problem: error.problem }
    // Whatever else the reading trips over in a file from outside means the same to the sender: it cannot be opened.
    return { problem: { code: 'unreadable_workbook' } }
  }
}

function unpackedSize(directory: ReadonlyMap<string, ZipEntry>): number {
  return [...directory.values()].reduce((sum, entry) => sum + entry.unpacked, 0)
}

/** True for a workbook that is large unpacked: whatever is done with it is done in a process of its own. */
export function isHeavy(bytes: Uint8Array): boolean {
  try {
    return unpackedSize(readZipDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) > readHere
  } catch {
    // No archive that we would open.
    return false
  }
}

/** The finding about the whole file that a problem becomes. */
export function findingOf({ code, place, values }: Problem): Finding {
  return finding('reject', code, { ...place, wholeFile: true }, values)
}
