import { setTimeout } from 'node:timers/promises'
import { topics } from '../../pipelines/index.js'
import type { OutboxEntry } from '../domain/notice.js'
import { fill, type Lang, type Text } from '../domain/text.js'
import type { Home } from '../refresh/home.js'
import { type NotifyOptions, type NotifyReport, notify } from '../refresh/notify.js'
import { tell } from './error.js'

/** What a run did with the messages, as `--json` prints it. */
export interface Notified {
  counts: Record<'sent' | 'waiting' | 'refused' | 'given_up' | 'expired', number>
  /** One sentence for each thing that somebody has to know. */
  troubles: string[]
  messages: (Pick<OutboxEntry, 'id' | 'channel' | 'state' | 'tries' | 'next_try_at'> & { subject: string })[]
}

/** What the command and the end of a refresh have in common: the process's own clock and environment. */
export function notifyWith(home: Home, but: Pick<NotifyOptions, 'limits' | 'dryRun' | 'again'>) {
  const sleep = async (milliseconds: number, signal: AbortSignal) => {
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {})
  }
  return notify({ home, topics, env: process.env, clock: { now: Date.now, sleep }, ...but })
}

/** Milliseconds that the end of a refresh gives to one try, and to all. */
const limitsAfterRefresh = { attempt: 8_000, all: 20_000 }

/** Sends what is due at the end of a refresh. The release is out: nothing that happens here is an error of the refresh. Null: not configured. */
export async function notifyAfterRefresh(home: Home, lang: Lang): Promise<Notified | null> {
  try {
    const report = await notifyWith(home, { limits: limitsAfterRefresh, dryRun: false, again: false })
    return report && notifiedOf(report, lang)
  } catch (error) {
    const { text } = tell(error, lang, home.root)
    return { counts: countsOf([]), troubles: [text], messages: [] }
  }
}

/** A report in numbers and sentences. */
export function notifiedOf({ entries, unusable, unreadable, unmade }: NotifyReport, lang: Lang): Notified {
  const blocked = new Set(unusable.map(({ id }) => id))
  return {
    counts: countsOf(entries),
    troubles: [
      ...unusable.map((channel) => fill(words.unusable, channel)[lang]),
      ...unmade.map((one) => fill(words.unmade, one)[lang]),
      ...unreadable.map((name) => fill(words.unreadable, { name })[lang]),
      ...entries.filter(({ channel }) => !blocked.has(channel)).flatMap((entry) => troubleOf(entry, lang) ?? []),
    ],
    messages: entries.map(({ id, channel, state, tries, next_try_at, notice }) => ({
      id,
      channel,
      state,
      tries,
      next_try_at,
      subject: notice.subject[lang],
    })),
  }
}

/** “通知：已发送 2 条，待发 1 条”; null when there was nothing to send. */
export function sayCounts({ counts }: Notified, lang: Lang): string | null {
  const parts = (Object.keys(counts) as (keyof Notified['counts'])[])
    .filter((state) => counts[state] > 0)
    .map((state) => fill(countWords[state], { count: counts[state] })[lang])
  if (parts.length === 0) return null
  return { zh: `通知：${parts.join('，')}`, en: `messages: ${parts.join(', ')}` }[lang]
}

function countsOf(entries: readonly OutboxEntry[]): Notified['counts'] {
  const counts = { sent: 0, waiting: 0, refused: 0, given_up: 0, expired: 0 }
  for (const { state } of entries) counts[state === 'sending' ? 'waiting' : state] += 1
  return counts
}

const countWords: Record<keyof Notified['counts'], Text> = {
  sent: { zh: '已发送 {count} 条', en: '{count} sent' },
  waiting: { zh: '待发 {count} 条', en: '{count} waiting' },
  refused: { zh: '被拒收 {count} 条', en: '{count} refused' },
  given_up: { zh: '已放弃 {count} 条', en: '{count} given up' },
  expired: { zh: '已过时不发 {count} 条', en: '{count} out of date' },
}

const words = {
  unusable: { zh: '通知渠道 {id} 不能用：{trouble}', en: 'channel {id} cannot be used: {trouble}' },
  unmade: {
    zh: '{about} 的通知没有生成，下次再试：{trouble}',
    en: 'the messages about {about} could not be made, again the next time: {trouble}',
  },
  unreadable: {
    zh: 'outbox/{name} 读不懂，已跳过；请移走或修复',
    en: 'outbox/{name} cannot be read and was left out; move it away or repair it',
  },
  waiting: {
    zh: '通知 {id} 未送达（已试 {tries} 次），{next}（北京时间）以后再试：{why}',
    en: 'message {id} not delivered ({tries} tries), again after {next} Beijing time: {why}',
  },
  refused: {
    zh: '通知 {id} 被拒收，不再重试；改正后用 jiceng notify --again：{why}',
    en: 'message {id} was refused and is not tried again; put it right and use jiceng notify --again: {why}',
  },
  given_up: {
    zh: '通知 {id} 试了 {tries} 次未送达，不再重试；改正后用 jiceng notify --again：{why}',
    en: 'message {id} is given up after {tries} tries; put it right and use jiceng notify --again: {why}',
  },
} satisfies Record<string, Text>

function troubleOf({ id, state, tries, next_try_at, recipients }: OutboxEntry, lang: Lang): string | null {
  if (state === 'sent' || state === 'expired') return null
  const unknown = { zh: '没有等到结果', en: 'its end is not known' }
  const reasons = recipients
    .filter((one) => one.state !== 'accepted')
    .map(({ address, trouble }) => `${address} ${(trouble ?? unknown)[lang]}`)
  const values = { id, tries, next: clockTime(next_try_at), why: reasons.join('; ') }
  return fill(words[state === 'sending' ? 'waiting' : state], values)[lang]
}

/** A time to the minute, as clocks show it in all of China: eight hours ahead of UTC. */
function clockTime(time: string): string {
  return new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
