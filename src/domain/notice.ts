import { z } from 'zod'
import { Text } from './text.js'

/** What a message is about: alerts of a release, or returns before or after they are due. */
export const NoticeKind = z.enum(['alerts', 'before_due', 'after_due'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** The words of a message, the same for every kind of channel. */
export const Notice = z.strictObject({
  kind: NoticeKind,
  subject: Text,
  opening: Text,
  sections: z.array(z.strictObject({ title: Text, lines: z.array(Text) })),
  /** What has to be said besides: that the city is fictional. */
  remarks: z.array(Text),
  /** The page of the site that shows it, as a path. */
  page: z.string(),
  /** The same in codes and numbers, for machines; null is not known. */
  items: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
})
export type Notice = z.infer<typeof Notice>

/** Where a message goes: an office's address, or `webhook`. `refused`: the other side will never take it. */
export const Recipient = z.strictObject({
  address: z.string(),
  state: z.enum(['waiting', 'accepted', 'refused']),
  /** What the other side, or the way there, said last; null before the first try and when it was accepted. */
  trouble: Text.nullable(),
})
export type Recipient = z.infer<typeof Recipient>

/**
 * One file of the outbox: a message, and how far it got. `sending` is written before anything is sent and stays where a run
 * died: the message may have arrived, and goes out again under the same id.
 */
export const OutboxEntry = z.strictObject({
  /** Says what it is about and for which channel: `2026-10-1-alerts-leaders`. There is never a second one of it. */
  id: z.string(),
  /** Of the words: with the id, what a message is recognised by. */
  digest: z.string(),
  channel: z.string(),
  made_at: z.iso.datetime(),
  /** The last day on which it makes sense; null: always. */
  expires_on: z.iso.date().nullable(),
  notice: Notice,
  state: z.enum(['waiting', 'sending', 'sent', 'refused', 'given_up', 'expired']),
  recipients: z.array(Recipient),
  /** Tries that were begun. */
  tries: z.int().nonnegative(),
  next_try_at: z.iso.datetime(),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

/** True while it has yet to be sent. */
export function isOpen({ state }: Pick<OutboxEntry, 'state'>): boolean {
  return state === 'waiting' || state === 'sending'
}

/** What a message is recognised by wherever it arrives, the same at every try. */
export function markOfEntry({ id, digest }: Pick<OutboxEntry, 'id' | 'digest'>): string {
  return `${id}.${digest}`
}
