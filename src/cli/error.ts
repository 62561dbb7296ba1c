import { type ExitCode, exitCodes, Refusal } from '../domain/refusal.js'
import type { Lang } from '../domain/text.js'

/** How an error is told: what a person can put right in one sentence; anything else whole, with the way to report it. */
export function tell(error: unknown, lang: Lang): { text: string; exitCode: ExitCode } {
  if (error instanceof Refusal) return { text: error.text[lang], exitCode: error.exitCode }
  const title =
    lang === 'zh' ? '意外错误，请把下面的全部内容交给维护者：' : 'unexpected error; please pass on all of this:'
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { text: `${title}\n${detail}`, exitCode: exitCodes.unexpected }
}
