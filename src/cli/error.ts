import { type ExitCode, exitCodes, Refusal } from '../domain/refusal.js'
import type { Lang } from '../domain/text.js'
import { diskRefusal } from './disk-refusal.js'

/** How an error of a command at a home is told: what a person can put right in one sentence; anything else whole, with the way to report it. */
export function tell(error: unknown, lang: Lang, home: string): { text: string; exitCode: ExitCode } {
  const refusal = error instanceof Refusal ? error : diskRefusal(error, home)
  if (refusal) return { text: refusal.text[lang], exitCode: refusal.exitCode }
  const title =
    lang === 'zh' ? '意外错误，请把下面的全部内容交给维护者：' : 'unexpected error; please pass on all of this:'
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { text: `${title}\n${detail}`, exitCode: exitCodes.unexpected }
}
