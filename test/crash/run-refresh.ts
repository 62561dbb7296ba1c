import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** How a run of the program ended. */
export interface Ended {
  /** Null when it was killed. */
  code: number | null
  stdout: string
  stderr: string
  /** What it changed, step by step, when it was asked to say so; and how long it took from the first step on. */
  steps: Step[]
  ms: number
}

/** Something that a refresh changed, as `disturb.js` says it: what was done, and to what. */
export interface Step {
  kind: string
  what: string
}

/** How a run of the program is started. */
export interface RunOptions {
  /** What `node` is started with besides the program. */
  node?: string[]
  env?: Record<string, string>
  /** Kill it so many milliseconds after its first step. */
  killAfter?: number
  uid?: number
}

function start(main: string, args: readonly string[], { node = [], env = {}, uid }: RunOptions): ChildProcess {
  return spawn(process.execPath, [...node, main, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
}

/** Runs the program in a process of its own. */
export function runProgram(main: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(main, args, options)
  const { killAfter } = options
  let started = performance.now()
  let timer: NodeJS.Timeout | undefined
  child.stdio[3]?.once('data', () => {
    started = performance.now()
    if (killAfter !== undefined) timer = setTimeout(() => child.kill('SIGKILL'), killAfter)
  })
  const said = ['', '', '', '']
  for (const at of [1, 2, 3])
    child.stdio[at]?.on('data', (piece: Buffer) => {
      said[at] += piece.toString('latin1')
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      const [, stdout = '', stderr = '', steps = ''] = said.map((text) => Buffer.from(text, 'latin1').toString('utf8'))
      resolve({ code, stdout, stderr, steps: stepsOf(steps), ms: performance.now() - started })
    })
  })
}

/** The monthly job without the site, at a home. */
export function refreshHome(main: string, home: string, options: RunOptions = {}): Promise<Ended> {
  return runProgram(main, ['refresh', '--no-site', '--home', home, '--json'], options)
}

/** Starts `jiceng serve` on a free port; gives its address and a way to end it. */
export function servingAddress(main: string, home: string, options: RunOptions = {}) {
  const child = start(main, ['serve', '--home', home, '--port', '0', '--json'], options)
  return new Promise<{ address: string; stop: () => void }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)))
    child.stdout?.once('data', (line: Buffer) => {
      resolve({ address: JSON.parse(line.toString()).address, stop: () => child.kill('SIGTERM') })
    })
  })
}

/** Where a run is disturbed: at which of the steps whose line reads like `of`, and what happens there. */
export interface Disturbance {
  of?: string
  step?: number
  when?: 'before' | 'after' | number
  filler?: string
}

/** What makes a run say its steps, and die at one of them or find the disk full, if one is named. */
export function disturbed(at: Disturbance = {}): RunOptions {
  return { node: ['--import', join(import.meta.dirname, 'disturb.js')], env: { DISTURB: JSON.stringify(at) } }
}

/** What puts the clock of a run so many days ahead, in a part of the world. */
export function atAnotherTime(days: number, timeZone: string): RunOptions {
  // Also of the processes that it starts.
  const preload = `--import ${pathToFileURL(join(import.meta.dirname, 'shifted-clock.js')).href}`
  return { env: { NODE_OPTIONS: preload, CLOCK_SHIFT: String(days), TZ: timeZone } }
}

function stepsOf(text: string): Step[] {
  return text.split('\n').flatMap((line) => {
    const [kind = '', what] = line.split('\t')
    return what === undefined ? [] : [{ kind, what }]
  })
}
