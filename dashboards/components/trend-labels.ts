import type { IndicatorMeta } from '../../src/domain/page-data.js'
import type { RegionCode } from '../../src/domain/region.js'
import { sayLine, sayValue } from './number.js'
import type { View } from './view.js'

/** What is drawn at a date. */
export interface Held {
  date: Date
  value: number | null
}

/** The lines of a trend that are named, in order of time. */
export interface NamedLines {
  city: readonly Held[]
  selected: readonly Held[]
  selectedCode: RegionCode | null
  warning: readonly Held[]
  critical: readonly Held[]
}

/** A name and value at the right end of a line. */
export interface EndLabel {
  value: number
  words: string
  color: string
  weight: 400 | 600
}

/** What is written at the right end of each line, in place of a legend: regions in bold, lines of the day not. */
export function endLabels(view: View, indicator: IndicatorMeta, lines: NamedLines): EndLabel[] {
  const last = (held: readonly Held[]) => held.findLast(({ value }) => value !== null)?.value ?? null
  // A line that no longer holds has no name at the end.
  const current = (held: readonly Held[]) => held.at(-1)?.value ?? null
  const region = (name: string, value: number | null, color: string): EndLabel[] =>
    value === null ? [] : [{ value, color, weight: 600, words: `${name} ${sayValue(view.lang, indicator, value)}` }]
  const line = (kind: 'warning' | 'critical'): EndLabel[] => {
    const value = current(lines[kind])
    if (value === null) return []
    const words = `${view.say(`line.${kind}.name`)} ${sayLine(view.lang, indicator, value)}`
    return [{ value, color: `var(--${kind})`, weight: 400, words }]
  }
  return [
    ...region(view.site.city.short_name, last(lines.city), 'var(--ink)'),
    ...region(lines.selectedCode ? view.shortName(lines.selectedCode) : '', last(lines.selected), 'var(--accent)'),
    ...line('warning'),
    ...line('critical'),
  ]
}
