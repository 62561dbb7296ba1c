import { mkdir, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Period } from '../domain/period.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { renameDurably, writeDurably } from './durable.js'
import type { Home } from './home.js'

const Sha = z.string().regex(/^[0-9a-f]{64}$/)

/** What a release was made of and what it holds; the release is a function of `inputs`, so it carries no time of its own. */
export const Manifest = z.strictObject({
  release: z.string(),
  period: Period,
  as_of: z.iso.date(),
  site: z.boolean(),
  inputs: z.strictObject({
    /** sha256 of every received file, in the order of receipt. */
    submissions: z.array(Sha),
    /** sha256 of each reference table. */
    reference: z.record(z.string(), Sha),
    /** sha256 over the code that made it. */
    code: Sha,
  }),
  /** sha256 of each file of the release, by path. */
  outputs: z.record(z.string(), Sha),
})
export type Manifest = z.infer<typeof Manifest>

/** A release is named by its period and issue number: `2026-10-2` is the second issue for October 2026. */
const releaseName = /^\d{4}(-\d\d|-Q\d)?-\d+$/

/** Names of the published releases, oldest issue first. */
export async function listReleases(home: Home): Promise<string[]> {
  const entries = await readdir(home.releases).catch(() => [])
  const issue = (name: string) => Number(name.slice(name.lastIndexOf('-') + 1))
  const period = (name: string) => name.slice(0, name.lastIndexOf('-'))
  return entries
    .filter((name) => releaseName.test(name))
    .sort((a, b) => period(a).localeCompare(period(b)) || issue(a) - issue(b))
}

/** The release that readers see, or null before the first. */
export async function currentRelease(home: Home): Promise<string | null> {
  return readlink(join(home.releases, 'current')).catch(() => null)
}

/** The folder of a release, the current one when no name is given. Throws a Refusal that says how to get one. */
export async function releaseFolder(home: Home, name?: string): Promise<string> {
  const wanted = name ?? (await currentRelease(home))
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

/** The next issue for a period. */
export async function nextRelease(home: Home, period: Period): Promise<string> {
  const issues = (await listReleases(home)).filter((name) => name.slice(0, name.lastIndexOf('-')) === period)
  return `${period}-${issues.length + 1}`
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

/** Turns a finished building into a release and points readers to it: until the last rename they see the old one whole. */
export async function publish(home: Home, building: string, manifest: Manifest): Promise<string> {
  await writeDurably(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  const folder = join(home.releases, manifest.release)
  await renameDurably(building, folder)
  const pointer = join(home.releases, '.pointer')
  await rm(pointer, { force: true })
  await symlink(manifest.release, pointer)
  await renameDurably(pointer, join(home.releases, 'current'))
  return folder
}
