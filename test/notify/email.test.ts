import { createServer, type Socket } from 'node:net'
import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { sendMail } from '../../src/notify/email.js'
import type { Smtp } from '../../src/notify/settings.js'
import { madeEntry } from './made.js'
import { headerOf, smtpError, smtpServer } from './servers.js'

let stop: () => Promise<void> = async () => {}
afterEach(() => stop())

const offices = ['office@example.org', 'county@example.org']

/** Sends a message to two offices over a server of these manners; gives what became of it, and the mails that came. */
async function sendOver(options: SMTPServerOptions, but: Partial<Smtp> = {}, to = offices, patience = 10_000) {
  const server = await smtpServer(options)
  stop = server.stop
  const outcomes = await sendMail(madeEntry({}, offices), to, mailing(server.port, but, patience))
  return { verdicts: outcomes.map(({ verdict }) => verdict), outcomes, mails: server.mails }
}

function mailing(port: number, but: Partial<Smtp> = {}, patience = 10_000) {
  const smtp: Smtp = {
    host: '127.0.0.1',
    port,
    security: 'none',
    from: 'jiceng@example.org',
    user: null,
    password_env: null,
    ...but,
  }
  const password = smtp.user === null ? null : 's3cr3t'
  return { smtp, password, lang: 'zh' as const, site: 'http://10.0.0.5', signal: AbortSignal.timeout(patience) }
}

/** What a server says to recipients. */
const refusing = (code: number, whom: string): SMTPServerOptions => ({
  onRcptTo: ({ address }, _session, done) => done(address === whom ? smtpError(code, 'no such office') : null),
})

describe('a mail', () => {
  test('arrives once, for all of its recipients, and can be known again', async () => {
    const { verdicts, mails } = await sendOver({})
    expect(verdicts).toEqual(['accepted', 'accepted'])
    expect(mails).toHaveLength(1)
    const [mail] = mails
    if (mail === undefined) throw new Error('no mail')
    expect([mail.from, mail.to]).toEqual(['jiceng@example.org', offices])
    expect(headerOf(mail, 'Message-ID')).toBe('<2026-10-1-alerts-leaders.0123456789ab@example.org>')
    expect(headerOf(mail, 'To')).toBe('office@example.org, county@example.org')
    expect(headerOf(mail, 'Auto-Submitted')).toBe('auto-generated')
    expect(headerOf(mail, 'Date')).toBe('Tue, 10 Nov 2026 01:00:00 +0000')
    const subject = headerOf(mail, 'Subject').replace(/=\?UTF-8\?B\?([^?]*)\?= ?/g, (_, text: string) =>
      Buffer.from(text, 'base64').toString(),
    )
    expect(subject).toBe('小城市2026年10月：新增严重预警 1 条')
    const body = Buffer.from(mail.raw.slice(mail.raw.indexOf('\r\n\r\n')), 'base64').toString()
    expect(body).toContain('- 甲区')
    expect(body).toContain('http://10.0.0.5/alerts')
  })

  test('is the same to the letter when it is sent again', async () => {
    const [first, second] = [(await sendOver({})).mails[0]?.raw, (await sendOver({})).mails[0]?.raw]
    const withoutWay = (raw = '') => raw.replace(/^Received:.*\r\n([ \t].*\r\n)*/m, '')
    expect(withoutWay(first)).toBe(withoutWay(second))
  })

  test('that some have already goes to the others alone', async () => {
    const { mails } = await sendOver({}, {}, ['county@example.org'])
    expect(mails[0]?.to).toEqual(['county@example.org'])
    expect(mails[0] && headerOf(mails[0], 'To')).toBe('office@example.org, county@example.org')
  })
})

