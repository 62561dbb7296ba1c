import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refresh } from '../../src/refresh/refresh.js'
import { smtpServer, taken, webServer } from '../notify/servers.js'
import { layOutTinyCity, send, tinyRefresh } from '../refresh/small-home.js'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'jiceng.js')
const stops: (() => Promise<void>)[] = []
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'jiceng-notify-cli-'))
  await layOutTinyCity(root, 50, 30)
  await month('2026-01', '2026-02-03', 6)
  await refresh(tinyRefresh(root))
  await month('2026-02', '2026-03-03', 2)
})
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await rm(root, { recursive: true, force: true })
})

async function month(period: string, day: string, jia: number): Promise<void> {
  await send(root, { unit: '甲区', month: period, day, organised: { 990101001: jia, 990101002: jia } })
  await send(root, { unit: '丁区', month: period, day, organised: { 990104001: 5, 990104002: 5 } })
}

/** Only alerts: which due dates are near depends on the day of the test. */
async function configure(url: string, but: object = {}): Promise<void> {
  const channels = [{ id: 'group', kind: 'json', url, about: ['alerts'] }]
  await writeFile(join(root, 'reference', 'notify.json'), JSON.stringify({ channels, ...but }))
}

/** Calls the command in a process of its own. */
function jiceng(args: string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [bin, ...args, '--home', root], { env: { ...process.env, ...env } })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => (said.stdout += text))
  child.stderr.on('data', (text) => (said.stderr += text))
  const ended = new Promise<typeof said & { code: number | null }>((resolve) =>
    child.once('close', (code) => resolve({ code, ...said })),
  )
  return { child, ended }
}

const entry = async () => JSON.parse(await readFile(join(root, 'outbox', '2026-02-1-alerts-group.json'), 'utf8'))

describe('jiceng refresh', { timeout: 120_000 }, () => {
  test('sends at its end, and says so', async () => {
    const web = await webServer(taken)
    stops.push(web.stop)
    await configure(web.address)
    const { code, stdout } = await jiceng(['refresh', '--no-site', '--json']).ended
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      release: '2026-02-1',
      notified: {
        counts: { sent: 1, waiting: 0, refused: 0, given_up: 0, expired: 0 },
        troubles: [],
        messages: [{ id: '2026-02-1-alerts-group', state: 'sent', subject: '小城市2026年2月：新增严重预警 1 条' }],
      },
    })
    expect(web.requests).toHaveLength(1)
    const again = await jiceng(['refresh', '--no-site']).ended
    expect([again.code, again.stdout.includes('通知：'), web.requests.length]).toEqual([0, false, 1])
  })

  test('ends well when a channel never answers, in time, and tells of it on the terminal and in the outbox', async () => {
    const web = await webServer(() => {})
    stops.push(web.stop)
    await configure(web.address)
    const began = Date.now()
    const { code, stdout, stderr } = await jiceng(['refresh', '--no-site']).ended
    expect(code).toBe(0)
    expect(Date.now() - began).toBeLessThan(60_000)
    expect(stdout).toContain('已发布 2026-02-1 期')
    expect(stdout).toContain('通知：待发 1 条')
    expect(stderr).toMatch(
      /通知 2026-02-1-alerts-group 未送达（已试 [12] 次），\d{4}-\d\d-\d\d \d\d:\d\d（北京时间）以后再试：webhook 超时没有回应/,
    )
    // On a machine that is slow the time is over before the second try.
    const { state, tries } = await entry()
    expect([state, tries > 0]).toEqual(['waiting', true])
  })

  test('ends well when the settings are wrong, and says where', async () => {
    await configure('ftp://10.0.0.5/')
    const { code, stdout, stderr } = await jiceng(['refresh', '--no-site']).ended
    expect(code).toBe(0)
    expect(stdout).toContain('已发布 2026-02-1 期')
    expect(stderr).toContain('notify.json 的 channels[0].url')
  })

  test('sends nothing in a dry run', async () => {
    const web = await webServer(taken)
    stops.push(web.stop)
    await configure(web.address)
    expect((await jiceng(['refresh', '--no-site', '--dry-run']).ended).code).toBe(0)
    expect(web.requests).toEqual([])
  })
})

