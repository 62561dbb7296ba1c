import { connect, type Socket } from 'node:net'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Options } from 'nodemailer/lib/smtp-transport/index.js'
import { markOfEntry, type OutboxEntry } from '../domain/notice.js'
import type { Lang } from '../domain/text.js'
import { messageText } from './message-text.js'
import { type Outcome, timedOut, troubleOf, withoutSecrets } from './outcome.js'
import type { Smtp } from './settings.js'

/** No list of alerts is so long that it needs more. */
const mostBytes = 100_000

/** What a message is sent with. */
export interface Mailing {
  smtp: Smtp
  /** Null where the server asks for none. */
  password: string | null
  lang: Lang
  site: string | null
  /** Ends it early: what is not answered by then has failed. */
  signal: AbortSignal
}

/**
 * Sends a message to these addresses in one go, and says what became of it at each. Never throws. At every try it is the same to the
 * letter, with the same Message-ID, so that a server or a reader knows it again.
 */
export async function sendMail(entry: OutboxEntry, addresses: readonly string[], mailing: Mailing): Promise<Outcome[]> {
  const { smtp, password, signal } = mailing
  const all = (verdict: Outcome['verdict'], trouble: Outcome['trouble']) =>
    addresses.map((address) => ({ address, verdict, trouble }))
  const socket = connect({ host: smtp.host, port: smtp.port })
  try {
    if (signal.aborted) return all('failed', timedOut)
    await untilAborted(connected(socket), signal)
    const mail = mailOf(entry, addresses, mailing)
    const sent: SmtpAnswer = await untilAborted(transport(smtp, password, socket).sendMail(mail), signal)
    const { rejectedErrors = [] } = sent
    return addresses.map((address) => rejected(address, rejectedErrors, secretsOf(mailing)) ?? accepted(address))
  } catch (error) {
    const { rejectedErrors, command, responseCode = 0 } = error as SmtpError
    if (rejectedErrors)
      return addresses.flatMap((address) => rejected(address, rejectedErrors, secretsOf(mailing)) ?? [])
    // The words themselves were not wanted; everything else may be put right, or pass.
    const isForGood = command === 'DATA' && responseCode >= 500
    return all(isForGood ? 'refused' : 'failed', troubleOf(error, secretsOf(mailing)))
  } finally {
    socket.destroy()
  }
}

/** What the server said of recipients that it did not take. */
interface SmtpAnswer {
  messageId?: string
  rejectedErrors?: SmtpError[]
}

/** What nodemailer adds to an error. */
interface SmtpError extends Error, SmtpAnswer {
  command?: string
  response?: string
  responseCode?: number
  recipient?: string
}

/** The socket is ours, so that it can be closed whatever state the other side left it in. */
function transport(smtp: Smtp, password: string | null, socket: Socket) {
  const options: Options = {
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'none',
    ...(smtp.user !== null && password !== null ? { auth: { user: smtp.user, pass: password } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options: unknown, give: (error: Error | null, socket: { connection: Socket }) => void) =>
      give(null, { connection: socket }),
  }
  return createTransport(options)
}

function mailOf(entry: OutboxEntry, addresses: readonly string[], { smtp, lang, site }: Mailing): SendMailOptions {
  const mark = markOfEntry(entry)
  return {
    from: smtp.from,
    to: entry.recipients.map(({ address }) => address),
    // Those who have it already are still named, and do not get it again.
    envelope: { from: smtp.from, to: [...addresses] },
    subject: entry.notice.subject[lang],
    text: messageText(entry.notice, { lang, site, mark, most_bytes: mostBytes }),
    messageId: `<${mark}@${smtp.from.slice(smtp.from.indexOf('@') + 1)}>`,
    date: new Date(entry.made_at),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': lang === 'zh' ? 'zh-CN' : 'en' },
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
}

/** What a promise gives, or a rejection as soon as the signal says so. */
function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

function secretsOf({ password }: Mailing): string[] {
  return password === null ? [] : [password]
}

function accepted(address: string): Outcome {
  return { address, verdict: 'accepted', trouble: null }
}

/** 5xx for a recipient is for good, 4xx is to be tried again. Null when it was not rejected. */
function rejected(address: string, errors: readonly SmtpError[], secrets: readonly string[]): Outcome | null {
  const error = errors.find(({ recipient }) => recipient === address)
  if (error === undefined) return null
  const said = withoutSecrets(error.response ?? error.message, secrets)
  return { address, verdict: (error.responseCode ?? 0) >= 500 ? 'refused' : 'failed', trouble: { zh: said, en: said } }
}
