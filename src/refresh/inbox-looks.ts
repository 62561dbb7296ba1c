import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from './durable.js'
import type { Home } from './home.js'

/**
 * A file of the inbox as the file system shows it: name, size, and the times at which its bytes and its entry last changed. The latter
 * cannot be set by hand, so a file with other bytes under an old date is another look.
 */
const Look = z.strictObject({
  name: z.string(),
  bytes: z.int(),
  inode: z.string(),
  modified: z.string(),
  changed: z.string(),
  sha256: z.string(),
})
export type Look = z.infer<typeof Look>

/** A file of which only the look is known. */
export type Unread = Omit<Look, 'sha256'>

/** A file that changed this short a time ago may change again within the same tick of the clock: it is hashed every time. */
const settledMs = 2_000

/** How a file looks now; its sha256 is not known yet. */
export async function lookAt(path: string, name: string): Promise<Unread> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true })
  return { name, bytes: Number(size), inode: String(ino), modified: String(mtimeNs), changed: String(ctimeNs) }
}

/** When the file was last written to, as ISO in UTC. */
export function timeOf({ modified }: Unread): string {
  return new Date(Number(BigInt(modified) / 1_000_000n)).toISOString()
}

/** One text for everything that has to be the same for a file to be taken for the same without reading it. */
export function keyOf({ name, bytes, inode, modified, changed }: Unread): string {
  return JSON.stringify([name, bytes, inode, modified, changed])
}

/** The sha256 of files as they looked last time, by key. A list that is gone or damaged is as good as none. */
export async function readLooks(home: Home): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(pathOf(home), 'utf8').catch(() => '[]')
  try {
    return new Map(
      z
        .array(Look)
        .parse(JSON.parse(text))
        .map((look) => [keyOf(look), look.sha256]),
    )
  } catch {
    return new Map()
  }
}

/** Keeps how files look, for the next time; those that changed only just now are left out. */
export async function writeLooks(home: Home, looks: readonly Look[]): Promise<void> {
  const now = Date.now()
  const settled = looks.filter(({ changed }) => now - Number(BigInt(changed) / 1_000_000n) > settledMs)
  await mkdir(home.work, { recursive: true })
  await writeDurably(pathOf(home), JSON.stringify(settled))
}

function pathOf(home: Home): string {
  return join(home.work, 'inbox.json')
}
