// Statuses and alerts of 3,000 counties over 120 months on 40 indicators (14.4 million figures) in one run of the engine, by the project's
// own models, held against a plain `count(*)` with group by over the same rows: `statuses.ts [runs] [counties]`. Each is a process of its own
// on the same file; time is that of the queries alone, memory the process's peak. Processor time is what is judged, since it hardly
// depends on what else the machine does; a count by the key of a row is what every refresh asks of a table anyway.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './measure.js'

const [runs = 1, counties = 3000] = process.argv.slice(2).map(Number)
const limit = 15
const folder = mkdtempSync(join(tmpdir(), 'jiceng-statuses-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'figures.duckdb')
const way = join(import.meta.dirname, 'ways', 'judge-figures.ts')

/** What a step cost. */
interface Cost {
  seconds: number
  processor: number
  megabytes: number
}

/** What a step cost, and what it counted. */
function step(...args: string[]): Cost & { found: object } {
  const { output, megabytes } = measure(['--import', 'tsx', way, file, ...args])
  const { seconds, processor, ...found } = JSON.parse(output)
  return { seconds, processor, megabytes, found }
}

function median(costs: readonly Cost[]): Cost {
  const middle = (key: keyof Cost) =>
    costs.map((cost) => cost[key]).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  return { seconds: middle('seconds'), processor: middle('processor'), megabytes: middle('megabytes') }
}

function said(name: string, { seconds, processor, megabytes }: Cost): string {
  const [wall, own] = [seconds, processor].map((value) => `${value.toFixed(2).padStart(7)} s`)
  return `${name.padEnd(40)} ${wall} ${own} processor ${megabytes.toFixed(0).padStart(6)} MB`
}

const made = step('make', String(counties))
const counts = { grain: 'count(*) by region, period, indicator', lines: 'count(*) by region and indicator' }
const taken: Record<string, Cost[]> = { judge: [], grain: [], lines: [] }
let found = {}
for (let run = 0; run < runs; run++) {
  for (const what of Object.keys(counts)) taken[what]?.push(step('count', what))
  const judged = step('judge')
  taken.judge?.push(judged)
  found = judged.found
}
console.log(`${JSON.stringify(made.found)}; medians of ${runs} interleaved runs; ${JSON.stringify(found)}`)
const judged = median(taken.judge ?? [])
console.log(said('statuses and alerts', judged))
for (const [what, name] of Object.entries(counts)) {
  const plain = median(taken[what] ?? [])
  const [times, memory] = [judged.processor / plain.processor, judged.megabytes / plain.megabytes]
  const verdict = Math.max(times, memory) <= limit ? 'met' : 'MISSED'
  const judgement = what === 'grain' ? `, at most ${limit}: ${verdict}` : ', to compare: two columns and few groups'
  console.log(`${said(name, plain)}: ${times.toFixed(1)} x the time, ${memory.toFixed(1)} x the memory${judgement}`)
}
