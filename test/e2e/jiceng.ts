import { execFile, type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'jiceng.js')

/** How a call of the command ended. */
export interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Calls the command as a person does, in a process of its own. */
export function jiceng(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { maxBuffer: 64e6 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    )
  })
}

/** Starts `jiceng serve` on a free port; gives its address and a way to end it. */
export function serving(home: string): Promise<{ address: string; stop: () => void }> {
  const options: SpawnOptions = { stdio: ['ignore', 'pipe', 'inherit'] }
  const child = spawn(process.execPath, [bin, 'serve', '--home', home, '--port', '0', '--json'], options)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)))
    child.stdout?.once('data', (line: Buffer) => {
      const { address } = JSON.parse(line.toString())
      resolve({ address, stop: () => child.kill('SIGTERM') })
    })
  })
}
