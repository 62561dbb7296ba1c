import type { OriginState } from '../domain/figure-origin.js'
import type { Indicator } from '../domain/indicator.js'
import type { RegionClass } from '../domain/region.js'
import type { Status } from '../domain/status.js'
import type { Verdict } from '../domain/submission.js'
import type { Text } from '../domain/text.js'

/** What stands behind a value. */
export const unitTerms: Record<Indicator['unit'], Text> = {
  pct: { zh: ' %', en: ' %' },
  change_pct: { zh: ' %', en: ' %' },
  yuan: { zh: ' 元', en: ' yuan' },
  yuan_per_month: { zh: ' 元/月', en: ' yuan a month' },
  times: { zh: ' 倍', en: ' times' },
  cells: { zh: ' 格', en: ' cells' },
  items: { zh: ' 项', en: ' tasks' },
}

export const statusTerms: Record<Status, Text> = {
  ok: { zh: '达标', en: 'fine' },
  warning: { zh: '预警', en: 'warning' },
  critical: { zh: '严重', en: 'critical' },
  small_base: { zh: '基数小', en: 'small base' },
  not_reported: { zh: '未报', en: 'not reported' },
  not_due: { zh: '未到期', en: 'not due yet' },
}

/** Why a unit does not count. */
export const stateTerms: Record<Exclude<OriginState, 'counted'>, Text> = {
  incomplete: { zh: '未计入：分子或分母没有填报', en: 'not counted: a part was not reported' },
  dropped: { zh: '未计入：按更正清单剔除', en: 'not counted: taken out by a declared correction' },
  no_row: {
    zh: '未计入：县区报表里没有这一行，或这一行被退回',
    en: 'not counted: no such row in its county’s return, or sent back',
  },
  no_return: { zh: '未计入：县区没有可用的报表', en: 'not counted: no usable return of its county' },
  not_due: { zh: '未计入：还没到报送期限', en: 'not counted: not due yet' },
}

/** How a file ended; `{count}` rows of it were sent back. */
export const verdictTerms: Record<Verdict, Text> = {
  accepted: { zh: '接受', en: 'accepted' },
  accepted_with_warnings: { zh: '接受（有提醒）', en: 'accepted with warnings' },
  partly_accepted: { zh: '部分接受，退回 {count} 行', en: 'partly accepted, {count} rows sent back' },
  refused: { zh: '退回', en: 'refused' },
}

export const partTerms = {
  numerator: { zh: '分子', en: 'numerator' },
  denominator: { zh: '分母', en: 'denominator' },
  value: { zh: '算法', en: 'worked out as' },
} satisfies Record<string, Text>

/** How one of several rows is chosen. */
export function sayChoice(chosenBy: string): Text {
  const words: Record<string, Text> = {
    max: { zh: '取最大的', en: 'the largest' },
    min: { zh: '取最小的', en: 'the smallest' },
    sum: { zh: '相加', en: 'their sum' },
  }
  return words[chosenBy] ?? { zh: `取 ${chosenBy}`, en: chosenBy }
}

const classes: Record<RegionClass, Text> = {
  urban: { zh: '城区', en: 'urban districts' },
  plain: { zh: '平原县', en: 'plain counties' },
  hill: { zh: '丘陵县', en: 'hill counties' },
  mountain: { zh: '山区县', en: 'mountain counties' },
}

/** For whom a line holds: `all`, `class:hill`, `region:990328`. */
export function sayScope(scope: string): Text {
  const [kind, of = ''] = scope.split(':')
  if (kind === 'class') return classes[of as RegionClass] ?? { zh: of, en: of }
  return kind === 'region' ? { zh: `仅 ${of}`, en: `${of} only` } : { zh: '全部地区', en: 'all regions' }
}
