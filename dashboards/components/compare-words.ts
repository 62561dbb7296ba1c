import type { Figure } from '../../src/domain/page-data.js'
import { isNothing, sayDifference, sayNumber, unitFor } from './number.js'
import type { View } from './view.js'

/**
 * How far two figures are apart, in the unit of the value, and of a share also in the units that are counted, by the first one's base:
 * “相差 3.2 个百分点，按石岑的基数合 12 家”. Which of the two is better off is not said.
 */
export function sayApart(a: Figure, b: Figure, view: View): string {
  const indicator = view.indicator(a.indicator_id)
  if (a.value === null || b.value === null || a.status === 'not_due' || b.status === 'not_due')
    return view.say('compare.unknown')
  if (a.status === 'small_base' || b.status === 'small_base') return view.say('compare.small')
  if (a.period !== b.period) return view.say('compare.periods')
  const apart = a.value - b.value
  if (isNothing(indicator, apart)) return view.say('compare.equal')
  const difference = sayDifference(view.lang, indicator, apart)
  const counted = indicator.unit === 'pct' && a.denominator !== null ? (Math.abs(apart) / 100) * a.denominator : 0
  if (Math.round(counted) === 0) return difference
  const number = sayNumber(view.lang, Math.round(counted))
  return view.say('compare.counted', {
    difference,
    region: view.shortName(a.region_code),
    number,
    unit: unitFor(view.lang, number, view.pick(indicator.gap_unit)),
  })
}
