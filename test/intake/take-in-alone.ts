import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What became of a file that was taken in by a process of its own, and what that took. */
export interface TakenAlone {
  verdict: string
  codes: string[]
  rows: { in: number; loaded: number }
  /** The first finding's sentence. */
  sentence: string
  /** Inside `takeIn` alone. */
  seconds: number
  /** The peak of the process, or of the one that it started if that took more. */
  megabytes: number
}

/** Takes a file in by a process of its own, under another name and from another folder if told so. Throws with its output when that ends in any other way than with an answer. */
export async function takeInAlone(path: string, as: { name?: string; folder?: string } = {}): Promise<TakenAlone> {
  const peakFolder = mkdtempSync(join(tmpdir(), 'jiceng-peak-'))
  const hook = pathToFileURL(join(import.meta.dirname, 'report-peak.js')).href
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const child = spawn(
    process.execPath,
    ['--import', loader, join(import.meta.dirname, 'take-in-file.ts'), path, as.name ?? path],
    { cwd: as.folder ?? tmpdir(), env: { ...process.env, PEAK_FOLDER: peakFolder, NODE_OPTIONS: `--import ${hook}` } },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk
  })
  const status = await new Promise((resolve) => child.once('close', resolve))
  const peaks = readdirSync(peakFolder).map((file) => Number(readFileSync(join(peakFolder, file), 'utf8')))
  rmSync(peakFolder, { recursive: true })
  if (status !== 0) throw new Error(`${path} ended with ${status}\n${output.slice(0, 2000)}`)
  return { ...JSON.parse(output), megabytes: Math.max(...peaks) }
}
