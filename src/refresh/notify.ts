import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isOpen, type Notice, type OutboxEntry } from '../domain/notice.js'
import { receivedOn } from '../domain/submission.js'
import type { Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import { alertNotice } from '../notify/alert-notice.js'
import { type Clock, deliver } from '../notify/deliver.js'
import { dueNotice } from '../notify/due-notice.js'
import { addressesOf, type OpenChannel, openChannel } from '../notify/open-channel.js'
import { troubleOf } from '../notify/outcome.js'
import { readSettings } from '../notify/read-settings.js'
import type { Channel, NotifySettings } from '../notify/settings.js'
import { again } from '../notify/settle.js'
import { ifThere, sha256Of } from './files.js'
import type { Home } from './home.js'
import { withLock } from './lock.js'
import { newsOfAlerts, newsOfReturns, untoldReleases } from './news.js'
import { keepEntry, keepTold, readOutbox, toldReleases } from './outbox.js'
import { listReleases } from './release.js'

/** What messages are made and sent with. */
export interface NotifyOptions {
  home: Home
  topics: readonly Topic[]
  /** Where the secrets are, by the names that the settings say. */
  env: Readonly<Record<string, string | undefined>>
  clock: Clock
  /** Milliseconds for one try, and for everything. */
  limits: { attempt: number; all: number }
  /** Make the messages, keep and send nothing. */
  dryRun: boolean
  /** Try again what was refused or given up. */
  again: boolean
}

/** What became of the messages that were open, or that this run made. */
export interface NotifyReport {
  entries: OutboxEntry[]
  /** Channels that cannot be used, and why: their messages wait. */
  unusable: { id: string; trouble: Text }[]
  /** Files of the outbox that cannot be read. */
  unreadable: string[]
  /** Releases, or `due` for due dates, of which no news could be made, and why; the next run tries again. */
  unmade: { about: string; trouble: Text }[]
}

const notifying = { name: 'notify.lock', work: { zh: '通知发送', en: 'sending of messages' } }

/** `reference/notify.json`; null: there is none, and nobody is told of anything. Throws a Refusal when it is wrong. */
export async function notifySettings(home: Home): Promise<NotifySettings | null> {
  const path = join(home.reference, 'notify.json')
  const text = await ifThere(readFile(path, 'utf8'))
  return text === null ? null : readSettings(path, text)
}

/**
 * Puts into the outbox what there is to tell of releases and due dates, and sends what is due. It reads releases and never touches
 * them. Null when nobody is to be told. Throws a Refusal when the settings are wrong (3) or another run is sending (5).
 */
export async function notify(options: NotifyOptions): Promise<NotifyReport | null> {
  const settings = await notifySettings(options.home)
  if (settings === null) return null
  if (options.dryRun) return { ...(await pending(options, settings)), unusable: [] }
  return withLock(options.home, () => send(options, settings), notifying)
}

async function send(options: NotifyOptions, settings: NotifySettings): Promise<NotifyReport> {
  const { home, env, clock, limits } = options
  // Named before messages are made of them: one that is published meanwhile is told of the next time.
  const releases = await listReleases(home)
  const { entries, unreadable, unmade } = await pending(options, settings)
  // The list of those told of is written last: who dies before makes the same messages again, under the same ids.
  for (const entry of entries.filter(({ tries }) => tries === 0)) await keepEntry(home, entry)
  const untold = unmade.map(({ about }) => about)
  await keepTold(
    home,
    releases.filter((release) => !untold.includes(release)),
  )
  const opened = settings.channels.map((channel) => openChannel(channel, settings, env))
  const report = new Map(entries.map((entry) => [entry.id, entry]))
  await deliver(entries, {
    channels: opened.filter((one): one is OpenChannel => 'send' in one),
    addresses: new Map(settings.channels.map((channel) => [channel.id, addressesOf(channel)])),
    clock,
    limits,
    record: async (entry) => {
      await keepEntry(home, entry)
      report.set(entry.id, entry)
    },
  })
  return { entries: [...report.values()], unusable: opened.filter((one) => 'trouble' in one), unreadable, unmade }
}

/** The messages that are open, and those that there is news for and no message yet. Keeps nothing. */
async function pending(options: NotifyOptions, settings: NotifySettings): Promise<Omit<NotifyReport, 'unusable'>> {
  const { home, clock } = options
  const { entries, unreadable } = await readOutbox(home)
  const known = new Set([...entries.map(({ id }) => id), ...unreadable.map((name) => name.replace(/\.json$/, ''))])
  const { made, unmade } = await makeEntries(options, settings)
  const left = entries.flatMap((entry) => {
    if (isOpen(entry)) return [entry]
    return (options.again ? again(entry, clock.now()) : null) ?? []
  })
  // What was for a channel that is no longer configured is left alone.
  const channels = new Set(settings.channels.map(({ id }) => id))
  const fresh = made.filter(({ id }) => !known.has(id))
  return { entries: [...left, ...fresh].filter(({ channel }) => channels.has(channel)), unreadable, unmade }
}

/** What one thing to tell of comes to for each channel. */
interface Told {
  about: string
  expires_on: string | null
  noticeFor: (channel: Channel) => Notice | null
}

/** Every message that there is news for. What cannot be told of keeps nothing else back. */
async function makeEntries(
  { home, topics, clock }: NotifyOptions,
  settings: NotifySettings,
): Promise<{ made: OutboxEntry[]; unmade: NotifyReport['unmade'] }> {
  const made_at = new Date(clock.now()).toISOString()
  const unmade: NotifyReport['unmade'] = []
  const told: Told[] = []
  const attempt = async (about: string, work: () => Promise<Told[]>) => {
    try {
      told.push(...(await work()))
    } catch (error) {
      unmade.push({ about, trouble: troubleOf(error) })
    }
  }
  for (const release of await untoldReleases(home, await toldReleases(home)))
    await attempt(release, () => toldOfAlerts(home, release, topics))
  await attempt('due', () => toldOfReturns(home, topics, receivedOn({ received_at: made_at })))
  const made = told.flatMap((one) => settings.channels.flatMap((channel) => entryFor(one, channel, made_at) ?? []))
  return { made, unmade }
}

async function toldOfAlerts(home: Home, release: string, topics: readonly Topic[]): Promise<Told[]> {
  const news = await newsOfAlerts(home, release, topics)
  if (news === null) return []
  return [{ about: `${release}-alerts`, expires_on: null, noticeFor: ({ regions }) => alertNotice(news, regions) }]
}

async function toldOfReturns(home: Home, topics: readonly Topic[], today: string): Promise<Told[]> {
  return (await newsOfReturns(home, topics, today)).map((news) => {
    const isBefore = news.side === 'before_due'
    return {
      about: `due-${news.due_date}-${isBefore ? 'before' : 'after'}`,
      expires_on: isBefore ? news.due_date : null,
      noticeFor: ({ regions }) => dueNotice(news, regions),
    }
  })
}

function entryFor({ about, expires_on, noticeFor }: Told, channel: Channel, made_at: string): OutboxEntry | null {
  const notice = noticeFor(channel)
  if (notice === null || !channel.about.includes(notice.kind)) return null
  return {
    id: `${about}-${channel.id}`,
    digest: sha256Of(JSON.stringify(notice)).slice(0, 12),
    channel: channel.id,
    made_at,
    expires_on,
    notice,
    state: 'waiting',
    recipients: addressesOf(channel).map((address) => ({ address, state: 'waiting', trouble: null })),
    tries: 0,
    next_try_at: made_at,
  }
}
