import type { OutboxEntry } from '../domain/notice.js'
import type { Text } from '../domain/text.js'
import type { Outcome } from './outcome.js'
import type { Channel, NotifySettings } from './settings.js'
import { callWebhook, webhookAddress } from './webhook.js'

/** A channel that can be used. */
export interface OpenChannel {
  id: string
  /** Tries once; `now` in milliseconds since 1970. Never throws. */
  send: (entry: OutboxEntry, addresses: readonly string[], now: number, signal: AbortSignal) => Promise<Outcome[]>
}

/** Where a channel's messages go: offices' addresses, or the one webhook. */
export function addressesOf(channel: Channel): string[] {
  return channel.kind === 'email' ? channel.to : [webhookAddress]
}

/** Opens a channel with the secrets of the environment; a sentence about what is missing when they are not there. */
export function openChannel(
  channel: Channel,
  { smtp, site }: NotifySettings,
  env: Readonly<Record<string, string | undefined>>,
): OpenChannel | { id: string; trouble: Text } {
  const names = variablesOf(channel, smtp?.password_env ?? null)
  const missing = names.filter((name) => !env[name])
  if (missing.length > 0) {
    const list = missing.join(', ')
    return {
      id: channel.id,
      trouble: { zh: `没有设置环境变量 ${list}`, en: `the environment variable ${list} is not set` },
    }
  }
  const secrets = Object.fromEntries(names.map((name) => [name, env[name] ?? '']))
  if (channel.kind !== 'email')
    return {
      id: channel.id,
      send: async (entry, _addresses, now, signal) => [
        await callWebhook(channel, entry, { secrets, site, now, signal }),
      ],
    }
  if (smtp === null) throw new Error(`channel ${channel.id} without smtp`)
  const password = smtp.password_env === null ? null : (secrets[smtp.password_env] ?? null)
  return {
    id: channel.id,
    send: async (entry, addresses, _now, signal) => {
      const { sendMail } = await import('./email.js')
      return sendMail(entry, addresses, { smtp, password, lang: channel.lang, site, signal })
    },
  }
}

function variablesOf(channel: Channel, password: string | null): string[] {
  const names = {
    email: () => [password],
    wecom: () => (channel.kind === 'wecom' ? [channel.key_env] : []),
    dingtalk: () => (channel.kind === 'dingtalk' ? [channel.token_env, channel.secret_env] : []),
    json: () => (channel.kind === 'json' ? [channel.token_env] : []),
  }[channel.kind]()
  return names.filter((name) => name !== null)
}
