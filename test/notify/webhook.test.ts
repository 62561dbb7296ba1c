import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { Channel } from '../../src/notify/settings.js'
import { type Call, callWebhook } from '../../src/notify/webhook.js'
import { madeEntry } from './made.js'
import { type Request, taken, webServer } from './servers.js'

let stop: () => Promise<void> = async () => {}
afterEach(() => stop())

type Answer = (request: Request, response: ServerResponse) => void

/** Sends a message to a server that answers so; gives what became of it, and what the server was asked. */
async function sendTo(answer: Answer, but: object = {}, call: Partial<Call> = {}) {
  const server = await webServer(answer)
  stop = server.stop
  const channel = Channel.parse({ id: 'oa', kind: 'json', url: server.address, ...but })
  if (channel.kind === 'email') throw new Error('no webhook')
  const signal = AbortSignal.timeout(10_000)
  const outcome = await callWebhook(channel, madeEntry(), {
    secrets: {},
    site: null,
    now: 1_573_536_000_000,
    signal,
    ...call,
  })
  return { outcome, requests: server.requests }
}

const robot = { kind: 'wecom', key_env: 'KEY' }
const answers =
  (status: number, body = '', headers = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(body)

describe('a webhook', () => {
  test('of a program gets the JSON once, with a number that is the same at every try, and its token', async () => {
    const { outcome, requests } = await sendTo(answers(204), { token_env: 'TOKEN' }, { secrets: { TOKEN: 't0ken' } })
    expect(outcome).toEqual({ address: 'webhook', verdict: 'accepted', trouble: null })
    expect(requests).toHaveLength(1)
    expect(requests[0]?.method).toBe('POST')
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': '2026-10-1-alerts-leaders.0123456789ab',
      authorization: 'Bearer t0ken',
    })
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ id: '2026-10-1-alerts-leaders.0123456789ab' })
  })

  test('of WeCom gets its key in the address', async () => {
    const { outcome, requests } = await sendTo(taken, robot, { secrets: { KEY: 'k-1' } })
    expect(outcome.verdict).toBe('accepted')
    expect(requests[0]?.url.search).toBe('?key=k-1')
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ msgtype: 'text' })
  })

  test('of DingTalk gets token, time and signature in the address', async () => {
    const dingtalk = { kind: 'dingtalk', token_env: 'TOKEN', secret_env: 'SECRET' }
    const { requests } = await sendTo(taken, dingtalk, { secrets: { TOKEN: 't', SECRET: 'SEC000000example' } })
    expect(requests[0]?.url.search).toBe(
      '?access_token=t&timestamp=1573536000000&sign=l8qvxhLeb93b5193MfwrYAiWnArJYpEcydyFZGg15es%3D',
    )
    const { requests: unsigned } = await sendTo(taken, { ...dingtalk, secret_env: null }, { secrets: { TOKEN: 't' } })
    expect(unsigned[0]?.url.search).toBe('?access_token=t')
  })
})

describe('an answer', () => {
  test.each([
    [400, 'refused'],
    [404, 'refused'],
    [408, 'failed'],
    [429, 'failed'],
    [500, 'failed'],
    [503, 'failed'],
  ])('of %i means %s', async (status, verdict) => {
    const { outcome } = await sendTo(answers(status, 'not now'))
    expect(outcome).toMatchObject({ verdict, trouble: { en: `HTTP ${status}: not now` } })
  })

  test('that leads elsewhere is not followed', async () => {
    const elsewhere = await webServer(taken)
    const { outcome } = await sendTo(answers(307, '', { location: elsewhere.address }))
    expect(outcome).toMatchObject({ verdict: 'refused', trouble: { en: expect.stringContaining('307') } })
    expect(elsewhere.requests).toEqual([])
    await elsewhere.stop()
  })

  test('of a robot counts only with errcode 0', async () => {
    const call = { secrets: { KEY: 'k-1' } }
    const limited = '{"errcode":45009,"errmsg":"api freq out of limit"}'
    expect((await sendTo(answers(200, limited), robot, call)).outcome).toMatchObject({
      verdict: 'failed',
      trouble: { zh: `机器人没有接受：${limited}` },
    })
    for (const odd of ['<html>log in</html>', '', 'null', '[]', '{"errcode":"0"}'])
      expect((await sendTo(answers(200, odd), robot, call)).outcome.verdict).toBe('failed')
  })

  test('that repeats the secret is told without it', async () => {
    const { outcome } = await sendTo(answers(403, 'bad key k-secret-1'), robot, { secrets: { KEY: 'k-secret-1' } })
    expect(outcome.trouble?.en).toBe('HTTP 403: bad key ***')
  })

  test('that does not come, or does not end, has failed in time', async () => {
    const quick = () => ({ signal: AbortSignal.timeout(200) })
    expect((await sendTo(() => {}, {}, quick())).outcome).toMatchObject({
      verdict: 'failed',
      trouble: { zh: '超时没有回应', en: 'no answer in time' },
    })
    const dripping: Answer = (_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    }
    expect((await sendTo(dripping, {}, quick())).outcome.verdict).toBe('failed')
  })

  test('of nobody, and a line that breaks, have failed', async () => {
    const gone = await webServer(taken)
    await gone.stop()
    const channel = Channel.parse({ id: 'oa', kind: 'json', url: gone.address })
    if (channel.kind === 'email') throw new Error('no webhook')
    const call = { secrets: {}, site: null, now: 0, signal: AbortSignal.timeout(10_000) }
    expect(await callWebhook(channel, madeEntry(), call)).toMatchObject({
      verdict: 'failed',
      trouble: { en: expect.stringContaining('ECONNREFUSED') },
    })
    expect((await sendTo((_, response) => response.destroy())).outcome.verdict).toBe('failed')
  })
})
