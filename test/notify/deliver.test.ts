import { afterEach, describe, expect, test } from 'vitest'
import type { OutboxEntry } from '../../src/domain/notice.js'
import { type Clock, type Delivery, deliver } from '../../src/notify/deliver.js'
import { addressesOf, type OpenChannel, openChannel } from '../../src/notify/open-channel.js'
import { NotifySettings } from '../../src/notify/settings.js'
import { again } from '../../src/notify/settle.js'
import { madeEntry } from './made.js'
import { smtpError, smtpServer, taken, webServer } from './servers.js'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const start = Date.parse('2026-11-10T01:00:00Z')
const seconds = (entry: OutboxEntry | undefined) => (Date.parse(entry?.next_try_at ?? '') - start) / 1000

/** A clock that stands still until somebody waits; `during` happens in each wait. */
function madeClock(during: (now: number) => Promise<void> = async () => {}): Clock & { waits: number[] } {
  let now = start
  const waits: number[] = []
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds / 1000)
    now += milliseconds
    await during(now)
  }
  return { now: () => now, sleep, waits }
}

/** Delivers over channels to `to`; gives each state that was kept of each entry, in order. */
async function run(settings: object, entries: OutboxEntry[], but: Partial<Delivery> = {}) {
  const parsed = NotifySettings.parse(settings)
  const kept: OutboxEntry[] = []
  await deliver(entries, {
    channels: parsed.channels.map((channel) => openChannel(channel, parsed, {})) as OpenChannel[],
    addresses: new Map(parsed.channels.map((channel) => [channel.id, addressesOf(channel)])),
    clock: madeClock(),
    limits: { attempt: 10_000, all: 60_000 },
    record: async (entry) => {
      kept.push(entry)
    },
    ...but,
  })
  return { kept, states: kept.map(({ state, tries }) => `${state} ${tries}`), last: kept.at(-1) }
}

const hook = (url: string, id = 'leaders') => ({ id, kind: 'json', url })

describe('a message', () => {
  test('is marked as being sent before, and as sent after, once', async () => {
    const server = await webServer(taken)
    stops.push(server.stop)
    const { states } = await run({ channels: [hook(server.address)] }, [madeEntry()])
    expect(states).toEqual(['sending 1', 'sent 1'])
    expect(server.requests).toHaveLength(1)
  })

  test('waits for a server that is down, longer each time, and is delivered once it is up', async () => {
    const down = await webServer(taken)
    await down.stop()
    let server: Awaited<ReturnType<typeof webServer>> | null = null
    const clock = madeClock(async (now) => {
      if (now < start + 100_000) return
      server = await webServer(taken, down.port)
      stops.push(server.stop)
    })
    const limits = { attempt: 10_000, all: 600_000 }
    const { states } = await run({ channels: [hook(down.address)] }, [madeEntry()], { clock, limits })
    expect(states).toEqual([
      'sending 1',
      'waiting 1',
      'sending 2',
      'waiting 2',
      'sending 3',
      'waiting 3',
      'sending 4',
      'sent 4',
    ])
    expect(clock.waits).toEqual([5, 30, 120])
    expect((server as Awaited<ReturnType<typeof webServer>> | null)?.requests).toHaveLength(1)
  })

  test('stays for the next run when its time is beyond the limit', async () => {
    const server = await webServer((_, response) => response.writeHead(503).end('busy'))
    stops.push(server.stop)
    const { states, last } = await run({ channels: [hook(server.address)] }, [madeEntry()])
    expect(states).toEqual(['sending 1', 'waiting 1', 'sending 2', 'waiting 2', 'sending 3', 'waiting 3'])
    // Tried at 0, 5 and 35 seconds; two minutes after that is beyond the one that there is.
    expect(seconds(last)).toBe(155)
    expect(last?.recipients[0]?.trouble?.zh).toBe('HTTP 503：busy')
  })

  test('is given up after eight tries over a day, and taken up again when asked', async () => {
    const server = await webServer((_, response) => response.writeHead(503).end())
    stops.push(server.stop)
    const clock = madeClock()
    const limits = { attempt: 10_000, all: 10 * 86_400_000 }
    const { last } = await run({ channels: [hook(server.address)] }, [madeEntry()], { clock, limits })
    expect([last?.state, last?.tries, server.requests.length]).toEqual(['given_up', 8, 8])
    expect(clock.waits).toEqual([5, 30, 120, 600, 3600, 21_600, 86_400])
    expect(last && again(last, start)).toMatchObject({ state: 'waiting', tries: 0 })
    expect(again(madeEntry({ state: 'sent' }), start)).toBeNull()
  })

  test('that was refused is not sent again', async () => {
    const server = await webServer((_, response) => response.writeHead(404).end())
    stops.push(server.stop)
    const { states } = await run({ channels: [hook(server.address)] }, [madeEntry()])
    expect([states, server.requests.length]).toEqual([['sending 1', 'refused 1'], 1])
  })

  test('that was on its way when a run died is sent again under the same number', async () => {
    const server = await webServer(taken)
    stops.push(server.stop)
    const died = new Error('died')
    const first: OutboxEntry[] = []
    const record = async (entry: OutboxEntry) => {
      if (entry.state === 'sent') throw died
      first.push(entry)
    }
    await expect(run({ channels: [hook(server.address)] }, [madeEntry()], { record })).rejects.toBe(died)
    const left = first.at(-1)
    expect(left?.state).toBe('sending')
    if (left === undefined) return
    const clock = madeClock()
    const { states } = await run({ channels: [hook(server.address)] }, [left], { clock })
    expect([states, clock.waits]).toEqual([['sending 2', 'sent 2'], [5]])
    const numbers = server.requests.map(({ headers }) => headers['idempotency-key'])
    expect(numbers).toEqual([numbers[0], numbers[0]])
  })

  test('is not sent when that it is about to be cannot be kept', async () => {
    const server = await webServer(taken)
    stops.push(server.stop)
    const full = new Error('ENOSPC')
    const record = () => Promise.reject(full)
    await expect(run({ channels: [hook(server.address)] }, [madeEntry()], { record })).rejects.toBe(full)
    expect(server.requests).toEqual([])
  })

  test('that is out of date is not sent, one of the last day is', async () => {
    const server = await webServer(taken)
    stops.push(server.stop)
    const settings = { channels: [hook(server.address)] }
    expect((await run(settings, [madeEntry({ expires_on: '2026-11-09' })])).states).toEqual(['expired 0'])
    expect((await run(settings, [madeEntry({ expires_on: '2026-11-10' })])).states).toEqual(['sending 1', 'sent 1'])
  })

  test('is due at once when the clock was set back by years', async () => {
    const server = await webServer(taken)
    stops.push(server.stop)
    const entry = madeEntry({ next_try_at: '2031-01-01T00:00:00.000Z', state: 'waiting', tries: 1 })
    expect((await run({ channels: [hook(server.address)] }, [entry])).last?.state).toBe('sent')
  })
})

