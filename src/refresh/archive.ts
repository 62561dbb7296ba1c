import { mkdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { safeExtension } from '../domain/file-name.js'
import { Receipt } from '../domain/submission.js'
import { withoutPersonalNumbers } from '../intake/table/personal.js'
import { copyDurably, writeDurably } from './durable.js'
import { filesBelow, hashFile, ifThere } from './files.js'
import type { Home } from './home.js'
import { keyOf, type Look, lookAt, readLooks, writeLooks } from './inbox-looks.js'

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
  const looked: Look[] = []
  let alreadyKnown = 0
  const arrived: Received[] = []
  if (options.store) await mkdir(home.archive, { recursive: true })
  for (const name of await returnsIn(home.inbox)) {
    const path = join(home.inbox, name)
    const look = await lookAt(path, name)
    const before = looks.get(keyOf(look))
    if (before !== undefined && seen.has(before)) {
      looked.push({ ...look, sha256: before })
      alreadyKnown += 1
      continue
    }
    // What is archived is what was hashed, also when somebody writes to the file meanwhile.
    const isNew = (sha256: string) => !seen.has(sha256)
    const { sha256, bytes } = options.store
      ? await copyDurably(path, home.archive, (copied) =>
          isNew(copied.sha256) ? archivePath(home, { ...copied, file_name: name }) : null,
        )
      : { sha256: await hashFile(path), bytes: (await stat(path)).size }
    looked.push({ ...look, sha256 })
    if (!isNew(sha256)) {
      alreadyKnown += 1
      continue
    }
    seen.add(sha256)
    const { mtime } = await stat(path)
    // A telephone number in a file's name is stored as little as one in a cell.
    const file_name = withoutPersonalNumbers(name)
    const receipt = { sha256, file_name, received_at: mtime.toISOString(), bytes }
    arrived.push({ receipt, path: options.store ? archivePath(home, receipt) : path })
  }
  arrived.sort(byReceipt)
  const last = received.at(-1)?.receipt.received_at ?? ''
  for (const { receipt } of arrived) if (receipt.received_at < last) receipt.received_at = last
  if (options.store && arrived.length > 0) {
    const lines = [...known, ...arrived.map(({ receipt }) => receipt)].map((receipt) => `${JSON.stringify(receipt)}\n`)
    await writeDurably(join(home.archive, 'submissions.jsonl'), lines.join(''))
  }
  if (options.store) await writeLooks(home, looked)
  return { received: [...received, ...arrived], arrived: arrived.length, already_known: alreadyKnown }
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
