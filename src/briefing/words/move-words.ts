import { isPercent } from '../../domain/indicator.js'
import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { type Frequency, frequencyOf } from '../../domain/period.js'
import { fill, type Text } from '../../domain/text.js'
import { sayDifference } from '../../domain/value-words.js'

const previousWords: Record<Frequency, Text> = {
  M: { zh: '上月', en: 'last month' },
  Q: { zh: '上季度', en: 'last quarter' },
  A: { zh: '上年', en: 'the year before' },
}
const yearWord: Text = { zh: '上年同期', en: 'a year before' }

/** Rates and ratios rise and fall; sums and counts grow and shrink. English says up and down of both. */
const verbs = {
  level: { up: { zh: '上升', en: 'up' }, down: { zh: '下降', en: 'down' } },
  amount: { up: { zh: '增加', en: 'up' }, down: { zh: '减少', en: 'down' } },
} satisfies Record<string, Record<'up' | 'down', Text>>

/**
 * By how much a figure moved since the period or the year before: “比上月上升0.3个百分点”, “与上月持平”. A difference of rates is said in
 * percentage points, never in per cent. Null where it cannot be said: one of the two is not known, or the base is small, where one unit
 * moves a rate by many points.
 */
export function sayMove(indicator: IndicatorMeta, figure: Figure, since: 'previous' | 'year_before'): Text | null {
  const change = figure[since]
  if (figure.value === null || change === null || figure.status === 'small_base') return null
  const than = since === 'previous' ? previousWords[frequencyOf(figure.period)] : yearWord
  const difference = figure.value - change.value_before
  const size = sayDifference(indicator, Math.abs(difference))
  if (size === null) return fill({ zh: '与{than}持平', en: 'unchanged from {than}' }, { than })
  const kind = isPercent(indicator) || indicator.unit === 'times' ? 'level' : 'amount'
  const verb = verbs[kind][difference > 0 ? 'up' : 'down']
  // Without its sign: the verb says which way.
  const by = { zh: size.zh.slice(1), en: size.en.slice(1) }
  return fill({ zh: '比{than}{verb}{by}', en: '{verb} {by} on {than}' }, { than, verb, by })
}

/** That there is nothing to compare with: “无上月可比数”. */
export function sayNoMove(figure: Pick<Figure, 'period'>): Text {
  const than = previousWords[frequencyOf(figure.period)]
  return fill({ zh: '无{than}可比数', en: 'no figure of {than} to compare with' }, { than })
}
