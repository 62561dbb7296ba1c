import { z } from 'zod'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { NotifySettings } from './settings.js'

/** Fields whose text may be repeated in a message: those where nobody would put a secret. */
const shown = /^(id|kind|lang|security|port|host|from|to|about|regions)$/

/**
 * The settings that a file (`path`) holds. Throws a Refusal (exit code 3) that names the field, the text found where that can be no
 * secret, and what is allowed.
 */
export function readSettings(path: string, text: string): NotifySettings {
  const parsed = NotifySettings.safeParse(parse(path, text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = z.core.toDotPath(issue?.path ?? [])
  const found = foundAt(parse(path, text), issue?.path ?? [])
  const said = z.locales.zhCN().localeError(issue as z.core.$ZodRawIssue)
  // Our own messages are in both languages; the library's are asked for in Chinese.
  const isOurs = /[\u4e00-\u9fff]/.test(issue?.message ?? '')
  const zh = isOurs || typeof said !== 'string' ? (issue?.message ?? '') : said
  throw new Refusal(
    {
      zh: `${path} 的 ${field || '最外层'}${found && `（“${found}”）`}：${zh}`,
      en: `${path}, ${field || 'top level'}${found && ` ("${found}")`}: ${issue?.message ?? ''}`,
    },
    exitCodes.refused,
    { cause: parsed.error },
  )
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    // The error of the engine repeats a piece of the file, which may be a secret.
    throw new Refusal(
      {
        zh: `${path} 不是合法的 JSON：请检查括号、引号和逗号`,
        en: `${path} is not valid JSON: check brackets, quotes and commas`,
      },
      exitCodes.refused,
    )
  }
}

function foundAt(whole: unknown, path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string')
  if (!shown.test(names.at(-1) ?? '')) return ''
  const found = path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part],
    whole,
  )
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}
