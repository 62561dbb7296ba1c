import { html } from 'htl'
import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import type { Period } from '../../src/domain/period.js'
import { sayNumber } from './number.js'
import { lastMonth, sayPeriod } from './period.js'
import { statusShape } from './status.js'
import type { View } from './view.js'

/** What a chart or table is about. */
export interface Subject {
  /** The kind of chart, for those who look for it and for the names of its files. */
  kind: 'trend' | 'dots' | 'bands' | 'transitions' | 'gaps' | 'grid' | 'alerts'
  /** Null: of several. */
  indicator: IndicatorMeta | null
  period: Period
  /** The figure of the whole, which says how many units are in; null where it has none. */
  whole: Figure | null
  /** The figures of its parts, of which some may not be due. */
  parts?: readonly Figure[]
}

/** “2026年10月：14 个应报单位中 13 个已报；第 2026-10-1 期；来源：…”: what stands under every chart, and in every file from it. */
export function sayReturned(view: View, { indicator, period, whole }: Subject): string {
  const known = indicator ?? (whole && view.indicator(whole.indicator_id))
  const returned = whole &&
    known && {
      reported: sayNumber(view.lang, whole.units_reported),
      expected: sayNumber(view.lang, whole.units_expected),
      unit: view.say(`level.${known.grain}`),
    }
  return [
    [sayPeriod(view.lang, period), returned && view.say('returned.of', returned)]
      .filter(Boolean)
      .join(view.say('colon')),
    view.say('returned.release', { release: view.site.release }),
    known && view.say('returned.source', { source: view.pick(known.return_title) }),
  ]
    .filter(Boolean)
    .join(view.say('semicolon'))
}

/** Which release a figure is of and the return that it comes from: the last line of a tip. */
export function sayTraced(view: View, figure: Pick<Figure, 'indicator_id'> | null): string {
  const source = figure && view.pick(view.indicator(figure.indicator_id).return_title)
  return [
    view.say('returned.release', { release: view.site.release }),
    ...(source ? [view.say('returned.source', { source })] : []),
  ].join(view.say('semicolon'))
}

/** Why figures may still change without anybody correcting them; null when they should not. */
export function sayProvisional(view: View, { indicator, period, parts = [] }: Subject): string | null {
  const notDue = parts.filter(({ status }) => status === 'not_due').length
  const end = lastMonth(period)
  if (end > view.site.period) return view.say('returned.still_open')
  if (notDue > 0) return view.say('returned.not_due', { count: notDue })
  if (indicator?.counts_within_year && !end.endsWith('-12'))
    return view.say('returned.within_year', { period: sayPeriod(view.lang, period) })
  return null
}

/** The same as a line of the page: with the shape of its status where units are missing, and why it is provisional. */
export function returnedLine(view: View, subject: Subject): HTMLElement {
  const { whole } = subject
  const isPartial = whole !== null && whole.units_reported < whole.units_expected
  const provisional = sayProvisional(view, subject)
  return html`<p class="returned">${isPartial ? statusShape(whole.units_reported ? 'partly' : 'missing') : null}
    ${provisional && html`<b>${view.say('returned.provisional')}${view.say('colon')}${provisional}</b>`}
    ${sayReturned(view, subject)}</p>`
}

/** The names of those that did not report, or the first few and how many there are. */
export function saySilent(view: View, codes: readonly string[]): string {
  const names = codes.map((code) => view.shortName(code))
  const list = names.slice(0, 6).join(view.say('list.comma'))
  return view.say('silent.names', {
    names: names.length > 6 ? view.say('silent.more', { names: list, count: names.length }) : list,
  })
}
