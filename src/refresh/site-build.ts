import { spawn } from 'node:child_process'
import { cp, mkdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import type { Lang } from '../domain/text.js'
import { packageFolder } from './code.js'
import { emptyFolder } from './durable.js'
import { filesBelow } from './files.js'
import { isOfOneRegion, layOutAnyRegion, writeRegionPages } from './site-regions.js'

const require = createRequire(import.meta.url)
const frameworkFolder = dirname(require.resolve('@observablehq/framework/package.json'))
const nodeModules = join(frameworkFolder, '..', '..')

/**
 * Libraries that Framework's client could load from a network if a page asked for them. No page does, but the build looks up
 * their versions: an empty folder with a version in its name answers that without a request.
 */
const lookedUp = [
  '@duckdb/duckdb-wasm',
  '@observablehq/inputs',
  '@observablehq/plot',
  '@observablehq/sample-datasets',
  '@uwdata/vgplot',
  '@viz-js/viz',
  'apache-arrow',
  'arquero',
  'd3',
  'd3-dsv',
  'echarts',
  'exceljs',
  'htl',
  'jszip',
  'katex',
  'leaflet',
  'lodash',
  'mapbox-gl',
  'mermaid',
  'parquet-wasm',
  'react',
  'react-dom',
  'sql.js',
  'topojson-client',
  'vega',
  'vega-lite',
  'vega-lite-api',
  '@observablehq/runtime',
  '@observablehq/inspector',
  'isoformat',
  'minisearch',
]

/** Where a build takes its parts from and where it may work. */
export interface BuildFolders {
  pageData: string
  work: string
}

/** Runs a program in a folder and gives what it printed; the default is a child process. */
export type Run = (
  args: readonly string[],
  options: { cwd: string; env: Record<string, string | undefined> },
) => Promise<{ code: number | null; output: string }>

/**
 * Lays out a copy of the site's sources with the page data in `work`, bundles the charts, and builds it with Framework.
 * Returns the folder of the built site, inside `work`.
 */
export async function buildPages(folders: BuildFolders, lang: Lang, day: string, run: Run = runNode): Promise<string> {
  const { pageData, work } = folders
  const root = join(work, 'dashboards')
  await emptyFolder(root)
  const source = join(packageFolder, 'dashboards')
  await cp(source, root, { recursive: true, filter: (path) => !isLeftOut(relative(source, path)) })
  const data = join(root, 'data')
  await cp(pageData, data, {
    recursive: true,
    filter: (path) => !isOfOneRegion(relative(pageData, path).replaceAll(sep, '/')),
  })
  await layOutAnyRegion(data)
  await cp(join(packageFolder, 'observablehq.config.ts'), join(work, 'observablehq.config.ts'))
  await writeFile(join(work, 'package.json'), '{"type": "module"}\n')
  await rm(join(work, 'node_modules'), { recursive: true, force: true })
  await symlink(nodeModules, join(work, 'node_modules'), 'junction')
  for (const name of lookedUp)
    await mkdir(join(root, '.observablehq', 'cache', '_npm', `${name}@0.0.0`), { recursive: true })
  // Loaded here, for only a build of the site needs the bundler.
  const { bundleComponents } = await import('./site-bundle.js')
  await bundleComponents(root, lang)
  await setDates(root, new Date(`${day}T00:00:00Z`))

  const { code, output } = await run([join(frameworkFolder, 'dist', 'bin', 'observable.js'), 'build'], {
    cwd: work,
    env: {
      ...process.env,
      JICENG_LANG: lang,
      OBSERVABLE_TELEMETRY_DISABLE: 'true',
      // On an intranet a request would hang until it times out: here it fails at once and says what was asked for.
      NODE_OPTIONS: `--import=${offline}`,
    },
  })
  if (code !== 0) throw new Error(`the site could not be built (observable build ended with ${code}):\n${output}`)
  const built = join(work, 'dist')
  await writeRegionPages(built, pageData, lang)
  return built
}

const offline = `data:text/javascript,${encodeURIComponent(
  "globalThis.fetch = async (address) => { throw new Error('the site is built without a network: ' + address) }",
)}`

/** Not part of the sources: an installation's page data and Framework's cache. */
function isLeftOut(path: string): boolean {
  const [first] = path.split(sep)
  return first === 'data' || first === '.observablehq'
}

/** Framework writes files' dates into pages: the day of the data is the same on every machine and every run. */
async function setDates(folder: string, date: Date): Promise<void> {
  for (const name of await filesBelow(folder)) await utimes(join(folder, name), date, date)
}

const runNode: Run = (args, { cwd, env }) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }))
  })
