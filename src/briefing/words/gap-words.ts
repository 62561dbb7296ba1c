import type { Alert, IndicatorMeta } from '../../domain/page-data.js'
import { fill, type Text } from '../../domain/text.js'
import { sayPlain } from '../../domain/value-words.js'
import { periodText } from './phrases.js'

/** How many more or fewer units reach the warning line: “还差12家”, “还需减少3个村”; “已回到线内” where none are needed. */
export function sayGap(indicator: IndicatorMeta, { gap }: Pick<Alert, 'gap'>): Text {
  if (gap === null) return { zh: '已回到线内', en: 'back within the line' }
  // Units that are counted are whole; a gap in the value itself has the value's decimals.
  const decimals = indicator.unit === 'pct' && Number.isInteger(gap) ? 0 : indicator.decimals
  const number = sayPlain({ ...indicator, decimals }, gap)
  const values = { number, unit: indicator.gap_unit }
  return indicator.direction === 'higher_is_better'
    ? fill({ zh: '还差{number}{unit}', en: '{number} {unit} to go' }, values)
    : fill({ zh: '还需减少{number}{unit}', en: '{number} fewer {unit} needed' }, values)
}

/** In which period the line is reached at the present pace. */
export function sayArrival({ gap, arrival_period }: Pick<Alert, 'gap' | 'arrival_period'>): Text {
  if (gap === null) return { zh: '已回到线内', en: 'back within the line' }
  return arrival_period === null ? { zh: '到不了', en: 'not at this pace' } : periodText(arrival_period)
}
