import type { OutboxEntry, Recipient } from '../domain/notice.js'
import type { Text } from '../domain/text.js'
import { mostTries, nextTryAfter } from './back-off.js'
import type { Outcome } from './outcome.js'

/** The entry as a try begins: written before anything is sent, so that a run that dies on the way leaves word of it. */
export function begun(entry: OutboxEntry, now: number): OutboxEntry {
  const tries = entry.tries + 1
  return { ...entry, state: 'sending', tries, next_try_at: nextTryAfter(tries, now) }
}

const notConfigured: Text = { zh: '已不在 reference/notify.json 里', en: 'no longer in reference/notify.json' }

/** The entry with nobody left to send it to who is not configured any more. */
export function withoutFormer(entry: OutboxEntry, configured: readonly string[]): OutboxEntry {
  const recipients = entry.recipients.map(
    (recipient): Recipient =>
      recipient.state !== 'waiting' || configured.includes(recipient.address)
        ? recipient
        : { ...recipient, state: 'refused', trouble: notConfigured },
  )
  return { ...entry, recipients }
}

/** The entry after a try, with what became of it at each recipient. */
export function settled(entry: OutboxEntry, outcomes: readonly Outcome[]): OutboxEntry {
  const recipients = entry.recipients.map((recipient): Recipient => {
    const outcome = outcomes.find(({ address }) => address === recipient.address)
    if (outcome === undefined || recipient.state !== 'waiting') return recipient
    const { verdict, trouble } = outcome
    return { ...recipient, state: verdict === 'failed' ? 'waiting' : verdict, trouble }
  })
  const isWaiting = recipients.some(({ state }) => state === 'waiting')
  const isRefused = recipients.some(({ state }) => state === 'refused')
  const state = isWaiting
    ? entry.tries < mostTries
      ? ('waiting' as const)
      : ('given_up' as const)
    : isRefused
      ? ('refused' as const)
      : ('sent' as const)
  return { ...entry, recipients, state }
}

/** An entry that was refused or given up, put back in line for those who have not got it; null for every other. */
export function again(entry: OutboxEntry, now: number): OutboxEntry | null {
  if (entry.state !== 'refused' && entry.state !== 'given_up') return null
  const recipients = entry.recipients.map(
    (recipient): Recipient => (recipient.state === 'refused' ? { ...recipient, state: 'waiting' } : recipient),
  )
  return { ...entry, state: 'waiting', tries: 0, recipients, next_try_at: new Date(now).toISOString() }
}
