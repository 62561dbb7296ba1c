import { createHmac } from 'node:crypto'
import { markOfEntry, type OutboxEntry } from '../domain/notice.js'
import type { Lang } from '../domain/text.js'
import { linkOf, messageText } from './message-text.js'

/** The robot of a WeCom (企业微信) group takes a text of 2048 bytes, that of DingTalk (钉钉) a body of 20,000. */
const mostBytes = { wecom: 2048, dingtalk: 18_000 }

/** The body for a group's robot: plain text, which needs no escaping and is the same on every client. */
export function robotBody(
  kind: 'wecom' | 'dingtalk',
  entry: OutboxEntry,
  { lang, site }: { lang: Lang; site: string | null },
): object {
  const subject = entry.notice.subject[lang]
  const most_bytes = mostBytes[kind] - Buffer.byteLength(`${subject}\n`)
  const text = messageText(entry.notice, { lang, site, mark: markOfEntry(entry), most_bytes })
  return { msgtype: 'text', text: { content: `${subject}\n${text}` } }
}

/** The body for programs: the words in both languages, and the same in codes and numbers. */
export function jsonBody(entry: OutboxEntry, site: string | null): object {
  const { kind, subject, opening, sections, remarks, items } = entry.notice
  const link = linkOf(entry.notice, site)
  return { id: markOfEntry(entry), kind, made_at: entry.made_at, subject, opening, sections, remarks, link, items }
}

/**
 * What DingTalk asks of a robot with 加签 in the address of every call: the time in milliseconds, and the HMAC-SHA256 of it and the
 * secret, keyed by the secret, in base64.
 */
export function dingtalkSignature(secret: string, timestamp: number): { timestamp: string; sign: string } {
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
  return { timestamp: String(timestamp), sign }
}
