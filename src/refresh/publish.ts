import { readlink, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { renameDurably, syncBelow, writeDurably } from './durable.js'
import type { Home } from './home.js'
import { withLock } from './lock.js'
import { currentRelease, listReleases, type Manifest, releaseFolder } from './release.js'

/** Says which release is about to be pointed to, from before it is there until readers see it. */
const journal = '.publishing'

/**
 * Turns a finished building into a release and, but for a look back, points readers to it: until the last rename they see the old one
 * whole. The first release is theirs in any case. A run that dies between the renames is finished by `finishPublishing`.
 */
export async function publish(home: Home, building: string, manifest: Manifest): Promise<void> {
  await writeDurably(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await syncBelow(building)
  const isTheirs = !manifest.look_back || (await currentRelease(home)) === null
  if (isTheirs) await point(home, journal, manifest.release)
  await renameDurably(building, join(home.releases, manifest.release))
  await finishPublishing(home)
}

/** Points readers to a release that a run which died had put in its place, but not yet pointed to. Gives its name; null: there is none. */
export async function finishPublishing(home: Home): Promise<string | null> {
  const release = await readlink(join(home.releases, journal)).catch(() => null)
  if (release === null) return null
  const isThere = (await listReleases(home)).includes(release)
  if (isThere) for (const name of ['latest', 'current']) await point(home, name, release)
  await rm(join(home.releases, journal), { force: true })
  return isThere ? release : null
}

/**
 * Shows readers another release: the roll-back, and the way forward again (`latest`). Gives what they saw before, and see now. Throws a
 * Refusal when there is no such release, or a refresh is at work.
 */
export async function useRelease(home: Home, name: string): Promise<{ before: string | null; current: string }> {
  await releaseFolder(home, name)
  return withLock(home, async () => {
    await finishPublishing(home)
    const current = basename(await releaseFolder(home, name))
    const before = await currentRelease(home)
    if (before !== current) await point(home, 'current', current)
    return { before, current }
  })
}

/** Points a name (`current`, `latest`) to a release, by one rename. */
async function point(home: Home, name: string, release: string): Promise<void> {
  const pointer = join(home.releases, '.pointer')
  await rm(pointer, { force: true })
  await symlink(release, pointer)
  await renameDurably(pointer, join(home.releases, name))
}
