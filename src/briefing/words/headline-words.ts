import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { type Period, periodText } from '../../domain/period.js'
import { fill, joined, type Text } from '../../domain/text.js'
import { sayFigure } from './figure-words.js'
import { countBeyond, sayBeyond } from './line-words.js'
import { sayMove, sayNoMove } from './move-words.js'
import { clauses } from './phrases.js'

/** What a sentence about a headline indicator is made of. */
export interface HeadlineFacts {
  indicator: IndicatorMeta
  /** The city's latest figure; null when nothing has ever been reported. */
  city: Figure | null
  /** The counties' figures of the same period. */
  counties: readonly Figure[]
  /** The month of the bulletin: a figure of another period says so. */
  period: Period
  /** False where it is the figure of the last bulletin: there is nothing to tell but the value. */
  isNew: boolean
}

/**
 * A headline indicator in one sentence without its full stop: value, how it moved, and how many counties are beyond the line: “非公企业党组织
 * 覆盖率88.0%，比上月上升0.3个百分点，2个县区低于预警线”.
 */
export function sayHeadline({ indicator, city, counties, period, isNew }: HeadlineFacts): Text {
  const { name } = indicator
  if (city === null) return fill({ zh: '{name}尚无数据', en: '{name}: no figure yet' }, { name })
  const when =
    city.period === period
      ? { zh: '', en: '' }
      : fill({ zh: '（{of}）', en: ' ({of})' }, { of: periodText(city.period) })
  const value = sayFigure(indicator, city)
  const parts = [fill({ zh: '{name}{when}{value}', en: '{name}{when} {value}' }, { name, when, value })]
  if (!isNew) return joined(parts)
  if (city.value !== null && city.status !== 'small_base')
    parts.push(sayMove(indicator, city, 'previous') ?? sayNoMove(city))
  const beyond = sayBeyond(indicator, counties.length, countBeyond(counties))
  if (beyond) parts.push(beyond)
  return joined(parts, clauses)
}
