import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** What a process of its own may take: heap in megabytes (bytes of files lie outside of it), and time. */
export interface ChildLimits {
  heapMegabytes: number
  seconds: number
}

/**
 * Sends a message to a script in a process of its own and gives its answer; null when it ran out of memory or time, or died. It is
 * started for one message and gone with the answer: whatever a file does to it, this process goes on. The script is one of
 * ours, run through tsx, and answers with `process.send`.
 */
export function askChild(script: string, message: unknown, limits: ChildLimits): Promise<unknown | null> {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--import', loader],
    serialization: 'advanced',
    // What a dying process prints is about memory addresses, not about the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const end = (answer: unknown) => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.on('error', () => {})
      child.kill('SIGKILL')
      resolve(answer)
    }
    const timer = setTimeout(() => end(null), limits.seconds * 1000)
    child.once('message', end)
    child.once('error', () => end(null))
    child.once('exit', () => end(null))
    child.send(message as object)
  })
}
