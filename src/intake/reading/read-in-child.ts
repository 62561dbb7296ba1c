import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from './problem.js'
import type { WorkbookCells } from './sheet-cells.js'

/** What the other process may take: heap in megabytes (the file and the parts unpacked lie outside of it), and time. */
export const childLimits = { heapMegabytes: 400, seconds: 30 }

/** What the other process answers. */
export type ChildAnswer = { cells: WorkbookCells } | { problem: Problem }

/**
 * Reads a large workbook in a process of its own: should it run out of memory or time, that process ends and this one goes on,
 * with a sentence for the sender. It is started for one file and gone with it; nobody has to look after it.
 */
export function readInChild(bytes: Uint8Array, limit = childLimits): Promise<ChildAnswer> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = fork(join(import.meta.dirname, 'reading-child.ts'), [], {
    execArgv: [`--max-old-space-size=${limit.heapMegabytes}`, '--import', loader],
    serialization: 'advanced',
    // What a dying process prints is about memory addresses, not about the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const end = (answer: ChildAnswer, answered = false) => {
      clearTimeout(timer)
      child.removeAllListeners()
      // Whatever it does now, it is no longer waited for.
      child.on('error', () => {})
      if (answered) child.disconnect()
      else child.kill('SIGKILL')
      child.unref()
      resolve(answer)
    }
    const tooComplex: ChildAnswer = { problem: { code: 'too_complex_workbook', values: { seconds: limit.seconds } } }
    const timer = setTimeout(() => end(tooComplex), limit.seconds * 1000)
    child.once('message', (answer) => end(answer as ChildAnswer, true))
    child.once('error', () => end(tooComplex))
    child.once('exit', () => end(tooComplex))
    child.send(bytes)
  })
}