describe('jiceng notify', { timeout: 120_000 }, () => {
  beforeEach(async () => {
    await refresh(tinyRefresh(root))
  })

  test('says that nobody is told where nothing is configured', async () => {
    expect(await jiceng(['notify']).ended).toMatchObject({ code: 0, stdout: expect.stringContaining('不通知任何人') })
    expect((await jiceng(['notify', '--json']).ended).stdout).toBe('null\n')
  })

  test('shows in a dry run what would be sent', async () => {
    const web = await webServer(taken)
    stops.push(web.stop)
    await configure(web.address)
    const { code, stdout } = await jiceng(['notify', '--dry-run', '--lang', 'en']).ended
    expect([code, web.requests]).toEqual([0, []])
    expect(stdout).toMatch(/^── channel group \(webhook\)\n小城市2026年2月：新增严重预警 1 条\n\n2026-02-1 期/)
  })

  test('ends with 7 when something was not delivered, and sends it when asked again', async () => {
    let status = 404
    const web = await webServer((_, response) => response.writeHead(status).end())
    stops.push(web.stop)
    await configure(web.address)
    const refused = await jiceng(['notify']).ended
    expect(refused).toMatchObject({ code: 7, stdout: '通知：被拒收 1 条\n' })
    expect(refused.stderr).toContain('HTTP 404')
    status = 200
    expect(await jiceng(['notify']).ended).toMatchObject({ code: 0, stdout: '没有要发送的通知\n' })
    expect(await jiceng(['notify', '--again']).ended).toMatchObject({ code: 0, stdout: '通知：已发送 1 条\n' })
    expect(await jiceng(['notify', '--again']).ended).toMatchObject({ code: 0, stdout: '没有要发送的通知\n' })
    expect(web.requests).toHaveLength(2)
  })

  test('killed while it sends, it loses nothing: the next run sends it again under the same number', async () => {
    let kill: (() => void) | null = null
    const web = await webServer((request, response) => {
      if (kill === null) return taken(request, response)
      // The message is here, and whoever sent it will never hear so.
      kill()
      kill = null
    })
    stops.push(web.stop)
    await configure(web.address)
    const first = jiceng(['notify'])
    kill = () => first.child.kill('SIGKILL')
    expect((await first.ended).code).toBeNull()
    expect(await entry()).toMatchObject({ state: 'sending', tries: 1 })
    expect(await jiceng(['notify']).ended).toMatchObject({ code: 0, stdout: '通知：已发送 1 条\n' })
    expect(await jiceng(['notify']).ended).toMatchObject({ code: 0, stdout: '没有要发送的通知\n' })
    const numbers = web.requests.map(({ headers }) => headers['idempotency-key'])
    expect(numbers).toEqual([numbers[0], numbers[0]])
    expect(numbers[0]).toMatch(/^2026-02-1-alerts-group\.[0-9a-f]{12}$/)
  })
})

const hasOpenssl = (() => {
  try {
    return execFileSync('openssl', ['version']).length > 0
  } catch {
    return false
  }
})()

test.skipIf(!hasOpenssl)(
  'over STARTTLS, with an account, trusting the certificate that NODE_EXTRA_CA_CERTS names',
  { timeout: 120_000 },
  async () => {
    await refresh(tinyRefresh(root))
    const [key, cert] = [join(root, 'key.pem'), join(root, 'cert.pem')]
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
        ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
      ],
      { stdio: 'ignore' },
    )
    const accounts: string[] = []
    const mail = await smtpServer({
      key: await readFile(key),
      cert: await readFile(cert),
      disabledCommands: [],
      authOptional: false,
      onAuth: ({ username = '', password }, session, done) => {
        accounts.push(`${username} ${session.secure ? 'secure' : 'in the clear'}`)
        done(password === 's3cr3t' ? null : new Error('wrong password'), { user: username })
      },
    })
    stops.push(mail.stop)
    const account = { user: 'jiceng', password_env: 'JICENG_SMTP_PASSWORD' }
    await configure('', {
      smtp: { host: '127.0.0.1', port: mail.port, from: 'jiceng@example.org', ...account },
      channels: [{ id: 'group', kind: 'email', to: ['office@example.org'], about: ['alerts'] }],
    })
    const env = { NODE_EXTRA_CA_CERTS: cert, JICENG_SMTP_PASSWORD: 's3cr3t' }
    expect(await jiceng(['notify'], env).ended).toMatchObject({ code: 0, stdout: '通知：已发送 1 条\n' })
    expect([accounts, mail.mails.map(({ to }) => to)]).toEqual([['jiceng secure'], [['office@example.org']]])
    expect(JSON.stringify(await entry())).not.toContain('s3cr3t')
  },
)
