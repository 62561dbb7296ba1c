import type { OutboxEntry } from '../domain/notice.js'
import { markOfEntry } from '../domain/notice.js'
import type { Text } from '../domain/text.js'
import { type Outcome, troubleOf, withoutSecrets } from './outcome.js'
import { dingtalkSignature, jsonBody, robotBody } from './robot-bodies.js'
import type { Channel } from './settings.js'

/** A webhook has one recipient. */
export const webhookAddress = 'webhook'

/** What a call is made with: the secrets by the names of their variables, the time of the call, and what ends it early. */
export interface Call {
  secrets: Readonly<Record<string, string>>
  site: string | null
  now: number
  signal: AbortSignal
}

type Webhook = Exclude<Channel, { kind: 'email' }>

/** Sends a message to a webhook. Never throws: whatever happens is an outcome. */
export async function callWebhook(channel: Webhook, entry: OutboxEntry, call: Call): Promise<Outcome> {
  const outcome = (verdict: Outcome['verdict'], trouble: Text | null = null) => ({
    address: webhookAddress,
    verdict,
    trouble,
  })
  const secrets = Object.values(call.secrets)
  try {
    const { url, headers } = targetOf(channel, call)
    const body =
      channel.kind === 'json'
        ? jsonBody(entry, call.site)
        : robotBody(channel.kind, entry, { ...call, lang: channel.lang })
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': markOfEntry(entry), ...headers },
      body: JSON.stringify(body),
      // Nobody but the configured address is ever contacted.
      redirect: 'manual',
      signal: call.signal,
    })
    const text = await start(response)
    const said = withoutSecrets(text, secrets)
    const status = `HTTP ${response.status}`
    if (!response.ok) {
      const isForGood = response.status < 500 && ![408, 425, 429].includes(response.status)
      return outcome(isForGood ? 'refused' : 'failed', { zh: `${status}：${said}`, en: `${status}: ${said}` })
    }
    if (channel.kind === 'json' || codeOf(text) === 0) return outcome('accepted')
    return outcome('failed', { zh: `机器人没有接受：${said}`, en: `the robot did not take it: ${said}` })
  } catch (error) {
    return outcome('failed', troubleOf(error, secrets))
  }
}

function targetOf(channel: Webhook, { secrets, now }: Call): { url: URL; headers: Record<string, string> } {
  const url = new URL(channel.url)
  if (channel.kind === 'wecom') url.searchParams.set('key', secrets[channel.key_env] ?? '')
  if (channel.kind === 'dingtalk') {
    url.searchParams.set('access_token', secrets[channel.token_env] ?? '')
    const signature = channel.secret_env === null ? {} : dingtalkSignature(secrets[channel.secret_env] ?? '', now)
    for (const [name, value] of Object.entries<string>(signature)) url.searchParams.set(name, value)
  }
  const token = channel.kind === 'json' && channel.token_env !== null ? secrets[channel.token_env] : undefined
  return { url, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } }
}

/** Robots answer 200 to everything; what they did is in `errcode`. Null when the answer is no robot's. */
function codeOf(text: string): number | null {
  try {
    return (JSON.parse(text) as { errcode?: number } | null)?.errcode ?? null
  } catch {
    return null
  }
}

/** As much of an answer as is worth reading. */
const mostAnswer = 64_000

async function start(response: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes > mostAnswer) break
  }
  return Buffer.concat(pieces).toString('utf8')
}
