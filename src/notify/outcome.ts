import type { Text } from '../domain/text.js'

/**
 * What became of a message at one recipient: taken; refused for good; or failed, which includes every end that is not known, such as
 * a line that broke after the last word.
 */
export interface Outcome {
  address: string
  verdict: 'accepted' | 'refused' | 'failed'
  /** Null when accepted. */
  trouble: Text | null
}

/** What of an error may be told: codes and the other side's own words, shortened, without the secrets that the call was made with. */
export function troubleOf(error: unknown, secrets: readonly string[] = []): Text {
  const { code, name, message, cause } = error as NodeJS.ErrnoException
  if (name === 'AbortError' || name === 'TimeoutError') return timedOut
  if (cause !== undefined) return troubleOf(cause, secrets)
  const said = withoutSecrets(code === undefined || message.includes(code) ? message : `${code}: ${message}`, secrets)
  return { zh: said, en: said }
}

/** Nothing came in time. */
export const timedOut: Text = { zh: '超时没有回应', en: 'no answer in time' }

/** A text of the other side: one line, at most 200 characters, with `***` for every secret. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '***')), text)
  return hidden.replace(/\s+/g, ' ').trim().slice(0, 200) || '—'
}
