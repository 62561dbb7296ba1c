import type { Frequency, Period } from '../../src/domain/period.js'
import type { Lang } from '../../src/domain/text.js'
import { t } from './messages.js'

const locale = (lang: Lang) => (lang === 'zh' ? 'zh-CN' : 'en-US')

const formats = new Map<string, Intl.DateTimeFormat>()

/** A format, made once: a chart says thousands of periods, and making one takes longer than using it a hundred times. */
function dateFormat(lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(lang), options)
  formats.set(key, format)
  return format
}

/** Monthly, quarterly or annual, as the period's form says. */
export function frequencyOf(period: Period): Frequency {
  return period.length === 4 ? 'A' : period[5] === 'Q' ? 'Q' : 'M'
}

/** The first day of a period, in UTC: charts put figures there. */
export function periodDate(period: Period): Date {
  const year = Number(period.slice(0, 4))
  const frequency = frequencyOf(period)
  if (frequency === 'A') return new Date(Date.UTC(year, 0, 1))
  const month = frequency === 'Q' ? (Number(period.slice(6)) - 1) * 3 : Number(period.slice(5)) - 1
  return new Date(Date.UTC(year, month, 1))
}

/** A period as people say it: 2026年10月 / Oct 2026, 2026年三季度 / Q3 2026, 2026年 / 2026. */
export function sayPeriod(lang: Lang, period: Period): string {
  const year = period.slice(0, 4)
  const frequency = frequencyOf(period)
  if (frequency === 'A') return t(lang, 'period.year', { year })
  if (frequency === 'Q')
    return t(lang, 'period.quarter', { year, quarter: t(lang, 'period.quarters')[Number(period.slice(6)) - 1] ?? '' })
  const month = lang === 'zh' ? 'long' : 'short'
  return dateFormat(lang, { year: 'numeric', month, timeZone: 'UTC' }).format(periodDate(period))
}

/** A day as people say it; anything after the day (a time of receipt) is left out. */
export function sayDay(lang: Lang, day: string): string {
  const month = lang === 'zh' ? 'long' : 'short'
  const options = { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' } as const
  return dateFormat(lang, options).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

/** A day without its year, for where the year is said beside it: 11月2日 / Nov 2. */
export function sayShortDay(lang: Lang, day: string): string {
  const options = { month: lang === 'zh' ? 'long' : 'short', day: 'numeric', timeZone: 'UTC' } as const
  return dateFormat(lang, options).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

/** The last month of a period, as `YYYY-MM`. */
export function lastMonth(period: Period): string {
  const frequency = frequencyOf(period)
  if (frequency === 'A') return `${period}-12`
  return frequency === 'Q' ? `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3).padStart(2, '0')}` : period
}

/** How many periods of the frequency: 3 个月 / 3 months. */
export function sayPeriods(lang: Lang, count: number, frequency: Frequency): string {
  return t(lang, `periods.${frequency}`, { count })
}
