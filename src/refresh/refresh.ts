import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isMonth, type Period } from '../domain/period.js'
import { receivedOn } from '../domain/submission.js'
import type { Lang, Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import { writePageData } from '../extracts/write.js'
import { withoutPersonalNumbers as mask } from '../intake/table/personal.js'
import { loadReference } from '../warehouse/load-reference.js'
import { readModels } from '../warehouse/model.js'
import { createRawTables } from '../warehouse/raw-tables.js'
import { runAudits, runModels } from '../warehouse/transform.js'
import { Warehouse } from '../warehouse/warehouse.js'
import { type Intray, receiveInbox } from './archive.js'
import { hashFiles } from './files.js'
import { giveBackAll } from './give-back-all.js'
import type { Home } from './home.js'
import { inputsOf, isSame, onlyFilesDiffer } from './inputs.js'
import { withLock } from './lock.js'
import { readReference } from './reference.js'
import { auditsFailed, inboxEmpty, inputsRefused, noMonth } from './refusals.js'
import { currentRelease, type Manifest, newBuilding, nextRelease, publish, readManifest } from './release.js'
import { countAlerts, countTakenIn, type RefreshReport, returnedFiles } from './report.js'
import { buildSite } from './site.js'
import { type TakenIn, takeInAll } from './take-in-all.js'

/** The language that the site is built in, whatever language the job speaks. */
const siteLang: Lang = 'zh'

/** What a refresh is run with. */
export interface RefreshOptions {
  home: Home
  topics: readonly Topic[]
  /** Folder of the SQL models. */
  modelFolder: string
  /** The month to publish; the latest one that any accepted monthly return is about when null. */
  period: Period | null
  /** Work everything out, keep nothing. */
  dryRun: boolean
  /** Build the site as well. */
  site: boolean
  progress: (step: Text) => void
}

/**
 * The monthly job: inbox to release. Everything is built aside and only then pointed to, so whatever goes wrong, readers keep
 * the release they had. Running it again with nothing new publishes nothing. Throws a Refusal with the exit code of what was wrong.
 */
export async function refresh(options: RefreshOptions): Promise<RefreshReport> {
  const started = performance.now()
  const report = await withLock(options.home, () => refreshLocked(options))
  return { ...report, seconds: Math.round((performance.now() - started) / 100) / 10 }
}

/** A report but for how long it took. */
type Untimed = Omit<RefreshReport, 'seconds'>

async function refreshLocked(options: RefreshOptions): Promise<Untimed> {
  const { home, progress } = options
  progress({ zh: '查看收件箱', en: 'looking into the inbox' })
  const intray = await receiveInbox(home, { store: !options.dryRun })
  if (intray.received.length === 0) throw inboxEmpty(home)
  const inputs = await inputsOf(home, intray)
  const current = await currentRelease(home)
  const before = current === null ? null : await readManifest(join(home.releases, current))
  const same = !options.dryRun && isSame(before, inputs, options)
  if (same && current !== null && before !== null) return nothingNew(options, intray, current, before.period)

  const building = options.dryRun ? await emptied(join(home.work, 'dry-run')) : await newBuilding(home)
  try {
    const { release, report } = await build(options, building, intray, inputs, before)
    return { ...report, release: options.dryRun ? current : release, published: !options.dryRun, nothing_new: false }
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

async function build(
  options: RefreshOptions,
  building: string,
  intray: Intray,
  inputs: Manifest['inputs'],
  before: Manifest | null,
): Promise<{ release: string; report: Omit<Untimed, 'release' | 'published' | 'nothing_new'> }> {
  const { home, topics, progress } = options
  const datasets = topics.map(({ dataset }) => dataset)
  const reference = await readReference(home.reference, topics)
  const warehouse = await Warehouse.open(join(building, 'warehouse.duckdb'))
  try {
    await createRawTables(warehouse, datasets)
    const scratch = join(home.work, 'bulk')
    const taken = await takeInAll(warehouse, intray.received, datasets, reference.regions, scratch, (file, index) =>
      progress({
        zh: `读取报表 ${index + 1}/${intray.received.length}：${file}`,
        en: `reading return ${index + 1}/${intray.received.length}: ${file}`,
      }),
    )
    await rm(scratch, { recursive: true, force: true })
    const fresh = taken.filter(({ receipt }) => !before?.inputs.submissions.includes(receipt.sha256))
    const allRefused = fresh.length > 0 && fresh.every(({ result }) => result.verdict === 'refused')
    const returned_in = options.dryRun
      ? null
      : await giveBackAll(home, fresh, intray.received, { datasets, regions: reference.regions })
    if (allRefused && (before === null || onlyFilesDiffer(before, inputs))) throw inputsRefused(fresh, returned_in)

    const run = { period: options.period ?? latestMonth(taken), as_of: lastReceipt(home, intray) }
    await loadReference(warehouse, reference, topics, run)
    const { models, audits } = await readModels(options.modelFolder)
    await runModels(warehouse, models, (table) => progress({ zh: `计算 ${table}`, en: `working out ${table}` }))
    progress({ zh: '核查', en: 'auditing' })
    const audited = await runAudits(warehouse, models, audits)
    if (audited.failures.length > 0) throw auditsFailed(audited.failures)

    const release = await nextRelease(home, run.period)
    const report = {
      period: run.period,
      ...countTakenIn(fresh),
      alerts: await countAlerts(warehouse, run.period),
      audits: { run: audited.run, failed: 0 },
      returned: returnedFiles(fresh),
      returned_in,
    }
    const pageData = join(building, 'extracts', 'pages')
    const sample = (await readFile(join(home.reference, 'sample.json'), 'utf8').catch(() => null)) !== null
    progress({ zh: '准备页面数据', en: 'preparing page data' })
    const { thresholds } = reference
    await writePageData(warehouse, pageData, { topics, models, thresholds, run, release, sample, lang: siteLang, mask })
    await warehouse.run('checkpoint')
    await warehouse.close()
    if (options.site && !options.dryRun) {
      progress({ zh: '生成网站', en: 'building the site' })
      await buildSite({ pageData, out: join(building, 'site'), work: home.work, lang: siteLang })
    }
    if (!options.dryRun) {
      progress({ zh: `发布 ${release}`, en: `publishing ${release}` })
      const outputs = await hashFiles(building)
      await publish(home, building, { release, ...run, site: options.site, inputs, outputs })
    }
    const submissions = { ...report.submissions, already_known: intray.already_known }
    return { release, report: { ...report, submissions } }
  } finally {
    await warehouse.close()
  }
}

async function nothingNew(options: RefreshOptions, intray: Intray, current: string, period: Period): Promise<Untimed> {
  const warehouse = await Warehouse.open(join(options.home.releases, current, 'warehouse.duckdb'), { readOnly: true })
  try {
    const counts = countTakenIn([])
    return {
      release: current,
      published: false,
      nothing_new: true,
      period,
      submissions: { ...counts.submissions, already_known: intray.already_known },
      rows: counts.rows,
      alerts: await countAlerts(warehouse, period),
      audits: { run: 0, failed: 0 },
      returned: [],
      returned_in: null,
    }
  } finally {
    await warehouse.close()
  }
}

async function emptied(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

/** The latest month that an accepted monthly return is about. */
function latestMonth(taken: readonly TakenIn[]): Period {
  const months = taken.flatMap(({ last_period }) => (last_period !== null && isMonth(last_period) ? [last_period] : []))
  const latest = months.sort().at(-1)
  if (latest === undefined) throw noMonth()
  return latest
}

/** The day of the last receipt: deadlines up to it have passed. Never today's date, so that a release can be made again. */
function lastReceipt(home: Home, { received }: Intray): string {
  const last = received.at(-1)
  if (last === undefined) throw inboxEmpty(home)
  return receivedOn(last.receipt)
}
