import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { topics } from '../../pipelines/index.js'
import type { OutboxEntry } from '../../src/domain/notice.js'
import { hashFiles } from '../../src/refresh/files.js'
import { homeAt } from '../../src/refresh/home.js'
import { type NotifyOptions, notify } from '../../src/refresh/notify.js'
import { refresh } from '../../src/refresh/refresh.js'
import { headerOf, smtpServer, taken, webServer } from '../notify/servers.js'
import { layOutTinyCity, send, tinyRefresh } from './small-home.js'

let root: string
let web: Awaited<ReturnType<typeof webServer>>
let mail: Awaited<ReturnType<typeof smtpServer>>
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'jiceng-notify-'))
  await layOutTinyCity(root, 50, 30)
  web = await webServer(taken)
  mail = await smtpServer()
})
afterEach(async () => {
  await web.stop()
  await mail.stop()
  await rm(root, { recursive: true, force: true })
})

/** Tells one office and one group. */
async function configure(but: object = {}): Promise<void> {
  const settings = {
    site: 'http://10.0.0.5',
    smtp: { host: '127.0.0.1', port: mail.port, security: 'none', from: 'jiceng@example.org' },
    channels: [
      { id: 'leaders', kind: 'email', to: ['office@example.org'] },
      { id: 'group', kind: 'wecom', url: web.address, key_env: 'KEY' },
    ],
    ...but,
  }
  await mkdir(join(root, 'reference'), { recursive: true })
  await writeFile(join(root, 'reference', 'notify.json'), JSON.stringify(settings))
}

function at(day: string, but: Partial<NotifyOptions> = {}): NotifyOptions {
  let now = Date.parse(`${day}T04:00:00Z`)
  const sleep = async (milliseconds: number) => {
    now += milliseconds
  }
  return {
    home: homeAt(root),
    topics,
    env: { KEY: 'k-1' },
    clock: { now: () => now, sleep },
    limits: { attempt: 5000, all: 60_000 },
    dryRun: false,
    again: false,
    ...but,
  }
}

/** Both counties' returns of a month: of each township's ten firms, how many are organised. */
async function month(period: string, day: string, jia: number, ding: number): Promise<void> {
  await send(root, { unit: '甲区', month: period, day, organised: { 990101001: jia, 990101002: jia } })
  await send(root, { unit: '丁区', month: period, day, organised: { 990104001: ding, 990104002: ding } })
}

/** January: 12 and 10 of 20. February: 甲区 has 4 of 20 left, which is 20 %. */
async function twoReleases(): Promise<void> {
  await month('2026-01', '2026-02-03', 6, 5)
  await refresh(tinyRefresh(root))
  await month('2026-02', '2026-03-03', 2, 5)
  await refresh(tinyRefresh(root))
}

const said = (entries: readonly OutboxEntry[] | undefined) => entries?.map(({ id, state }) => `${id} ${state}`)
const texts = () => web.requests.map(({ body }) => (JSON.parse(body) as { text: { content: string } }).text.content)

