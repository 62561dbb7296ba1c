import type { Lang } from '../../src/domain/text.js'

const locales: Record<Lang, string> = { zh: 'zh-CN', en: 'en-US' }

/** Those made so far: making one takes the browser a thousand times as long as using it, and a page writes thousands of numbers. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

/** The browser's formatter of numbers in a language. */
export function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(`${lang} number ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locales[lang], options))
}

/** The browser's formatter of days in a language; a day has no time zone, so all are in UTC. */
export function dayFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(
    `${lang} day ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: 'UTC' }),
  )
}

function once<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
  const format = (made.get(key) as Format | undefined) ?? make()
  made.set(key, format)
  return format
}
