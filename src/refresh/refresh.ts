import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Period } from '../domain/period.js'
import { receivedOn } from '../domain/submission.js'
import type { Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import { type Received, receiveInbox } from './archive.js'
import { baseOf } from './base.js'
import { type ReleasePlan, takeInto, workOutFigures, writeOut } from './build-release.js'
import { emptyFolder } from './durable.js'
import { hashFiles, sha256Of } from './files.js'
import type { Home } from './home.js'
import { onlyFilesDiffer, sourcesOf } from './inputs.js'
import { withLock } from './lock.js'
import { finishPublishing, publish } from './publish.js'
import { readMap, sayIgnored } from './read-map.js'
import { readReference } from './reference.js'
import { archiveReference, checkReference } from './reference-archive.js'
import { inboxEmpty, inputsRefused, nothingKnown } from './refusals.js'
import { currentRelease, latestRelease, type Manifest, newBuilding, nextRelease, readManifest } from './release.js'
import { countAlerts, countTakenIn, type Made, type RefreshReport, returnedFiles } from './report.js'
import { type Keep, removeOldReleases } from './retention.js'
import { reportOfSame, sameRelease } from './same-release.js'
import { readState } from './state-file.js'
import { waitForAll } from './wait-for-all.js'

/** What a refresh is run with. */
export interface RefreshOptions {
  home: Home
  topics: readonly Topic[]
  /** Folder of the SQL models. */
  modelFolder: string
  /** The month to publish; the latest one that any accepted monthly return is about when null. */
  period: Period | null
  /** The day (`YYYY-MM-DD`) whose knowledge the release shows; null: of all that was received. */
  asOf: string | null
  /** Work everything out, keep nothing. */
  dryRun: boolean
  /** Build the site as well. */
  site: boolean
  /** How many releases are kept. */
  keep: Keep
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
  const { home, keep } = options
  if (options.dryRun) {
    const report = await makeRelease(options)
    return { ...report, finished: null, removed: [], current: await currentRelease(home) }
  }
  const finished = await finishPublishing(home)
  const report = await makeRelease(options)
  const removed = await removeOldReleases(home, keep, report.release)
  return { ...report, finished, removed, current: await currentRelease(home) }
}

async function makeRelease(options: RefreshOptions): Promise<Made> {
  const { home, progress } = options
  progress({ zh: '查看收件箱', en: 'looking into the inbox' })
  const intray = await receiveInbox(home, { store: !options.dryRun })
  const received = knownOn(intray.received, options.asOf)
  const last = received.at(-1)
  if (last === undefined) throw intray.received.length === 0 ? inboxEmpty(home) : nothingKnown(options.asOf ?? '')
  // A look back at what was known is for whoever asked: readers stay with the release that they have.
  const isLookBack = received.length < intray.received.length
  const as_of = options.asOf ?? receivedOn(last.receipt)
  const sources = await sourcesOf(home, received)
  const latest = await latestRelease(home)
  const before = latest === null ? null : await readManifest(join(home.releases, latest))
  const wish = { period: options.period, as_of: options.asOf, site: options.site }
  const same = options.dryRun ? null : await sameRelease(home, isLookBack, latest, sources, wish)
  if (same !== null) return reportOfSame(home, intray, same)

  if (!options.dryRun) await archiveReference(home, sources.reference)
  const building = options.dryRun ? await emptyFolder(join(home.work, 'dry-run')) : await newBuilding(home)
  try {
    const base = before && latest ? baseOf(before, join(home.releases, latest), sources) : null
    const reference = await readReference(home.reference, options.topics)
    const { map, ignored } = await readMap(home.reference, reference.regions)
    if (ignored.length > 0) progress(sayIgnored(ignored))
    const plan: ReleasePlan = {
      ...options,
      received,
      sources,
      // A look back stands in no order with what was published before it.
      previous: latest === null || isLookBack ? null : await readState(join(home.releases, latest)),
      reference,
      map,
      as_of,
      base,
      site: options.site && !options.dryRun,
      work: home.work,
    }
    const report = await buildAndPublish(options, plan, building, before, isLookBack)
    const submissions = { ...report.submissions, already_known: intray.already_known }
    const release = options.dryRun ? await currentRelease(home) : report.release
    return { ...report, release, submissions, published: !options.dryRun, nothing_new: false }
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

async function buildAndPublish(
  options: RefreshOptions,
  plan: ReleasePlan,
  folder: string,
  before: Manifest | null,
  look_back: boolean,
): Promise<Omit<Made, 'published' | 'nothing_new' | 'submissions'> & ReturnType<typeof countTakenIn>> {
  const { home, topics, progress } = options
  const { sources, previous } = plan
  const building = await takeInto(folder, plan)
  const { warehouse, taken } = building
  try {
    const known = new Set(before?.inputs.submissions)
    const fresh = taken.filter(({ receipt }) => !known.has(receipt.sha256))
    const allRefused = fresh.length > 0 && fresh.every(({ result }) => result.verdict === 'refused')
    const context = { datasets: topics.map(({ dataset }) => dataset), regions: plan.reference.regions }
    const giveBack = async () => {
      if (options.dryRun) return null
      const { giveBackAll } = await import('./give-back-all.js')
      return giveBackAll(home, fresh, plan.received, context)
    }
    if (allRefused && (before === null || onlyFilesDiffer(before, sources)))
      throw inputsRefused(fresh, await giveBack())

    // The engine works the figures out on threads of its own meanwhile.
    const [returned_in, { run, audits }] = await waitForAll([giveBack(), workOutFigures(building, plan)])
    const release = await nextRelease(home, run.period)
    const alerts = await countAlerts(warehouse, run.period)
    await writeOut(building, plan, run, release)
    if (!options.dryRun) {
      progress({ zh: `发布 ${release}`, en: `publishing ${release}` })
      await checkReference(home, sources.reference)
      const inputs = {
        ...sources,
        previous: previous && { release: previous.state.release, sha256: sha256Of(previous.text) },
      }
      const outputs = await hashFiles(folder)
      await publish(home, folder, { release, ...run, look_back, site: plan.site, inputs, outputs })
    }
    return {
      release,
      period: run.period,
      ...countTakenIn(fresh),
      alerts,
      audits: { run: audits, failed: 0 },
      returned: returnedFiles(fresh),
      returned_in,
    }
  } finally {
    await warehouse.close()
  }
}

/** The files that were known at the end of a day; all of them when no day is named. */
function knownOn(received: readonly Received[], day: string | null): readonly Received[] {
  return day === null ? received : received.filter(({ receipt }) => receivedOn(receipt) <= day)
}
