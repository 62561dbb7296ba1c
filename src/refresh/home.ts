import { join } from 'node:path'

/** The folders of an installation. */
export interface Home {
  root: string
  /** Tables that people keep: regions, changes, thresholds. */
  reference: string
  /** Files as they arrive. Written by people; the job only reads it. */
  inbox: string
  /** Every received file under its sha256, and the list of receipts. Only ever added to. */
  archive: string
  /** What goes back to senders: marked copies and receipts, by period. Only ever added to. */
  returned: string
  releases: string
  /** Messages to be sent, and those that were. */
  outbox: string
  /** Scratch and caches: may be deleted at any time. */
  work: string
}

/** The folders below an installation's root. */
export function homeAt(root: string): Home {
  return {
    root,
    reference: join(root, 'reference'),
    inbox: join(root, 'inbox'),
    archive: join(root, 'archive'),
    returned: join(root, 'returned'),
    releases: join(root, 'releases'),
    outbox: join(root, 'outbox'),
    work: join(root, '.work'),
  }
}
