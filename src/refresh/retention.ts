import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { renameDurably, writeDurably } from './durable.js'
import type { Home } from './home.js'
import { currentRelease, latestRelease, listReleases, partsOf, readManifest, removedReleases } from './release.js'

/** How much is kept: the newest issues, and the last issue of each of the newest months. */
export interface Keep {
  issues: number
  months: number
}

/** What is kept when nothing else is said: two years of monthly issues, and the last word on each month for three. */
export const usualKeep: Keep = { issues: 24, months: 36 }

/** A release as retention sees it. */
export interface Kept {
  release: string
  /** A look back is never the last word on a month. */
  look_back: boolean
}

/** The releases that are not kept, in their order. `releases` by period, then by issue; `pinned` are kept whatever else holds. */
export function beyondRetention(releases: readonly Kept[], keep: Keep, pinned: readonly (string | null)[]): string[] {
  const lastOfMonth = new Map<string, string>()
  for (const { release, look_back } of releases) if (!look_back) lastOfMonth.set(partsOf(release).period, release)
  const kept = new Set([
    ...pinned,
    ...releases.slice(-Math.max(1, keep.issues)).map(({ release }) => release),
    ...[...lastOfMonth.values()].slice(-Math.max(1, keep.months)),
  ])
  return releases.map(({ release }) => release).filter((release) => !kept.has(release))
}

/**
 * Takes releases away that are beyond what is kept, each aside by one rename before it is deleted; `made` is the release of this run, if
 * it made one. Gives the names. A run that died on the way is finished by the next.
 */
export async function removeOldReleases(home: Home, keep: Keep, made: string | null): Promise<string[]> {
  for (const name of await readdir(home.releases).catch(() => []))
    if (name.startsWith('.removed-')) await rm(join(home.releases, name), { recursive: true, force: true })
  const names = await listReleases(home)
  if (names.length <= keep.issues) return []
  const releases: Kept[] = []
  for (const release of names) {
    const { look_back } = await readManifest(join(home.releases, release))
    releases.push({ release, look_back })
  }
  const beyond = beyondRetention(releases, keep, [await currentRelease(home), await latestRelease(home), made])
  if (beyond.length === 0) return []
  const removed = [...new Set([...(await removedReleases(home)), ...beyond])]
  await writeDurably(join(home.releases, 'removed.json'), `${JSON.stringify(removed)}\n`)
  for (const release of beyond) {
    const aside = join(home.releases, `.removed-${release}`)
    await renameDurably(join(home.releases, release), aside)
    await rm(aside, { recursive: true, force: true })
  }
  return beyond
}
