// What one more month costs when the history behind it grows: `growth.ts [runs] [city|province …]`. For each size and each length
// of history, a home is published from nothing (the full rebuild), then copies of it get the next month's returns. Wall time of the whole
// process, no site; peak memory of the process; runs are interleaved and every figure is a median. Lines that begin in 2018 hold from the
// first month here, so that every month is judged; machines are noisy, so read the ratios.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { topics } from '../pipelines/index.js'
import { shiftPeriod } from '../src/domain/period.js'
import { Warehouse } from '../src/warehouse/warehouse.js'
import { type Measured, measure, median } from './measure.js'

const [runs, ...chosen] = [Number(process.argv[2] ?? 3), ...process.argv.slice(3)]
const sizes = chosen.length > 0 ? chosen : ['city', 'province']
const histories = [12, 60, 240]
const next = '2026-10'
const jiceng = join(import.meta.dirname, '..', 'bin', 'jiceng.js')
const folder = mkdtempSync(join(tmpdir(), 'jiceng-growth-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** A published home whose next month waits beside it, and what was measured of it. */
interface Grown {
  size: string
  months: number
  home: string
  rebuild: Measured
  rows: number
  observations: number
  megabytes: number
  month: Measured[]
}

function refresh(home: string): Measured & { rows: number; published: boolean } {
  const { output, ...measured } = measure([jiceng, 'refresh', '--home', home, '--no-site', '--json'])
  const { rows, published } = JSON.parse(output)
  return { ...measured, rows: rows.loaded, published }
}

async function grow(size: string, months: number): Promise<Grown> {
  const home = join(folder, `${size}-${months}`)
  measure([jiceng, 'sample', '--home', home, '--scale', size, '--from', shiftPeriod(next, -months), '--to', next])
  const lines = join(home, 'reference', 'thresholds.csv')
  writeFileSync(lines, readFileSync(lines, 'utf8').replaceAll(',2018-01,', ',2000-01,').replaceAll(',2017,', ',2000,'))
  renameSync(join(home, 'inbox', next), join(folder, `${size}-${months}-next`))
  const { rows, published, ...rebuild } = refresh(home)
  if (!published) throw new Error(`nothing was published in ${home}`)
  return { size, months, home, rebuild, rows, ...(await weigh(home)), month: [] }
}

/** The bytes of the warehouse, and how many reported figures are in it. */
async function weigh(home: string): Promise<{ observations: number; megabytes: number }> {
  const path = join(home, 'releases', 'current', 'warehouse.duckdb')
  const warehouse = await Warehouse.open(path, { readOnly: true })
  const counts = topics.map(({ dataset: { id, columns } }) => {
    const filled = columns.map(({ name }) => `count("${name}")`).join(' + ')
    return `(select ${filled} from raw."${id}")`
  })
  const [row] = await warehouse.query<{ n: number }>(`select ${counts.join(' + ')} as n`)
  await warehouse.close()
  return { observations: row?.n ?? 0, megabytes: statSync(path).size / 1e6 }
}

/** Adds the next month to a copy of a home whose inbox has been looked through before, as it has in a job that runs every month. */
async function addMonth(home: string): Promise<Measured> {
  const copy = join(folder, 'run')
  rmSync(copy, { recursive: true, force: true })
  cpSync(home, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  // Files that changed only just now are read again every time.
  await setTimeout(2_500)
  refresh(copy)
  cpSync(`${home}-next`, join(copy, 'inbox', next), {
    recursive: true,
    preserveTimestamps: true,
  })
  const { rows, published, ...measured } = refresh(copy)
  if (!published || rows === 0) throw new Error(`no month was added to ${home}`)
  return measured
}

/** The sample city as it is: published from nothing with all of its returns in the inbox, and its last month added to the others. */
function layOutSample(): { whole: string; lacking: string } {
  const [whole, lacking] = [join(folder, 'sample-whole'), join(folder, 'sample')]
  for (const home of [whole, lacking]) measure([jiceng, 'sample', '--home', home, '--to', next])
  renameSync(join(lacking, 'inbox', next), `${lacking}-next`)
  refresh(lacking)
  return { whole, lacking }
}

function rebuild(home: string): Measured {
  for (const made of ['releases', 'archive', '.work', 'returned'])
    rmSync(join(home, made), { recursive: true, force: true })
  return refresh(home)
}

const grown: Grown[] = []
for (const size of sizes) for (const months of histories) grown.push(await grow(size, months))
const sample = sizes.includes('city') ? layOutSample() : null
const ofSample: { rebuild: Measured[]; month: Measured[] } = { rebuild: [], month: [] }
for (let run = 0; run < runs; run++) {
  if (sample) ofSample.rebuild.push(rebuild(sample.whole))
  if (sample) ofSample.month.push(await addMonth(sample.lacking))
  for (const one of grown) one.month.push(await addMonth(one.home))
}

console.log(
  `history of each size, published from nothing (once), then one month more (medians of ${runs} interleaved runs)\n`,
)
console.log('size      months       rows  rebuild      peak    month      peak  warehouse  per observation')
for (const { size, months, rows, rebuild, month, megabytes, observations } of grown) {
  const more = median(month)
  const time = ({ seconds, megabytes: peak }: Measured) =>
    `${seconds.toFixed(1).padStart(7)} s ${peak.toFixed(0).padStart(6)} MB`
  console.log(
    `${size.padEnd(10)}${String(months).padStart(6)} ${String(rows).padStart(10)}${time(rebuild)}${time(more)} ${megabytes.toFixed(0).padStart(7)} MB ${((megabytes * 1e6) / observations).toFixed(1).padStart(10)} bytes`,
  )
}

/** What was asked for: a figure, and the most that it may be. */
const limits = sizes.flatMap((size): [what: string, figure: number, limit: number, unit: string][] => {
  const of = (months: number) =>
    median(grown.find((one) => one.size === size && one.months === months)?.month ?? []).seconds
  const [first = 0, , last = 0] = histories
  return [[`${size}: one month more, ${last} months over ${first}`, of(last) / of(first), 1.3, 'x']]
})
if (sample) {
  limits.push(['sample city: one month more', median(ofSample.month).seconds, 3, 's'])
  limits.push(['sample city: full rebuild', median(ofSample.rebuild).seconds, 10, 's'])
}
console.log(
  '\nan observation is a figure as reported; the bytes are those of the whole warehouse, indicators and statuses included',
)
for (const [what, figure, limit, unit] of limits)
  console.log(
    `${what.padEnd(46)} ${figure.toFixed(2).padStart(6)} ${unit}  at most ${limit}  ${figure <= limit ? 'met' : 'MISSED'}`,
  )
