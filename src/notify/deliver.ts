import { isOpen, type OutboxEntry } from '../domain/notice.js'
import { receivedOn } from '../domain/submission.js'
import { mostTries, waitFor } from './back-off.js'
import type { OpenChannel } from './open-channel.js'
import { begun, settled, withoutFormer } from './settle.js'

/** The time, handed in. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
  /** Waits; may end early when the signal says so. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** What a delivery works with. */
export interface Delivery {
  channels: readonly OpenChannel[]
  /** Where a channel may still send to, by its id: an address that is no longer configured is left alone. */
  addresses: ReadonlyMap<string, readonly string[]>
  clock: Clock
  /** Milliseconds for one try, and for everything. */
  limits: { attempt: number; all: number }
  /** Keeps an entry for good before it returns. */
  record: (entry: OutboxEntry) => Promise<void>
}

/**
 * Sends the open entries that are due, and those that become due within the time limit; channels side by side, so that one which
 * does not answer holds up no other. What is left stays open. Throws only what `record` throws.
 *
 * At least once: an entry is marked as being sent before, and as sent after. Who dies in between, or never hears the answer, sends it
 * again under the same id.
 */
export async function deliver(entries: readonly OutboxEntry[], delivery: Delivery): Promise<void> {
  const ends = delivery.clock.now() + delivery.limits.all
  const signal = AbortSignal.timeout(delivery.limits.all)
  const work = delivery.channels.map((channel) =>
    deliverOver(
      channel,
      entries.filter((entry) => entry.channel === channel.id && isOpen(entry)),
      delivery,
      { ends, signal },
    ),
  )
  const failed = (await Promise.allSettled(work)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}

async function deliverOver(
  channel: OpenChannel,
  entries: readonly OutboxEntry[],
  delivery: Delivery,
  until: { ends: number; signal: AbortSignal },
): Promise<void> {
  const { clock } = delivery
  const line = new Map(entries.map((entry) => [entry.id, entry]))
  while (!until.signal.aborted) {
    const [next] = [...line.values()].sort(
      (a, b) => waitFor(a.next_try_at, clock.now()) - waitFor(b.next_try_at, clock.now()),
    )
    if (next === undefined) return
    const wait = waitFor(next.next_try_at, clock.now())
    if (clock.now() + wait > until.ends) return
    if (wait > 0) await clock.sleep(wait, until.signal)
    if (until.signal.aborted) return
    const after = await tryOnce(channel, next, delivery, until.signal)
    if (isOpen(after)) line.set(next.id, after)
    else line.delete(next.id)
  }
}

/** One try, or the end of an entry that is not to be tried. */
async function tryOnce(
  channel: OpenChannel,
  entry: OutboxEntry,
  { clock, limits, record, addresses }: Delivery,
  signal: AbortSignal,
): Promise<OutboxEntry> {
  const now = clock.now()
  const keep = async (kept: OutboxEntry) => {
    await record(kept)
    return kept
  }
  const today = receivedOn({ received_at: new Date(now).toISOString() })
  if (entry.expires_on !== null && entry.expires_on < today) return keep({ ...entry, state: 'expired' })
  if (entry.tries >= mostTries) return keep({ ...entry, state: 'given_up' })
  const ours = withoutFormer(entry, addresses.get(channel.id) ?? [])
  const waiting = ours.recipients.flatMap(({ address, state }) => (state === 'waiting' ? [address] : []))
  if (waiting.length === 0) return keep(settled(ours, []))
  const sending = await keep(begun(ours, now))
  const outcomes = await channel.send(
    sending,
    waiting,
    now,
    AbortSignal.any([signal, AbortSignal.timeout(limits.attempt)]),
  )
  return keep(settled(sending, outcomes))
}