describe('a server', () => {
  test('that does not know a recipient has refused that one for good, and taken the other', async () => {
    const { outcomes, verdicts, mails } = await sendOver(refusing(550, 'county@example.org'))
    expect(verdicts).toEqual(['accepted', 'refused'])
    expect(outcomes[1]?.trouble?.en).toBe('550 no such office')
    expect(mails.map(({ to }) => to)).toEqual([['office@example.org']])
  })

  test('that puts a recipient off is asked again for that one', async () => {
    expect((await sendOver(refusing(450, 'county@example.org'))).verdicts).toEqual(['accepted', 'failed'])
  })

  test('that takes none of them has said so of each', async () => {
    const all = { onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) => done(smtpError(550, 'no')) }
    expect((await sendOver(all)).verdicts).toEqual(['refused', 'refused'])
  })

  test('that refuses the words is not asked again, one that is busy is', async () => {
    const says = (code: number): SMTPServerOptions => ({
      onData(stream, _session, done) {
        stream.resume()
        stream.on('end', () => done(smtpError(code, 'about your words')))
      },
    })
    expect((await sendOver(says(554))).verdicts).toEqual(['refused', 'refused'])
    expect((await sendOver(says(451))).verdicts).toEqual(['failed', 'failed'])
  })

  test('that does not know the sender, or the account, is a matter of the settings: asked again', async () => {
    const sender: SMTPServerOptions = { onMailFrom: (_address, _session, done) => done(smtpError(550, 'who')) }
    expect((await sendOver(sender)).verdicts).toEqual(['failed', 'failed'])
  })

  test('that cannot encrypt is told nothing where that was asked for', async () => {
    const { verdicts, mails } = await sendOver({}, { security: 'starttls' })
    expect([verdicts, mails]).toEqual([['failed', 'failed'], []])
  })

  test('with a certificate of its own making is told nothing', async () => {
    const { outcomes, mails } = await sendOver({ disabledCommands: [] }, { security: 'starttls' })
    expect(outcomes[0]).toMatchObject({
      verdict: 'failed',
      trouble: { en: expect.stringMatching(/certificate|self/i) },
    })
    expect(mails).toEqual([])
  })
})

describe('a line', () => {
  /** A server below SMTP, that says what it likes; gives what became of the message, and when. */
  async function sendInto(handle: (socket: Socket) => void, patience = 300) {
    const sockets: Socket[] = []
    const server = createServer((socket) => {
      sockets.push(socket)
      socket.on('error', () => {})
      handle(socket)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    stop = () => new Promise((resolve) => server.close(() => resolve()))
    const { port } = server.address() as { port: number }
    const outcomes = await sendMail(madeEntry({}, offices), offices, mailing(port, {}, patience))
    const closed = sockets.map((socket) => socket.destroyed || new Promise((resolve) => socket.once('close', resolve)))
    await Promise.all(closed)
    return outcomes[0]
  }

  test('on which nobody speaks, or without end, is closed in time', async () => {
    const timedOut = { verdict: 'failed', trouble: { en: 'no answer in time' } }
    expect(await sendInto(() => {})).toMatchObject(timedOut)
    const chatter = (socket: Socket) => {
      const drip = setInterval(() => socket.write('220-hello\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    }
    expect(await sendInto(chatter)).toMatchObject(timedOut)
  })

  test('that breaks at once has failed', async () => {
    expect(await sendInto((socket) => socket.destroy(), 10_000)).toMatchObject({ verdict: 'failed' })
  })

  test('on which nothing follows the last word has failed: whether it arrived is not known', async () => {
    const silent: SMTPServerOptions = { onData: (stream) => stream.resume() }
    const { verdicts } = await sendOver(silent, {}, offices, 300)
    expect(verdicts).toEqual(['failed', 'failed'])
  })

  test('to nobody has failed', async () => {
    const server = await smtpServer()
    await server.stop()
    expect(await sendMail(madeEntry({}, offices), offices, mailing(server.port))).toMatchObject([
      { verdict: 'failed', trouble: { en: expect.stringContaining('ECONNREFUSED') } },
      { verdict: 'failed' },
    ])
  })
})