describe('channels', () => {
  test('do not hold one another up: one that hangs ends in time, the other is done long before', async () => {
    const [hanging, quick] = [await webServer(() => {}), await webServer(taken)]
    stops.push(hanging.stop, quick.stop)
    const entries = [madeEntry(), madeEntry({ id: 'x-group', channel: 'group' })]
    const settings = { channels: [hook(hanging.address), hook(quick.address, 'group')] }
    const limits = { attempt: 1000, all: 3000 }
    const clock: Clock = { now: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) }
    const began = Date.now()
    const { kept } = await run(
      settings,
      entries.map((entry) => ({ ...entry, next_try_at: new Date().toISOString() })),
      { limits, clock },
    )
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(kept.filter(({ channel }) => channel === 'group').at(-1)?.state).toBe('sent')
    expect(kept.filter(({ channel }) => channel === 'leaders').at(-1)).toMatchObject({ state: 'waiting', tries: 1 })
  })

  test('of mail are asked again for those alone who have not got it, and for those alone who are still configured', async () => {
    let isOpen = false
    const server = await smtpServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('county') && !isOpen ? smtpError(450, 'later') : null),
    })
    stops.push(server.stop)
    const to = ['office@example.org', 'county@example.org', 'former@example.org']
    const settings = {
      smtp: { host: '127.0.0.1', port: server.port, security: 'none', from: 'jiceng@example.org' },
      channels: [{ id: 'leaders', kind: 'email', to: to.slice(0, 2) }],
    }
    const clock = madeClock(async () => {
      isOpen = true
    })
    const { last } = await run(settings, [madeEntry({}, to)], { clock, limits: { attempt: 5000, all: 60_000 } })
    expect(server.mails.map((mail) => mail.to)).toEqual([['office@example.org'], ['county@example.org']])
    expect(last?.recipients.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'refused'])
    expect(last?.recipients[2]?.trouble?.en).toBe('no longer in reference/notify.json')
    expect(last?.state).toBe('refused')
  })
})
