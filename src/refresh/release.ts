import { mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Period } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Home } from './home.js'

const Sha = z.string().regex(/^[0-9a-f]{64}$/)

/** What a release was made of and what it holds; the release is a function of `inputs`, so it carries no time of its own. */
export const Manifest = z.strictObject({
  release: z.string(),
  period: Period,
  as_of: z.iso.date(),
  /** True for what was known on an earlier day, made for whoever asked: it was never the latest. */
  look_back: z.boolean().default(false),
  site: z.boolean(),
  inputs: z.strictObject({
    /** sha256 of every received file, in the order of receipt. */
    submissions: z.array(Sha),
    /** sha256 of each reference table. */
    reference: z.record(z.string(), Sha),
    /** sha256 over the code that made it. */
    code: Sha,
    /** The release that it says the changes since, and the sha256 of what that one said (`extracts/previous.json`). */
    previous: z.strictObject({ release: z.string(), sha256: Sha }).nullable().default(null),
  }),
  /** sha256 of each file of the release, by path. */
  outputs: z.record(z.string(), Sha),
})
export type Manifest = z.infer<typeof Manifest>

/** A release is named by its period and issue number: `2026-10-2` is the second issue for October 2026. */
const releaseName = /^\d{4}(-\d\d|-Q\d)?-\d+$/

/** The period and the issue number of a release's name. */
export function partsOf(release: string): { period: Period; issue: number } {
  const at = release.lastIndexOf('-')
  return { period: release.slice(0, at), issue: Number(release.slice(at + 1)) }
}

/** Names of the published releases, by period, then by issue. */
export async function listReleases(home: Home): Promise<string[]> {
  const entries = await readdir(home.releases).catch(() => [])
  return entries
    .filter((name) => releaseName.test(name))
    .map((name) => ({ name, ...partsOf(name) }))
    .sort((a, b) => a.period.localeCompare(b.period) || a.issue - b.issue)
    .map(({ name }) => name)
}

/** The release that readers see, or null before the first. */
export async function currentRelease(home: Home): Promise<string | null> {
  return readlink(join(home.releases, 'current')).catch(() => null)
}

/**
 * The release that was published last, whichever readers see; null before the first. When somebody deleted it, the one that readers
 * see takes its place.
 */
export async function latestRelease(home: Home): Promise<string | null> {
  const releases = await listReleases(home)
  const latest = await readlink(join(home.releases, 'latest')).catch(() => null)
  return [latest, await currentRelease(home)].find((name) => name !== null && releases.includes(name)) ?? null
}

/**
 * The folder of a release, by its name or as `latest` or `current`; the current one when no name is given. Throws a Refusal that says
 * how to get one.
 */
export async function releaseFolder(home: Home, name = 'current'): Promise<string> {
  const pointers: Record<string, typeof currentRelease> = { current: currentRelease, latest: latestRelease }
  const wanted = (await pointers[name]?.(home)) ?? (name in pointers ? null : name)
  if (wanted === null) {
    throw new Refusal(
      {
        zh: `${home.root} 里还没有发布过任何一期，请先运行 jiceng refresh`,
        en: `nothing has been published in ${home.root} yet; run jiceng refresh first`,
      },
      exitCodes.usage,
    )
  }
  const releases = await listReleases(home)
  if (!releases.includes(wanted)) {
    const list = releases.join(', ')
    throw new Refusal({
      zh: `没有这一期：${wanted}；已有：${list}`,
      en: `no such release: ${wanted}; there are: ${list}`,
    })
  }
  return join(home.releases, wanted)
}

/** A release's manifest. */
export async function readManifest(folder: string): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
}

/** `releases/removed.json`: the names of releases that retention took away, for no name is ever given twice. */
export async function removedReleases(home: Home): Promise<string[]> {
  const text = await readFile(join(home.releases, 'removed.json'), 'utf8').catch(() => '[]')
  return z.array(z.string()).parse(JSON.parse(text))
}

/** The next issue for a period: a number that no release of it ever had. */
export async function nextRelease(home: Home, period: Period): Promise<string> {
  const names = [...(await listReleases(home)), ...(await removedReleases(home))]
  const issues = names
    .map(partsOf)
    .filter((parts) => parts.period === period)
    .map(({ issue }) => issue)
  return `${period}-${Math.max(0, ...issues) + 1}`
}

/** An empty folder aside in which a release is built; what a run that died left behind is removed. */
export async function newBuilding(home: Home): Promise<string> {
  await mkdir(home.releases, { recursive: true })
  for (const name of await readdir(home.releases)) {
    if (name.startsWith('.')) await rm(join(home.releases, name), { recursive: true, force: true })
  }
  const folder = join(home.releases, '.building')
  await mkdir(folder)
  return folder
}