describe('after a release', { timeout: 60_000 }, () => {
  test('nobody is told of anything where nothing is configured, and nothing is written', async () => {
    await twoReleases()
    const before = await hashFiles(root)
    expect(await notify(at('2026-03-20'))).toBeNull()
    expect(await hashFiles(root)).toEqual(before)
  })

  test('new criticals go to each channel once, and no release is touched', async () => {
    await twoReleases()
    await configure()
    const releases = await hashFiles(homeAt(root).releases)
    const report = await notify(at('2026-03-20'))
    expect(said(report?.entries)).toEqual(['2026-02-1-alerts-leaders sent', '2026-02-1-alerts-group sent'])
    expect([mail.mails.length, web.requests.length]).toEqual([1, 1])
    // 10 of 20 firms are 50 %: with 4 there are 6 to go.
    expect(texts()[0]).toContain(
      '- 甲区 非公企业党的组织覆盖率 20.0%（2026年2月），低于严重线 30.0%，距预警线还差 6 家；预警自2026年2月起',
    )
    expect(texts()[0]).toMatch(
      /^小城市2026年2月：新增严重预警 1 条\n2026-02-1 期（2026年2月，截至 2026-03-03 收到的报表）与上一期 2026-01-1 相比：/,
    )
    expect(mail.mails[0] && headerOf(mail.mails[0], 'Message-ID')).toMatch(
      /^<2026-02-1-alerts-leaders\.[0-9a-f]{12}@example\.org>$/,
    )
    expect(said((await notify(at('2026-03-20')))?.entries)).toEqual([])
    expect([mail.mails.length, web.requests.length]).toEqual([1, 1])
    expect(await hashFiles(homeAt(root).releases)).toEqual(releases)
    expect((await readdir(root)).filter((name) => name.includes('lock'))).toEqual([])
  })

  test('what a correction withdrew is told', async () => {
    await twoReleases()
    await configure()
    await notify(at('2026-03-20'))
    await send(root, { unit: '甲区', month: '2026-02', day: '2026-03-21', organised: { 990101001: 6, 990101002: 6 } })
    await refresh(tinyRefresh(root))
    expect(said((await notify(at('2026-03-21')))?.entries)).toEqual([
      '2026-02-2-alerts-leaders sent',
      '2026-02-2-alerts-group sent',
    ])
    expect(texts()[1]).toContain('小城市2026年2月：撤销预警 2 条')
    expect(texts()[1]).toContain('- 甲区 非公企业党的组织覆盖率：原自2026年2月起，更正前为 20.0%（2026年2月）')
  })

  test('a release that was not told of in time is told of later, and one from before the settings is not', async () => {
    await twoReleases()
    await configure({ channels: [{ id: 'group', kind: 'wecom', url: web.address, key_env: 'KEY' }] })
    await notify(at('2026-03-20'))
    await month('2026-03', '2026-04-03', 2, 2)
    await refresh(tinyRefresh(root))
    await month('2026-04', '2026-05-03', 6, 6)
    await refresh(tinyRefresh(root))
    await month('2026-05', '2026-06-03', 2, 6)
    await refresh(tinyRefresh(root))
    // In March 丁区 and with it the city fell to 20 %; April is no news; in May 甲区 fell again.
    expect(said((await notify(at('2026-06-20')))?.entries)).toEqual([
      '2026-03-1-alerts-group sent',
      '2026-05-1-alerts-group sent',
    ])
    expect(texts()).toHaveLength(3)
    expect(texts()[1]).toContain('新增严重预警 2 条')
  })

  test('a release that cannot be told of keeps no message back, and is told of once it can be', async () => {
    await twoReleases()
    await configure()
    const state = join(homeAt(root).releases, '2026-02-1', 'extracts', 'state.json')
    const text = await readFile(state, 'utf8')
    await writeFile(state, '{')
    const report = await notify(at('2026-03-20'))
    expect([report?.unmade.map(({ about }) => about), said(report?.entries)]).toEqual([['2026-02-1'], []])
    await writeFile(state, text)
    expect((await notify(at('2026-03-20')))?.entries).toHaveLength(2)
    expect([mail.mails.length, web.requests.length]).toEqual([1, 1])
  })

  test('a dry run shows the messages, and sends and keeps nothing', async () => {
    await twoReleases()
    await configure()
    const before = await hashFiles(root)
    const report = await notify(at('2026-03-20', { dryRun: true }))
    expect(said(report?.entries)).toEqual(['2026-02-1-alerts-leaders waiting', '2026-02-1-alerts-group waiting'])
    expect(await hashFiles(root)).toEqual(before)
    expect([mail.mails, web.requests]).toEqual([[], []])
  })

  test('two runs at once send each message once; the second says that another is at it', async () => {
    await twoReleases()
    await configure()
    const ends = await Promise.allSettled([notify(at('2026-03-20')), notify(at('2026-03-20'))])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { exitCode: 5, text: { zh: expect.stringContaining('另一个通知发送正在进行') } },
    })
    expect([mail.mails.length, web.requests.length]).toEqual([1, 1])
  })

  test('a run that died before it wrote which releases it told of makes no second message', async () => {
    await twoReleases()
    await configure()
    await notify(at('2026-03-20'))
    await rm(join(root, 'outbox', 'told.json'))
    expect(said((await notify(at('2026-03-20')))?.entries)).toEqual([])
    expect([mail.mails.length, web.requests.length]).toEqual([1, 1])
  })

  test('a channel without its secret waits and says so, the other is served; a spoilt file of the outbox is told of and left', async () => {
    await twoReleases()
    await configure()
    await mkdir(join(root, 'outbox'))
    await writeFile(join(root, 'outbox', 'torn.json'), '{"id":')
    const report = await notify(at('2026-03-20', { env: {} }))
    expect(said(report?.entries)).toEqual(['2026-02-1-alerts-leaders sent', '2026-02-1-alerts-group waiting'])
    expect(report?.unusable).toMatchObject([{ id: 'group', trouble: { en: expect.stringContaining('KEY') } }])
    expect(report?.unreadable).toEqual(['torn.json'])
    expect(await readFile(join(root, 'outbox', 'torn.json'), 'utf8')).toBe('{"id":')
    expect(said((await notify(at('2026-03-21')))?.entries)).toEqual(['2026-02-1-alerts-group sent'])
    expect(web.requests).toHaveLength(1)
  })
})

