// Intake against what it could be: `intake.ts [runs] [villages]`. Each way runs in a process of its own, in turn with the others; seconds are
// of the work itself, measured inside and without the start of the process, memory is the peak of the whole process, and every
// figure is the median of its runs. T is DuckDB's typed `create table as select * from read_csv(...)` of the clean file. Read the ratios.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './measure.js'
import { writeBulkCsv } from './ways/make-bulk-csv.js'

const [runs, villages] = [Number(process.argv[2] ?? 5), Number(process.argv[3] ?? 600_000)]
const folder = mkdtempSync(join(tmpdir(), 'jiceng-bench-'))
const folderOfWays = join(import.meta.dirname, 'ways')

/** Medians of the parts of one way and of its peak memory. */
interface Way {
  args: string[]
  taken: Record<string, number[]>
}
const ways = new Map<string, Way>()
const run = (name: string, file: string, ...args: string[]) =>
  ways.set(name, { args: ['--import', 'tsx', join(folderOfWays, file), ...args], taken: {} })
const way = (name: string, kind: string, csv: string, rows = villages, listed = rows) =>
  run(name, 'load-bulk.ts', kind, csv, String(rows), join(folder, 'run'), String(listed))

const { clean, dirty, different } = await writeBulkCsv(folder, villages, ['clean', 'dirty', 'different'])
const small = await writeBulkCsv(folder, villages / 6, ['clean'])
const large = await writeBulkCsv(folder, (villages / 6) * 10, ['clean'])
way('T', 'typed', clean)
way('stage clean', 'stage', clean)
way('stage dirty', 'stage', dirty)
// Harder than what the goals are about: every odd text is a text of its own.
way('stage different', 'stage', different)
way('whole clean', 'whole', clean)
way('whole dirty', 'whole', dirty)
way('obvious clean', 'obvious', clean)
way('regions', 'none', clean)
// The list of regions is the same for both, so that what grows is the file alone.
way('small', 'stage', small.clean, villages / 6, (villages / 6) * 10)
way('large', 'stage', large.clean, (villages / 6) * 10)

for (const rows of ['5000', '100000']) {
  const path = join(folder, `${rows}.xlsx`)
  measure(['--import', 'tsx', join(folderOfWays, 'make-workbook.ts'), rows, path])
  run(`xlsx ${rows}`, 'read-workbook.ts', path)
  run(`exceljs ${rows}`, 'read-workbook-exceljs.ts', path)
}
measure(['--import', 'tsx', join(folderOfWays, 'make-bombs.ts'), join(folder, 'bombs')])
run('bombs', 'read-bombs.ts', join(folder, 'bombs'))

for (let turn = 0; turn < runs; turn++) {
  for (const [, { args, taken }] of ways) {
    const { megabytes, output } = measure(args)
    const parts: Record<string, number> = { ...JSON.parse(output), megabytes }
    for (const [part, figure] of Object.entries(parts)) taken[part] = [...(taken[part] ?? []), figure]
  }
}
rmSync(folder, { recursive: true, force: true })

/** The median of a part of a way. */
function of(name: string, part: string): number {
  const figures = (ways.get(name)?.taken[part] ?? []).toSorted((one, other) => one - other)
  return figures[Math.floor(figures.length / 2)] ?? Number.NaN
}

const unit = of('T', 'typed')
const load = of('whole clean', 'load')
const goals: [what: string, figure: number, limit: number, unit: string][] = [
  ['parse, check, stage, clean', of('stage clean', 'stage') / unit, 3.5, 'T'],
  ['parse, check, stage, dirty', of('stage dirty', 'stage') / unit, 3.5, 'T'],
  ['dirty over clean, staged', of('stage dirty', 'stage') / of('stage clean', 'stage'), 1.5, 'x'],
  ['whole load, clean', load / unit, 8, 'T'],
  ['whole load, dirty', of('whole dirty', 'load') / unit, 8, 'T'],
  ['5k rows of a workbook, over exceljs', of('xlsx 5000', 'read') / of('exceljs 5000', 'read'), 0.6, 'x'],
  ['100k rows of a workbook, over exceljs', of('xlsx 100000', 'read') / of('exceljs 100000', 'read'), 0.6, 'x'],
  ['peak memory, 100k rows of a workbook', of('xlsx 100000', 'megabytes'), 500, 'MB'],
  ['the slowest bomb', of('bombs', 'slowest'), 1, 's'],
  ['peak memory, all bombs', of('bombs', 'megabytes'), 200, 'MB'],
  ['the same file again, of a load', (of('whole clean', 'again') / load) * 100, 10, '%'],
  ['whole load of csv-parse, zod, appender', load / of('obvious clean', 'obvious'), 1 / 6, 'x'],
  ['peak memory, clean', of('whole clean', 'megabytes'), 700, 'MB'],
  ['peak memory, dirty', of('whole dirty', 'megabytes'), 700, 'MB'],
  [
    `peak memory, ${Math.round(villages / 6_000)}k to ${Math.round(villages / 600)}k rows`,
    of('large', 'megabytes') / of('small', 'megabytes'),
    1.5,
    'x',
  ],
]
console.log(`${villages} rows, medians of ${runs} interleaved runs; T = ${unit.toFixed(2)} s`)
for (const [what, figure, limit, sign] of goals)
  console.log(
    `${what.padEnd(42)} ${figure.toFixed(2).padStart(8)} ${sign.padEnd(2)}  goal <= ${limit.toFixed(2).padStart(6)}  ${figure <= limit ? 'met' : 'MISSED'}`,
  )
console.log('\nway, seconds of each part, peak memory')
for (const [name, { taken }] of ways) {
  const parts = Object.keys(taken).filter((part) => part !== 'megabytes')
  const said = parts.map((part) => `${part} ${of(name, part).toFixed(2)} s`).join(', ')
  console.log(`${name.padEnd(16)} ${said.padEnd(44)} ${of(name, 'megabytes').toFixed(0).padStart(6)} MB`)
}
