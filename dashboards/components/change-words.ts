import type { Change, Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import { isNothing, sayAddend, sayDifference, stepOf } from './number.js'
import { frequencyOf } from './period.js'
import { roundedParts } from './rounded-parts.js'
import type { View } from './view.js'

/** A change in words: how much, and what it comes from where that can be said. */
export interface ChangeWords {
  /** Since when: 上月, 上年同期. */
  than: string
  change: string
  parts: string | null
}

/** What of a figure a change is told of. */
type Changed = Pick<Figure, 'indicator_id' | 'period' | 'status' | 'value' | 'previous' | 'year_before'>

/**
 * The changes of a figure that can be said, since the period before first. None of a small base: when one unit changes it jumps by many
 * points, which says nothing.
 */
export function sayChanges(view: View, figure: Changed): ChangeWords[] {
  if (figure.status === 'small_base') return []
  const indicator = view.indicator(figure.indicator_id)
  const { previous, year_before, period } = figure
  const isAnnual = frequencyOf(period) === 'A'
  return [
    { than: previousWord(view, figure), earlier: previous },
    { than: view.say('year_before'), earlier: isAnnual ? null : year_before },
  ].flatMap(({ than, earlier }) => {
    const change = sayChange(view, indicator, figure.value, earlier?.value_before ?? null)
    return change === null || earlier === null
      ? []
      : [{ than, change, parts: sayParts(view, indicator, figure, earlier) }]
  })
}

/** The change from an earlier value in words: how much, and whether for the better. Null when either is missing. */
export function sayChange(
  view: View,
  indicator: IndicatorMeta,
  now: number | null,
  before: number | null,
): string | null {
  if (now === null || before === null) return null
  const change = now - before
  if (isNothing(indicator, change)) return view.say('change.none')
  const isBetter = change > 0 === (indicator.direction === 'higher_is_better')
  const amount = sayDifference(view.lang, indicator, change)
  const way = view.say(isBetter ? 'change.better' : 'change.worse')
  return view.say(change > 0 ? 'change.up' : 'change.down', { amount, way })
}

/** “其中新建组织 +2.0，企业增加 -0.8”: parts that add up to the change as it is shown, without those that show as zero. */
function sayParts(view: View, indicator: IndicatorMeta, { value }: Changed, change: Change): string | null {
  const { value_before, from_numerator, from_denominator, from_units, is_same_units } = change
  const words = indicator.part_words
  if (value === null) return null
  if (words === null || from_numerator === null || from_denominator === null || from_units === null)
    return is_same_units ? null : view.say('change.other_units')
  const total = value - value_before
  const { by, decimals } = stepOf(view.lang, indicator, total)
  const step = by * 10 ** -decimals
  const [numerator = 0, denominator = 0, units = 0] = roundedParts(
    [from_numerator, from_denominator, from_units],
    total,
    step,
  )
  const told = [
    { amount: numerator, word: view.pick(numerator > 0 ? words.numerator.more : words.numerator.fewer) },
    // What is divided by grows: the rate falls.
    { amount: denominator, word: view.pick(denominator > 0 ? words.denominator.fewer : words.denominator.more) },
    { amount: units, word: view.say('change.units') },
  ].filter(({ amount }) => Math.abs(amount) >= step / 2)
  const [first] = told
  if (!first) return null
  if (told.length === 1) return view.say('change.all_from', { word: first.word })
  const parts = told.map(({ amount, word }) =>
    view.say('change.part', { word, amount: sayAddend(view.lang, amount / by, decimals) }),
  )
  const list = parts.join(view.say('comma'))
  // Parts of nothing are not among it: they cancel out.
  return isNothing(indicator, total) ? list : view.say('change.parts', { parts: list })
}

/** The word for the period before: 上月, 上季度, 上年. */
export function previousWord(view: View, figure: Pick<Figure, 'period'>): string {
  return view.say(`previous.${frequencyOf(figure.period)}`)
}
