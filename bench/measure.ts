import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One run of a process: wall time in seconds, peak memory of the process itself in megabytes. */
export interface Measured {
  seconds: number
  megabytes: number
}

/** Runs a script in a Node process of its own and measures it; gives what it printed as well. Throws with its output when it fails. */
export function measure(args: readonly string[]): Measured & { output: string } {
  const peakFile = join(mkdtempSync(join(tmpdir(), 'jiceng-peak-')), 'peak')
  const started = performance.now()
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', join(import.meta.dirname, 'report-peak.js'), ...args],
    { encoding: 'utf8', env: { ...process.env, PEAK_FILE: peakFile } },
  )
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return { seconds, megabytes: Number(readFileSync(peakFile, 'utf8')), output: stdout }
}

/** The middle one of several runs, by each figure. */
export function median(runs: readonly Measured[]): Measured {
  const middle = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
  return {
    seconds: middle(runs.map(({ seconds }) => seconds)),
    megabytes: middle(runs.map(({ megabytes }) => megabytes)),
  }
}
