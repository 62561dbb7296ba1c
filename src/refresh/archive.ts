import { readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { safeExtension } from '../domain/file-name.js'
import { Receipt } from '../domain/submission.js'
import { withoutPersonalNumbers } from '../intake/table/personal.js'
import { copyToDisk, emptyFolder, sync, writeDurably } from './durable.js'
import { filesBelow, hashFile, ifThere } from './files.js'
import type { Home } from './home.js'
import { keyOf, type Look, lookAt, readLooks, timeOf, type Unread, writeLooks } from './inbox-looks.js'
import { waitForAll } from './wait-for-all.js'

/** Most files are small: one after the other, most of the time is spent waiting for the disk. */
const filesAtOnce = 16

/** A received file: the fact of its receipt, and where its bytes are. */
export interface Received {
  receipt: Receipt
  path: string
}

/** What a look into the inbox found: every file ever received in the order of receipt, and how many of them are new. */
export interface Intray {
  received: Received[]
  arrived: number
  already_known: number
}

/** `archive/submissions.jsonl`, one receipt a line, in the order of receipt. */
export async function readReceipts(home: Home): Promise<Receipt[]> {
  const text = (await ifThere(readFile(join(home.archive, 'submissions.jsonl'), 'utf8'))) ?? ''
  const receipts = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Receipt.parse(JSON.parse(line)))
  // Archives begun before receipts were kept in order have theirs by name; those of one instant stay as they lie.
  return receipts.sort((a, b) => (a.received_at < b.received_at ? -1 : a.received_at > b.received_at ? 1 : 0))
}

/**
 * Takes every file of the inbox that is not known yet into the archive, byte for byte, under its sha256. The inbox itself is left
 * as it is. A file was received when it was last written to, but never before one that was taken in earlier: what was known on a day
 * does not change afterwards, also when a clock goes back. With `store: false` nothing is written and the inbox files are read where they lie.
 */
export async function receiveInbox(home: Home, options: { store: boolean }): Promise<Intray> {
  const known = await readReceipts(home)
  const received: Received[] = known.map((receipt) => ({ receipt, path: archivePath(home, receipt) }))
  const seen = new Set(known.map(({ sha256 }) => sha256))
  const looks = await readLooks(home)
  const shaOf = (look: Unread) => {
    const before = looks.get(keyOf(look))
    return before !== undefined && seen.has(before) ? before : null
  }
  const looked: Look[] = []
  const arrived: Received[] = []
  const names = await returnsIn(home.inbox)
  const aside = options.store ? await emptyFolder(join(home.archive, '.arriving')) : null
  try {
    for (let from = 0; from < names.length; from += filesAtOnce) {
      const some = names.slice(from, from + filesAtOnce)
      const inspected = some.map((name, at) => inspect(home, name, shaOf, aside && join(aside, String(at))))
      for (const { path, ...look } of await waitForAll(inspected)) {
        looked.push(look)
        if (seen.has(look.sha256)) continue
        seen.add(look.sha256)
        // A telephone number in a file's name is stored as little as one in a cell.
        const file_name = withoutPersonalNumbers(look.name)
        const receipt = { sha256: look.sha256, file_name, received_at: timeOf(look), bytes: look.bytes }
        if (aside) await rename(path, archivePath(home, receipt))
        arrived.push({ receipt, path: aside ? archivePath(home, receipt) : path })
      }
    }
  } finally {
    if (aside) await rm(aside, { recursive: true, force: true })
  }
  arrived.sort(byReceipt)
  const last = received.at(-1)?.receipt.received_at ?? ''
  for (const { receipt } of arrived) if (receipt.received_at < last) receipt.received_at = last
  if (options.store && arrived.length > 0) {
    await sync(home.archive)
    const lines = [...known, ...arrived.map(({ receipt }) => receipt)].map((receipt) => `${JSON.stringify(receipt)}\n`)
    await writeDurably(join(home.archive, 'submissions.jsonl'), lines.join(''))
  }
  if (options.store) await writeLooks(home, looked)
  return { received: [...received, ...arrived], arrived: arrived.length, already_known: names.length - arrived.length }
}

/** A file of the inbox as it looks, and where the bytes are that its sha256 is of. */
interface Inspected extends Look {
  path: string
}

/**
 * Looks at a file, and reads it unless its sha256 is known. With `aside`, what is read is copied there: what is archived is what was
 * hashed, also when somebody writes to the file meanwhile.
 */
async function inspect(
  home: Home,
  name: string,
  shaOf: (look: Unread) => string | null,
  aside: string | null,
): Promise<Inspected> {
  const path = join(home.inbox, name)
  const look = await lookAt(path, name)
  const sha256 = shaOf(look)
  if (sha256 !== null) return { ...look, sha256, path }
  return aside
    ? { ...look, ...(await copyToDisk(path, aside)), path: aside }
    : { ...look, sha256: await hashFile(path), path }
}

/** Received earlier comes first; at the same instant, by name, so that the order never depends on the file system. */
function byReceipt({ receipt: a }: Received, { receipt: b }: Received): number {
  const [left, right] = [a.received_at + a.file_name + a.sha256, b.received_at + b.file_name + b.sha256]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Where the archive keeps a received file. */
export function archivePath(home: Home, receipt: Pick<Receipt, 'sha256' | 'file_name'>): string {
  return join(home.archive, receipt.sha256 + safeExtension(receipt.file_name))
}

/** The inbox's files. Office's own lock files (`~$…`) and hidden files are not returns; an inbox that is not there is empty. */
async function returnsIn(inbox: string): Promise<string[]> {
  const paths = (await ifThere(filesBelow(inbox))) ?? []
  return paths.filter((path) => !/^(~\$|\.)/.test(basename(path)))
}