describe('a due date', { timeout: 60_000 }, () => {
  const group = (but: object = {}) => ({
    channels: [{ id: 'group', kind: 'wecom', url: web.address, key_env: 'KEY', ...but }],
  })

  test('is told of the day before and the day after, each once, with those who have sent nothing or a part', async () => {
    await month('2026-01', '2026-02-03', 6, 5)
    await refresh(tinyRefresh(root))
    await configure(group())
    expect(said((await notify(at('2026-03-03')))?.entries)).toEqual([])
    // Nobody has sent February: those are asked who had to send January.
    expect(said((await notify(at('2026-03-04')))?.entries)).toEqual(['due-2026-03-05-before-group sent'])
    expect(texts()[0]).toContain('小城市：2 份报表 2026-03-05 到期，尚未收到')
    expect(texts()[0]).toContain('- 甲区、丁区')
    expect(said((await notify(at('2026-03-05')))?.entries)).toEqual([])
    await send(root, { unit: '甲区', month: '2026-02', day: '2026-03-05', organised: { 990101001: 6 } })
    await refresh(tinyRefresh(root))
    expect(said((await notify(at('2026-03-06')))?.entries)).toEqual(['due-2026-03-05-after-group sent'])
    expect(texts()[1]).toContain('- 甲区（只报了一部分）、丁区')
    expect(said((await notify(at('2026-03-07')))?.entries)).toEqual([])
  })

  test('is no matter when all is in, and a county is told of its own alone', async () => {
    await month('2026-01', '2026-02-03', 6, 5)
    await send(root, { unit: '甲区', month: '2026-02', day: '2026-03-02', organised: { 990101001: 6, 990101002: 6 } })
    await refresh(tinyRefresh(root))
    await configure(group({ regions: ['990101'] }))
    expect(said((await notify(at('2026-03-04')))?.entries)).toEqual([])
    await configure(group({ regions: ['990104'] }))
    expect(said((await notify(at('2026-03-04')))?.entries)).toEqual(['due-2026-03-05-before-group sent'])
    expect(texts()[0]).toContain('- 丁区')
    await configure(group({ regions: ['990104'], about: ['alerts'] }))
    expect(said((await notify(at('2026-03-06')))?.entries)).toEqual([])
  })

  test('that has passed is not announced any more', async () => {
    await month('2026-01', '2026-02-03', 6, 5)
    await refresh(tinyRefresh(root))
    await configure(group())
    await notify(at('2026-03-04', { env: {} }))
    expect(said((await notify(at('2026-03-06')))?.entries)).toEqual([
      'due-2026-03-05-before-group expired',
      'due-2026-03-05-after-group sent',
    ])
    expect(web.requests).toHaveLength(1)
  })
})
