// What a page costs its reader: `pages.ts [runs] [home]`. Chromium opens the built site behind a compressing server on this machine, as it is
// and with the processor slowed four times on a line of 10 Mbit/s and 40 ms, cold and with what the browser kept. Compressed bytes,
// requests, first paint, the last chart drawn, time in which the page could not answer, and how far things moved; medians. Without a
// home the sample city is made and published first.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { budgetOf } from '../src/refresh/site-weight.js'
import { launch } from '../test/e2e/browser.js'
import { serveSite } from './ways/serve-site.js'

const [runs, given] = [Number(process.argv[2] ?? 3), process.argv[3]]

/** Milliseconds to the last chart on the slow line; what may come over the line is `budgetOf`. */
const chartBudget = { page: 1200, region: 1000 }
/** Milliseconds until a county that was chosen is in colour on what is in sight. */
const choiceBudget = 50
/** The last chart comes at most so many times later than the first paint. */
const times = 2.2

interface Visit {
  kilobytes: number
  requests: number
  paint: number
  chart: number
  blocked: number
  moved: number
}

/** A first visit, another, and how long a choice took. */
interface Pair {
  cold: Visit
  kept: Visit
  choice: number | null
}

function sampleHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'jiceng-pages-'))
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  for (const command of ['sample', 'refresh']) {
    const { status, stderr } = spawnSync(process.execPath, ['bin/jiceng.js', command, '--home', home], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
  }
  return home
}

/** Runs in the page before anything of it: notes when charts came, how long it was busy, and what moved. */
function watch(): void {
  const seen = { chart: 0, blocked: 0, moved: 0 }
  Object.assign(window, { seen })
  const isChart = (node: Node) =>
    node instanceof Element && (node.matches('svg.chart') || node.querySelector('svg.chart'))
  new MutationObserver((changes) => {
    if (!changes.some(({ addedNodes }) => [...addedNodes].some(isChart))) return
    requestAnimationFrame(() => {
      seen.chart = performance.now()
    })
  }).observe(document, { childList: true, subtree: true })
  const entries = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  entries('longtask', ({ duration }) => {
    seen.blocked += duration - 50
  })
  entries('layout-shift', (entry) => {
    seen.moved += (entry as PerformanceEntry & { value: number }).value
  })
}

/** Runs in a topic page: how long a choice of county takes, with the layout that follows; the middle one of seven. Null: nothing to choose. */
function choose(): number | null {
  const select = document.querySelector<HTMLSelectElement>('.choices select')
  if (!select) return null
  const codes = [...select.options].map(({ value }) => value).slice(0, 7)
  const times = codes.map((code) => {
    const start = performance.now()
    select.value = code
    select.dispatchEvent(new Event('change'))
    document.body.getBoundingClientRect()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[3] ?? null
}

/** A cold visit and one more with what the browser kept. */
async function visit(browser: Browser, address: string, isSlow: boolean): Promise<Pair> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (isSlow) {
    const bytes = (10 * 1e6) / 8
    const line = { offline: false, latency: 40, downloadThroughput: bytes, uploadThroughput: bytes }
    await session.send('Network.emulateNetworkConditions', line)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  let [bytes, requests] = [0, 0]
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    if (encodedDataLength > 0) requests++
    bytes += encodedDataLength
  })
  // The compiler marks functions with their names by a helper that pages do not have.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.addInitScript(watch)
  const measured = async (): Promise<Visit> => {
    ;[bytes, requests] = [0, 0]
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForTimeout(isSlow ? 1500 : 500)
    const seen = await page.evaluate(() => ({
      ...(window as unknown as { seen: Pick<Visit, 'chart' | 'blocked' | 'moved'> }).seen,
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    }))
    return { ...seen, kilobytes: bytes / 1000, requests }
  }
  const [cold, kept] = [await measured(), await measured()]
  const choice = await page.evaluate(choose)
  await context.close()
  return { cold, kept, choice }
}

function median(visits: readonly Visit[]): Visit {
  const middle = (key: keyof Visit) =>
    visits.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? Number.NaN
  return {
    kilobytes: middle('kilobytes'),
    requests: middle('requests'),
    paint: middle('paint'),
    chart: middle('chart'),
    blocked: middle('blocked'),
    moved: middle('moved'),
  }
}

function said({ kilobytes, requests, paint, chart, blocked, moved }: Visit): string {
  const ms = (value: number) => value.toFixed(0).padStart(5)
  return `${kilobytes.toFixed(0).padStart(4)} KB ${String(requests).padStart(3)} requests, paint ${ms(paint)} ms, last chart ${chart === 0 ? ' none' : ms(chart)} ms, blocked ${ms(blocked)} ms, moved ${moved.toFixed(3)}`
}

/** What of a cold visit on the slow line is over its budget. */
function broken(path: string, { kilobytes, requests, chart, paint }: Visit): string[] {
  const budget = budgetOf(path)
  const soonest = path.includes('regions/') ? chartBudget.region : chartBudget.page
  return [
    ...(kilobytes > budget.bytes / 1000 ? [`more than ${budget.bytes / 1000} KB`] : []),
    ...(requests > budget.requests ? [`more than ${budget.requests} requests`] : []),
    ...(chart > soonest ? [`last chart after ${soonest} ms`] : []),
    ...(chart > times * paint ? [`last chart ${(chart / paint).toFixed(1)} x the first paint`] : []),
  ]
}

const site = join(given ?? sampleHome(), 'releases', 'current', 'site')
const named = (folder: string) =>
  readdirSync(join(site, folder)).flatMap((file) =>
    file.endsWith('.html') ? [file.replace(/(?:^index)?\.html$/, '')] : [],
  )
const regions = named('regions').map((name) => `regions/${name}`)
const paths = [...named(''), ...regions.slice(0, 2), 'en/', `en/${regions[0]}`].map((path) => `/${path}`)
const { address, server } = await serveSite(site)
const browser = await launch()
try {
  for (const path of paths) {
    const fast: Pair[] = []
    const slow: Pair[] = []
    for (let run = 0; run < runs; run++) {
      fast.push(await visit(browser, address + path, false))
      slow.push(await visit(browser, address + path, true))
    }
    const middle = (pairs: readonly Pair[], which: 'cold' | 'kept') => median(pairs.map((pair) => pair[which]))
    const slowCold = middle(slow, 'cold')
    const [{ choice = null } = {}] = fast
      .toSorted((a, b) => (a.choice ?? 0) - (b.choice ?? 0))
      .slice(Math.floor(runs / 2))
    const over = [
      ...broken(path, slowCold),
      ...(choice !== null && choice > choiceBudget ? [`a choice takes more than ${choiceBudget} ms`] : []),
    ]
    console.log(`${path}: ${over.length === 0 ? 'within its budget' : `OVER: ${over.join(', ')}`}`)
    console.log(`  as it is, cold   ${said(middle(fast, 'cold'))}\n  as it is, kept   ${said(middle(fast, 'kept'))}`)
    console.log(`  slowed, cold     ${said(slowCold)}\n  slowed, kept     ${said(middle(slow, 'kept'))}`)
    if (choice !== null) console.log(`  as it is, a county chosen: ${choice.toFixed(0)} ms`)
  }
} finally {
  await browser.close()
  server.close()
}
