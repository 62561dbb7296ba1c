import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OutboxEntry } from '../domain/notice.js'
import { writeDurably } from './durable.js'
import { ifThere } from './files.js'
import type { Home } from './home.js'

/** The releases whose news are in the outbox, or were never to be told. */
const toldFile = 'told.json'

/** The messages of an outbox by id, and the names of files that cannot be read: they are told of and left as they are. */
export interface Outbox {
  entries: OutboxEntry[]
  unreadable: string[]
}

/** Reads every message that there is. */
export async function readOutbox(home: Home): Promise<Outbox> {
  const names = (await ifThere(readdir(home.outbox))) ?? []
  const outbox: Outbox = { entries: [], unreadable: [] }
  for (const name of names.filter((one) => one.endsWith('.json') && one !== toldFile).sort()) {
    const entry = entryIn(await readFile(join(home.outbox, name), 'utf8'))
    if (entry === null || `${entry.id}.json` !== name) outbox.unreadable.push(name)
    else outbox.entries.push(entry)
  }
  return outbox
}

function entryIn(text: string): OutboxEntry | null {
  try {
    return OutboxEntry.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keeps a message as it now is, over what was kept of it before. */
export async function keepEntry(home: Home, entry: OutboxEntry): Promise<void> {
  await mkdir(home.outbox, { recursive: true })
  await writeDurably(join(home.outbox, `${entry.id}.json`), `${JSON.stringify(entry, null, 2)}\n`)
}

/** The releases that need not be told of any more; null before the first time. */
export async function toldReleases(home: Home): Promise<string[] | null> {
  const text = await ifThere(readFile(join(home.outbox, toldFile), 'utf8'))
  return text === null ? null : z.array(z.string()).parse(JSON.parse(text))
}

/** Keeps which releases need not be told of any more. */
export async function keepTold(home: Home, releases: readonly string[]): Promise<void> {
  await mkdir(home.outbox, { recursive: true })
  await writeDurably(join(home.outbox, toldFile), `${JSON.stringify(releases)}\n`)
}
