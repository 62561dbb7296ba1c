// The other end of `readInChild`: gets the bytes of one workbook, answers with its cells or why there are none, and is ended.
import { ReadingProblem } from './problem.js'
import { readCells } from './read-cells.js'
import type { ChildAnswer } from './read-in-child.js'
import { readZipDirectory } from './zip-directory.js'

process.once('message', (bytes) => process.send?.(answer(Buffer.from(bytes as Uint8Array))))

function answer(bytes: Buffer): ChildAnswer {
  try {
    return { cells: readCells(bytes, readZipDirectory(bytes)) }
  } catch (error) {
    return { problem: error instanceof ReadingProblem ? error.problem : { code: 'unreadable_workbook' } }
  }
}
