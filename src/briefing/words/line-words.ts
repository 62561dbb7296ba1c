import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { fill, type Text } from '../../domain/text.js'

/** How many counties are held against a line, how many are beyond it, and how many have not reported. */
export interface Beyond {
  judged: number
  beyond: number
  missing: number
}

/** Counts the counties' figures of one indicator. */
export function countBeyond(figures: readonly Pick<Figure, 'status'>[]): Beyond {
  const count = (...statuses: (string | null)[]) => figures.filter(({ status }) => statuses.includes(status)).length
  return {
    judged: count('critical', 'warning', 'ok'),
    beyond: count('critical', 'warning'),
    missing: count('not_reported'),
  }
}

/**
 * “2个县区低于预警线”, “县区均未越线”; null where no county is held against a line. Where some have not reported, it is only said of
 * those that have that they are within it.
 */
export function sayBeyond({ direction }: IndicatorMeta, counties: number, counted: Beyond): Text | null {
  const { judged, beyond, missing } = counted
  if (judged === 0) return null
  if (beyond === 0)
    return missing === 0
      ? { zh: '县区均未越线', en: 'no county beyond the line' }
      : { zh: '已报县区均未越线', en: 'no county that reported is beyond the line' }
  const side = direction === 'higher_is_better' ? { zh: '低于', en: 'below' } : { zh: '高于', en: 'above' }
  return fill(
    { zh: '{beyond}个县区{side}预警线', en: '{beyond} of {counties} counties {side} the warning line' },
    { counties, beyond, side },
  )
}
