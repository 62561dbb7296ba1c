import type { Alert } from '../../src/domain/alert-data.js'
import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import { sayChanges } from './change-words.js'
import { isPercent, sayLine, sayNumber, sayValue, splitValue, unitFor } from './number.js'
import { sayPeriod } from './period.js'
import { sayTraced } from './returned.js'
import type { View } from './view.js'

/** A figure's value in words: a count on a small base, 未报 where nothing came. */
export function sayFigure(
  view: View,
  figure: Pick<Figure, 'indicator_id' | 'value' | 'numerator' | 'denominator' | 'status'>,
): string {
  const { numerator, denominator } = figure
  if (figure.status === 'not_due') return view.say('status.not_due')
  const { unit } = view.indicator(figure.indicator_id)
  const isCounted = figure.status === 'small_base' && numerator !== null && denominator !== null
  if (isCounted && unit === 'change_pct')
    return view.say('figure.became', {
      before: sayNumber(view.lang, denominator),
      now: sayNumber(view.lang, denominator + numerator),
    })
  // Of an amount there is no “3 of 7”: it is said as it is, with its status beside it.
  if (isCounted && unit === 'pct')
    return view.say('figure.of', {
      numerator: sayNumber(view.lang, numerator),
      denominator: sayNumber(view.lang, denominator),
    })
  return sayValue(view.lang, view.indicator(figure.indicator_id), figure.value)
}

/** “12/13 个乡镇已报” when not every unit has reported; null when all have, or when it says nothing. */
export function sayIncomplete(view: View, figure: Figure): string | null {
  const { units_reported: reported, units_expected: expected } = figure
  if (reported >= expected || reported === 0) return null
  const { grain } = view.indicator(figure.indicator_id)
  return view.say('figure.reported', { reported, expected, unit: view.say(`level.${grain}`) })
}

/** How many more units reach the line: “还差 12 家”, “还需减少 12 个村”. Null when there is no gap. */
export function sayGap(view: View, item: Pick<Figure | Alert, 'gap' | 'indicator_id'>): string | null {
  if (item.gap === null) return null
  const indicator = view.indicator(item.indicator_id)
  const isMore = indicator.direction === 'higher_is_better'
  // A large sum goes by 万, rounded up: a gap must not be said smaller than it is.
  if (indicator.unit === 'yuan' && view.lang === 'zh' && item.gap >= 1e4) {
    const amount = splitValue(view.lang, indicator, Math.ceil(item.gap / 100) * 100)
    return view.say(isMore ? 'gap.more' : 'gap.fewer', amount)
  }
  const number = sayNumber(view.lang, item.gap, isPercent(indicator) ? 0 : indicator.decimals)
  const unit = unitFor(view.lang, number, view.pick(indicator.gap_unit))
  return view.say(isMore ? 'gap.more' : 'gap.fewer', { number, unit })
}

/** What is still to go to the target, “到目标还差 43 家”; null where there is none, it is reached, or it is all that there is. */
export function sayTargetGap(
  view: View,
  item: Pick<Figure | Alert, 'target_gap' | 'warning' | 'indicator_id'>,
): string | null {
  const gap = item.warning === null ? null : sayGap(view, { gap: item.target_gap, indicator_id: item.indicator_id })
  return gap === null ? null : view.say('gap.target', { gap })
}

type Arrival = Pick<Figure | Alert, 'gap' | 'arrival_period' | 'pace' | 'indicator_id'>

/** The period in which the line is reached at the present pace, or why there is none, for a column that says so in its head. */
export function sayArrival(view: View, item: Arrival): string {
  const { gap, arrival_period: period } = item
  if (gap === null) return view.say('arrival.there')
  if (view.indicator(item.indicator_id).counts_within_year) return view.say('arrival.within_year')
  return period === null ? view.say(`arrival.${noArrival(item)}`) : sayPeriod(view.lang, period)
}

/** The same in words that stand alone. */
export function sayArrivalInFull(view: View, item: Arrival): string {
  const { gap, arrival_period: period } = item
  if (gap === null) return view.say('arrival.there')
  if (view.indicator(item.indicator_id).counts_within_year) return view.say('arrival.within_year')
  const span = view.say(`span.${view.indicator(item.indicator_id).frequency}`)
  if (period === null) return view.say(`arrival.${noArrival(item)}.long`, { span })
  return view.say('arrival.at.long', { span, period: sayPeriod(view.lang, period) })
}

/** The same for the target; null where there is no gap to it. */
export function sayTargetArrival(
  view: View,
  item: Pick<Figure | Alert, 'target_gap' | 'target_arrival_period'>,
): string | null {
  const { target_gap: gap, target_arrival_period: period } = item
  return gap === null || period === null ? null : view.say('arrival.target', { period: sayPeriod(view.lang, period) })
}

/** Why no period can be said: one figure only, no movement, movement away, or more than twenty years to go. */
function noArrival({ pace }: Pick<Arrival, 'pace'>): 'unknown' | 'still' | 'backward' | 'beyond' {
  if (pace === null) return 'unknown'
  if (Math.abs(pace) < 1e-9) return 'still'
  return pace < 0 ? 'backward' : 'beyond'
}

/** Everything a reader may ask about a figure, one line each, then `remarks`: for the tip of a point. */
export function figureLines(view: View, figure: Figure, remarks: readonly string[] = []): string {
  const { lang } = view
  const indicator = view.indicator(figure.indicator_id)
  const lines = [`${view.name(figure.region_code)}  ${sayFigure(view, figure)}`, sayPeriod(lang, figure.period)]
  if (figure.status === 'small_base') lines.push(view.say('status.small_base'))
  if (figure.numerator !== null) lines.push(`${view.pick(indicator.numerator)}  ${sayNumber(lang, figure.numerator)}`)
  if (figure.denominator !== null)
    lines.push(`${view.pick(indicator.denominator)}  ${sayNumber(lang, figure.denominator)}`)
  lines.push(
    view.say('figure.reported', {
      reported: figure.units_reported,
      expected: figure.units_expected,
      unit: view.say(`level.${indicator.grain}`),
    }),
  )
  if (figure.warning !== null) lines.push(view.say('line.warning', { value: sayLine(lang, indicator, figure.warning) }))
  const gap = sayGap(view, figure)
  if (gap) lines.push(gap)
  for (const { than, change, parts } of sayChanges(view, figure)) {
    lines.push(view.say('change.line', { than, change }))
    if (parts) lines.push(parts)
  }
  return [...lines, ...remarks, sayTraced(view, figure)].join('\n')
}

/** “低于预警线” or “高于预警线”: which side of the line is the wrong one. */
export function wrongSide(view: View, indicator: IndicatorMeta): string {
  return view.say(indicator.direction === 'higher_is_better' ? 'side.below' : 'side.above')
}

/** For whom a line holds: `all`, `class:hill`, `region:990328`. */
export function sayScope(view: View, scope: string): string {
  const [kind = '', value = ''] = scope.split(':')
  if (kind === 'region') return view.name(value)
  return value === 'urban' || value === 'plain' || value === 'hill' || value === 'mountain'
    ? view.say(`class.${value}`)
    : view.say('scope.all')
}
