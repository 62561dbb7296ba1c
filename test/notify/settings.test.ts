import { describe, expect, test } from 'vitest'
import type { Refusal } from '../../src/domain/refusal.js'
import { openChannel } from '../../src/notify/open-channel.js'
import { readSettings } from '../../src/notify/read-settings.js'

const smtp = { host: 'mail.example.org', port: 587, from: 'jiceng@example.org' }
const email = { id: 'leaders', kind: 'email', to: ['office@example.org'] }
const wecom = { id: 'group', kind: 'wecom', url: 'https://qyapi.example.org/send', key_env: 'JICENG_WECOM_KEY' }
const read = (settings: unknown) => readSettings('notify.json', JSON.stringify(settings))

/** The refusal of settings. */
function refused(settings: unknown): Refusal {
  try {
    read(settings)
  } catch (error) {
    return error as Refusal
  }
  throw new Error('was taken')
}

describe('settings', () => {
  test('say as little as they must: the rest is everything, in Chinese, over STARTTLS', () => {
    const { site, smtp: mail, channels } = read({ smtp, channels: [email] })
    expect(site).toBeNull()
    expect(mail).toMatchObject({ security: 'starttls', user: null, password_env: null })
    expect(channels).toEqual([{ ...email, about: ['alerts', 'before_due', 'after_due'], lang: 'zh', regions: null }])
  })

  const wrong: [string, unknown, string, string][] = [
    ['no channels', {}, 'channels', ''],
    ['an unknown field', { channels: [], password: 'x' }, 'top level', 'password'],
    ['a kind that there is not', { channels: [{ ...email, kind: 'sms' }] }, 'channels[0].kind', '"sms"'],
    ['a name for an address', { smtp, channels: [{ ...email, to: ['办公室'] }] }, 'channels[0].to[0]', '"办公室"'],
    [
      'a person before the address',
      { smtp, channels: [{ ...email, to: ['A <a@b.org>'] }] },
      'channels[0].to[0]',
      'address alone',
    ],
    [
      'a mobile number',
      { smtp, channels: [{ ...email, to: ['13800000000@139.com'] }] },
      'channels[0].to[0]',
      'mobile number',
    ],
    ['an address twice', { smtp, channels: [{ ...email, to: ['a@b.org', 'a@b.org'] }] }, 'channels[0].to', 'twice'],
    ['e-mail without a server', { channels: [email] }, 'channels[0].kind', 'needs the section smtp'],
    ['a name twice', { smtp, channels: [email, email] }, 'channels[1].id', '"leaders"'],
    ['a name that is no file', { smtp, channels: [{ ...email, id: '../x' }] }, 'channels[0].id', 'lower-case'],
    ['another protocol', { channels: [{ ...wecom, url: 'ftp://x.org/' }] }, 'channels[0].url', 'http://'],
    ['half an account', { smtp: { ...smtp, user: 'jiceng' }, channels: [] }, 'smtp.user', 'go together'],
    [
      'a password in the clear',
      { smtp: { ...smtp, security: 'none', user: 'jiceng', password_env: 'PASSWORD' }, channels: [] },
      'smtp.security',
      '"none"',
    ],
    [
      'a region that is no code',
      { smtp, channels: [{ ...email, regions: ['甲区'] }] },
      'channels[0].regions[0]',
      '"甲区"',
    ],
  ]
  test.each(wrong)('are refused with %s, naming field and way out', (_, settings, field, said) => {
    const { text, exitCode } = refused(settings)
    expect(exitCode).toBe(3)
    expect(text.en).toContain(`notify.json, ${field}`)
    expect(text.en).toContain(said)
    expect(text.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  test.each([
    [{ ...wecom, url: 'https://qyapi.example.org/send?key=s3cr3t-s3cr3t' }],
    [{ ...wecom, key_env: 's3cr3t-s3cr3t' }],
    [{ ...wecom, url: 'https://user:s3cr3t-s3cr3t@example.org/' }],
  ])('with a secret in them are refused without repeating it: %j', (channel) => {
    const { text } = refused({ channels: [channel] })
    expect(JSON.stringify(text)).not.toContain('s3cr3t')
    expect(text.en).toContain('environment variable')
  })

  test('that are no JSON are refused without repeating them', () => {
    expect(() => readSettings('notify.json', '{"key": s3cr3t}')).toThrow(/^notify.json is not valid JSON/)
    expect(() => readSettings('notify.json', '\uFEFF{"channels": []}')).not.toThrow()
  })
})

test('a channel whose secret is not in the environment says which', () => {
  const settings = read({ channels: [wecom] })
  const [channel] = settings.channels
  if (channel === undefined) throw new Error('no channel')
  expect(openChannel(channel, settings, {})).toMatchObject({
    trouble: { en: expect.stringContaining('JICENG_WECOM_KEY') },
  })
  expect(openChannel(channel, settings, { JICENG_WECOM_KEY: '' })).toHaveProperty('trouble')
  expect(openChannel(channel, settings, { JICENG_WECOM_KEY: 'k' })).toHaveProperty('send')
})
