// How long the site takes to build, and how that grows with regions: `build.ts [runs] [home]`. Builds both languages from a home's page
// data (the sample city's when none is given): as it is, then with as many regions as a large city and a province would have, each
// with the data of one that is there; and once more after the text of one page was changed. Wall time of the whole process, peak memory
// of the process itself; medians, held against the limits of the design on a machine of 2 cores.
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measured, measure, median } from './measure.js'

const [runs, given] = [Number(process.argv[2] ?? 3), process.argv[3]]
const limits = { whole: 60, changed: 10 }
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'jiceng-build-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

function sampleHome(): string {
  const home = join(folder, 'home')
  for (const command of [['sample'], ['refresh']]) measure([join(root, 'bin', 'jiceng.js'), ...command, '--home', home])
  return home
}

/** Page data with so many regions: those that are there again and again, under further codes. */
function withRegions(pageData: string, count: number): string {
  const copy = join(folder, `pages-${count}`)
  cpSync(pageData, copy, { recursive: true })
  const regions = readdirSync(join(pageData, 'regions'))
  for (let at = regions.length; at < count; at++)
    for (const kind of ['regions', 'lineage'])
      cpSync(
        join(pageData, kind, regions[at % regions.length] ?? ''),
        join(copy, kind, `${(100_000_000 + at).toString()}.json`),
      )
  return copy
}

/** The project's sources with the text of one page changed. */
function withChangedPage(): string {
  const copy = join(folder, 'changed')
  for (const name of [
    'src',
    'dashboards',
    'pipelines',
    'bench',
    'package.json',
    'tsconfig.json',
    'observablehq.config.ts',
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, 'dashboards', 'methodology.md'), '\nOne more sentence.\n', { flag: 'a' })
  return copy
}

function build(pageData: string, sources = root): Measured & { pages: number } {
  const out = join(folder, 'site')
  const { output, ...measured } = measure([
    '--import',
    'tsx',
    join(sources, 'bench', 'ways', 'build-site.ts'),
    pageData,
    out,
  ])
  rmSync(out, { recursive: true })
  return { ...measured, pages: Number(output) }
}

const pageData = join(given ?? sampleHome(), 'releases', 'current', 'extracts', 'pages')
const there = readdirSync(join(pageData, 'regions')).length
const changed = withChangedPage()
const ways = [
  { name: 'as it is', limit: limits.whole, run: () => build(pageData) },
  { name: 'one page changed', limit: limits.changed, run: () => build(pageData, changed) },
  ...[500, 2000]
    .filter((count) => count > there)
    .map((count) => {
      const copy = withRegions(pageData, count)
      return { name: `${count} regions`, limit: limits.whole, run: () => build(copy) }
    }),
]
const measured = ways.map(() => [] as ReturnType<typeof build>[])
for (let run = 0; run < runs; run++) for (const [at, way] of ways.entries()) measured[at]?.push(way.run())
const first = median(measured[0] ?? []).seconds
for (const [at, { name, limit }] of ways.entries()) {
  const { seconds, megabytes } = median(measured[at] ?? [])
  const pages = measured[at]?.[0]?.pages
  console.log(
    `${name}: ${pages} pages in ${seconds.toFixed(1)} s (${(seconds / first).toFixed(2)} x the first, ${(seconds / limit).toFixed(2)} of the limit of ${limit} s), ${megabytes.toFixed(0)} MB`,
  )
}
