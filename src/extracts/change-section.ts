import type { ChangeGroup, ChangeLine, ChangeSection } from '../domain/release-changes.js'
import type { Status } from '../domain/status.js'
import { fill, type Text } from '../domain/text.js'

/** Lines of one kind that are listed at most: the count has them all. */
const listed = 200

/** A section under a title with a `{count}`; null when there is nothing to list. `count` when it is not the number of lines. */
export function sectionOf(title: Text, lines: readonly ChangeLine[], count = lines.length): ChangeSection | null {
  if (lines.length === 0) return null
  return {
    title: fill(title, { count }),
    lines: lines.slice(0, listed),
    unlisted: Math.max(0, lines.length - listed),
  }
}

/** The sections of a group that there are. */
export function groupOf(id: ChangeGroup['id'], sections: readonly (ChangeSection | null)[]): ChangeGroup {
  return { id, sections: sections.filter((section) => section !== null) }
}

/** A day without its year: 10月20日, Oct 20. */
export function dayText(day: string): Text {
  const date = new Date(`${day}T00:00:00Z`)
  const said = (locale: string, month: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' }).format(date)
  return { zh: said('zh-CN', 'long'), en: said('en-US', 'short') }
}

const statusWords: Record<Status, Text> = {
  not_due: { zh: '未到期', en: 'not due' },
  not_reported: { zh: '未报', en: 'not reported' },
  small_base: { zh: '基数小', en: 'small base' },
  critical: { zh: '严重', en: 'critical' },
  warning: { zh: '预警', en: 'warning' },
  ok: { zh: '达标', en: 'fine' },
}

/** A status as people say it; null: no line is set. */
export function sayStatus(status: Status | null): Text {
  return status === null ? { zh: '未设线', en: 'no line' } : statusWords[status]
}
