import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Lang } from '../domain/text.js'
import type { AuditFailure } from '../warehouse/transform.js'
import type { Home } from './home.js'
import { returnedFiles, sayReturned, sayReturnedIn } from './report.js'
import type { TakenIn } from './take-in-all.js'

/** Nothing was ever received. */
export function inboxEmpty(home: Home): Refusal {
  return new Refusal(
    {
      zh: `收件箱是空的：${home.inbox}。请放入报表文件；想先看示例，运行 jiceng sample`,
      en: `the inbox is empty: ${home.inbox}. Put returns there; for an example run jiceng sample`,
    },
    exitCodes.refused,
  )
}

/** Nothing was received up to the day that is asked for. */
export function nothingKnown(day: string): Refusal {
  return new Refusal(
    {
      zh: `到 ${day} 为止还没有收到任何文件；最早的收件日期见 archive/submissions.jsonl`,
      en: `nothing had been received by ${day}; archive/submissions.jsonl has the first days`,
    },
    exitCodes.refused,
  )
}

/** Every new file was refused, so there is nothing to publish. */
export function inputsRefused(taken: readonly TakenIn[], returnedIn: string | null): Refusal {
  const files = returnedFiles(taken)
  const copies = sayReturnedIn(returnedIn)
  return new Refusal(
    {
      zh: `新收到的 ${files.length} 个文件都被退回，没有发布，已发布的一期不变：\n${sayReturned(files, 'zh')}${copies.zh}`,
      en: `all ${files.length} new files were refused; nothing was published and the current release stays:\n${sayReturned(files, 'en')}${copies.en}`,
    },
    exitCodes.refused,
  )
}

/** No accepted return is about a month, so there is no month to publish. */
export function noMonth(): Refusal {
  return new Refusal(
    {
      zh: '没有任何一份月报被接受，无法确定要发布哪个月；可用 --period 2026-10 指定',
      en: 'no monthly return was accepted, so there is no month to publish; name one with --period 2026-10',
    },
    exitCodes.refused,
  )
}

/** An audit found rows that must not be there. */
export function auditsFailed(failures: readonly AuditFailure[]): Refusal {
  const lines = (lang: Lang) =>
    failures
      .flatMap(({ name, meaning, rows, first }) => [
        `  ${name} (${rows}): ${meaning[lang]}`,
        ...first.map((row) => `    ${JSON.stringify(row)}`),
      ])
      .join('\n')
  return new Refusal(
    {
      zh: `${failures.length} 项核查未通过，没有发布，已发布的一期不变：\n${lines('zh')}`,
      en: `${failures.length} audits failed; nothing was published and the current release stays:\n${lines('en')}`,
    },
    exitCodes.audits,
  )
}
