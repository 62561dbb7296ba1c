import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { fill, type Text } from '../../domain/text.js'
import { clauses, listed } from './phrases.js'

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
 * “2个县区低于预警线，1个未报”; null where no county is held against a line. Those that did not report are said, for they are neither
 * beyond the line nor within it.
 */
export function sayBeyond({ direction }: IndicatorMeta, counties: number, counted: Beyond): Text | null {
  const { judged, beyond, missing } = counted
  if (judged === 0) return null
  const side = direction === 'higher_is_better' ? { zh: '低于', en: 'below' } : { zh: '高于', en: 'above' }
  const values = { counties, beyond, missing, side }
  const said = [
    beyond === 0
      ? fill({ zh: '没有县区{side}预警线', en: 'no county is {side} the warning line' }, values)
      : fill(
          {
            zh: '{beyond}个县区{side}预警线',
            en: '{beyond} of {counties} counties {side} the warning line',
          },
          values,
        ),
    ...(missing === 0 ? [] : [fill({ zh: '{missing}个未报', en: '{missing} not reported' }, values)]),
  ]
  return listed(said, clauses)
}
