import type { Indicator } from './indicator.js'
import { monthsOf } from './period.js'
import type { Contradiction, RegionsByCode } from './region-contradiction.js'
import type { Text } from './text.js'
import type { Threshold } from './threshold.js'

type Wrong = Contradiction<Threshold>
type Column = keyof Threshold

/**
 * The first row of the registry that contradicts itself, another row, the indicators or the regions; null when none does. Every row's
 * indicator is known.
 */
export function thresholdContradiction(
  thresholds: readonly Threshold[],
  indicators: ReadonlyMap<string, Pick<Indicator, 'direction'>>,
  regions: RegionsByCode,
): Wrong | null {
  for (const row of thresholds) {
    const isMore = indicators.get(row.indicator_id)?.direction !== 'lower_is_better'
    const wrong = validityProblem(row) ?? regionProblem(row, regions) ?? sideProblem(row, isMore) ?? pathProblem(row)
    if (wrong) return wrong
  }
  return overlap(thresholds)
}

function wrongIn(row: Threshold, column: Column, zh: string, en: string): Wrong {
  return { rows: [row], column, text: { zh, en } }
}

function validityProblem(row: Threshold): Wrong | null {
  if (row.valid_to === null || monthsOf(row.valid_to).last >= monthsOf(row.valid_from).first) return null
  return wrongIn(
    row,
    'valid_to',
    `${row.valid_to} 早于 valid_from ${row.valid_from}；请改其中一个，长期有效的把 valid_to 留空`,
    `${row.valid_to} is before valid_from ${row.valid_from}; change one of them, or leave valid_to empty when there is no end`,
  )
}

/** A line for a region that is not on the list, or at a level that it is not of, would never hold. */
function regionProblem(row: Threshold, regions: RegionsByCode): Wrong | null {
  if (!row.scope.startsWith('region:')) return null
  const code = row.scope.slice('region:'.length)
  const known = regions.get(code) ?? []
  const [first, last] = spanOf(row)
  if (known.length === 0)
    return wrongIn(
      row,
      'scope',
      `地区表里没有代码 ${code}；请核对 regions.csv`,
      `the list of regions has no code ${code}; see regions.csv`,
    )
  if (!known.some(({ valid_from, valid_to }) => valid_from <= last && (valid_to ?? '9999-12') >= first))
    return wrongIn(
      row,
      'scope',
      `代码 ${code} 在这一行的有效期内不存在；请改 valid_from、valid_to 或代码`,
      `the code ${code} is not valid in any month of this row; change valid_from, valid_to or the code`,
    )
  if (row.region_level !== null && !known.some(({ region_level }) => region_level === row.region_level))
    return wrongIn(
      row,
      'region_level',
      `${code} 不是 ${row.region_level} 一级，而是 ${known[0]?.region_level}；可以留空`,
      `${code} is no ${row.region_level}, it is a ${known[0]?.region_level}; the column may be left empty`,
    )
  return null
}

/** Of two lines the critical one is further off, and the target is on the good side of both. */
function sideProblem(row: Threshold, isMore: boolean): Wrong | null {
  const { warning, critical, target } = row
  const isBetter = (one: number, other: number) => (isMore ? one > other : one < other)
  const direction: Text = isMore
    ? { zh: '越高越好', en: 'higher is better' }
    : { zh: '越低越好', en: 'lower is better' }
  if (warning !== null && critical !== null && !isBetter(warning, critical))
    return wrongIn(
      row,
      'critical',
      `指标${direction.zh}，严重线 ${critical} 应当比预警线 ${warning} 更差`,
      `${direction.en}, so the critical line ${critical} has to be worse than the warning line ${warning}`,
    )
  const line = warning ?? critical
  if (target !== null && line !== null && isBetter(line, target))
    return wrongIn(
      row,
      'target',
      `指标${direction.zh}，目标 ${target} 不能比${warning === null ? '严重线' : '预警线'} ${line} 更差`,
      `${direction.en}, so the target ${target} must not be worse than the ${warning === null ? 'critical' : 'warning'} line ${line}`,
    )
  return null
}

/** A path needs both ends, and time between them. */
function pathProblem(row: Threshold): Wrong | null {
  if (row.path === 'flat') return null
  for (const column of ['warning', 'target', 'target_due'] as const)
    if (row[column] === null)
      return wrongIn(
        row,
        column,
        'path 为 linear 时必须填写：从 warning 起，到 target_due 时达到 target',
        'must be filled in where path is linear: it runs from warning to target, which it reaches in target_due',
      )
  if (monthsOf(row.target_due ?? '').last > monthsOf(row.valid_from).last) return null
  return wrongIn(
    row,
    'target_due',
    `path 为 linear 时，${row.target_due} 应当晚于 valid_from ${row.valid_from}`,
    `where path is linear, ${row.target_due} has to be after valid_from ${row.valid_from}`,
  )
}

function overlap(thresholds: readonly Threshold[]): Wrong | null {
  const seen = new Map<string, Threshold[]>()
  for (const row of thresholds) {
    const key = `${row.indicator_id}/${row.scope}/${row.region_level}`
    const [first, last] = spanOf(row)
    const rivals = seen.get(key) ?? []
    const rival = rivals.find((other) => spanOf(other)[0] <= last && spanOf(other)[1] >= first)
    if (rival)
      return {
        rows: [rival, row],
        column: 'valid_from',
        text: {
          zh: `同一指标 ${row.indicator_id}、同一范围 ${row.scope} 的两行有效期重叠（${said(rival, 'zh')}；${said(row, 'zh')}）；请改 valid_from 或 valid_to，使前后相接`,
          en: `two rows for ${row.indicator_id} and scope ${row.scope} hold at the same time (${said(rival, 'en')}; ${said(row, 'en')}); change valid_from or valid_to so that one follows the other`,
        },
      }
    seen.set(key, [...rivals, row])
  }
  return null
}

/** The first and the last month in which a row holds. */
function spanOf({ valid_from, valid_to }: Threshold): [string, string] {
  return [monthsOf(valid_from).first, valid_to === null ? '9999-12' : monthsOf(valid_to).last]
}

function said({ valid_from, valid_to }: Threshold, lang: 'zh' | 'en'): string {
  if (valid_to === null) return { zh: `${valid_from} 起`, en: `from ${valid_from}` }[lang]
  return { zh: `${valid_from} 至 ${valid_to}`, en: `${valid_from} to ${valid_to}` }[lang]
}
