import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { writeDurably } from './durable.js'
import { hashFile, hashFiles, sha256Of } from './files.js'
import type { Home } from './home.js'
import { referenceFiles } from './reference.js'
import type { Manifest } from './release.js'

/** sha256 of each reference table, by file name. */
export type ReferenceHashes = Manifest['inputs']['reference']

/** Its presence says that the figures are the fictional city's. */
export const sampleMark = 'sample.json'
const kept: readonly string[] = [...referenceFiles, sampleMark]

/** The sha256 of each reference table that there is. */
export async function hashReference(home: Home): Promise<ReferenceHashes> {
  return hashFiles(home.reference, (path) => kept.includes(path)).catch(() => ({}))
}

/** Keeps the reference tables under their sha256, as received files are kept, so that a release can be made again when they are others. */
export async function archiveReference(home: Home, hashes: ReferenceHashes): Promise<void> {
  await mkdir(join(home.archive, 'reference'), { recursive: true })
  for (const [name, sha256] of Object.entries(hashes)) {
    const path = archivedAt(home, name, sha256)
    if ((await hashFile(path).catch(() => null)) === sha256) continue
    const content = await readFile(join(home.reference, name))
    if (sha256Of(content) !== sha256) throw referenceChanged(join(home.reference, name))
    await writeDurably(path, content)
  }
}

/** Throws a Refusal when a reference table is no longer the one that the run began with. */
export async function checkReference(home: Home, hashes: ReferenceHashes): Promise<void> {
  const now = await hashReference(home)
  const names = new Set([...Object.keys(hashes), ...Object.keys(now)])
  for (const name of names) if (now[name] !== hashes[name]) throw referenceChanged(join(home.reference, name))
}

/** Lays the tables of an earlier day out in a folder under their own names. Gives those that the archive does not have as they were. */
export async function layOutReference(home: Home, hashes: ReferenceHashes, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const lost: string[] = []
  for (const [name, sha256] of Object.entries(hashes)) {
    const path = archivedAt(home, name, sha256)
    if ((await hashFile(path).catch(() => null)) === sha256) await copyFile(path, join(folder, name))
    else lost.push(`reference/${sha256}${extname(name)} (${name})`)
  }
  return lost
}

function archivedAt(home: Home, name: string, sha256: string): string {
  return join(home.archive, 'reference', `${sha256}${extname(name)}`)
}

function referenceChanged(path: string): Refusal {
  return new Refusal(
    {
      zh: `参考表在刷新期间被改动：${path}。没有发布，请重新运行`,
      en: `a reference table was changed while the refresh was at work: ${path}. Nothing was published; run it again`,
    },
    exitCodes.refused,
  )
}
