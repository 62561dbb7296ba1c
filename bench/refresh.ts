// A full refresh of the sample city, the same with one month more, and DuckDB's own CSV reader over the same bytes.
// Figures are medians of interleaved runs; machines are noisy, so read the ratios.
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measured, measure, median } from './measure.js'

const runs = Number(process.argv[2] ?? 5)
const root = join(import.meta.dirname, '..')
const jiceng = join(root, 'bin', 'jiceng.js')
const folder = mkdtempSync(join(tmpdir(), 'jiceng-bench-'))

const months = ['2026-09', '2026-10'] as const
const [shorter, longer] = months
for (const month of months) measure([jiceng, 'sample', '--home', join(folder, month), '--to', month])
const inbox = join(folder, longer, 'inbox')
const files = readdirSync(inbox, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(inbox, name)).isFile(),
)
const csv = readdirSync(join(inbox, 'history')).map((name) => join(inbox, 'history', name))
const bytes = files.reduce((sum, name) => sum + statSync(join(inbox, name)).size, 0)

/** Refreshes a fresh copy of a home, so that every run does all the work. */
function fullRefresh(month: string, ...options: string[]): Measured {
  const home = join(folder, 'run')
  rmSync(home, { recursive: true, force: true })
  cpSync(join(folder, month), home, { recursive: true, preserveTimestamps: true })
  return measure([jiceng, 'refresh', '--home', home, '--json', ...options])
}

const [start, reader] = ['start of the process alone', 'DuckDB read_csv, as text']
const ways: Record<string, () => Measured> = {
  [start]: () => measure(['--import', 'tsx', join(root, 'bench', 'read-csv.ts')]),
  [reader]: () => measure(['--import', 'tsx', join(root, 'bench', 'read-csv.ts'), ...csv]),
  [`refresh to ${shorter}, no site`]: () => fullRefresh(shorter, '--no-site'),
  [`refresh to ${longer}, no site`]: () => fullRefresh(longer, '--no-site'),
  [`refresh to ${longer}, with site`]: () => fullRefresh(longer),
  'a second refresh, nothing new': () => measure([jiceng, 'refresh', '--home', join(folder, 'run'), '--json']),
}
const taken = new Map<string, Measured[]>(Object.keys(ways).map((name) => [name, []]))
for (let run = 0; run < runs; run += 1) for (const [name, way] of Object.entries(ways)) taken.get(name)?.push(way())

console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB; medians of ${runs} interleaved runs`)
const [idle, peer] = [start, reader].map((name) => median(taken.get(name) ?? []).seconds) as [number, number]
for (const [name, measured] of taken) {
  const { seconds, megabytes } = median(measured)
  // What starting a process costs is taken off both sides, or it would hide how quick the reader is.
  const ratio = name === start ? '' : `${((seconds - idle) / (peer - idle)).toFixed(1)} x the reader`
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(2).padStart(7)} s ${ratio.padStart(18)} ${megabytes.toFixed(0).padStart(6)} MB`,
  )
}
const [before, after] = months.map((month) => median(taken.get(`refresh to ${month}, no site`) ?? []).seconds)
console.log(
  `one month more costs ${((after ?? 0) / (before ?? 1)).toFixed(2)} x; memory is the job's own process (the site is built in another)`,
)
rmSync(folder, { recursive: true, force: true })
