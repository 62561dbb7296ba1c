import type { Alert } from '../../domain/alert-data.js'
import { isPercent } from '../../domain/indicator.js'
import type { IndicatorMeta } from '../../domain/page-data.js'
import { periodText } from '../../domain/period.js'
import { fill, type Text } from '../../domain/text.js'
import { sayPlain, unitAfter } from '../../domain/value-words.js'

/** How many more or fewer units reach the warning line: “还差12家”, “还需减少3个村”; “已回到线内” where none are needed. */
export function sayGap(indicator: IndicatorMeta, { gap }: Pick<Alert, 'gap'>): Text {
  if (gap === null) return { zh: '已回到线内', en: 'back within the line' }
  // Units that are counted are whole; a gap in the value itself has the value's decimals.
  const decimals = isPercent(indicator) && Number.isInteger(gap) ? 0 : indicator.decimals
  const number = sayPlain({ ...indicator, decimals }, gap)
  const values = { number, unit: unitAfter(gap, indicator.gap_unit) }
  return indicator.direction === 'higher_is_better'
    ? fill({ zh: '还差{number}{unit}', en: '{number} {unit} to go' }, values)
    : fill({ zh: '还需减少{number}{unit}', en: '{number} fewer {unit} needed' }, values)
}

/** In which period the line is reached at the present pace, or why none can be said. */
export function sayArrival(
  { counts_within_year }: Pick<IndicatorMeta, 'counts_within_year'>,
  { gap, arrival_period, pace }: Pick<Alert, 'gap' | 'arrival_period' | 'pace'>,
): Text {
  if (gap === null) return { zh: '已回到线内', en: 'back within the line' }
  if (counts_within_year) return { zh: '全年累计，不推算', en: 'counted by the year, not projected' }
  if (arrival_period !== null) return periodText(arrival_period)
  if (pace === null) return { zh: '速度未知', en: 'no pace yet' }
  if (Math.abs(pace) < 1e-9) return { zh: '没有变化', en: 'not moving' }
  return pace < 0 ? { zh: '在变差', en: 'moving away' } : { zh: '20年内到不了', en: 'not in 20 years' }
}
