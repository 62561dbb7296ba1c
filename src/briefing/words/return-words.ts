import type { CompletenessLine } from '../../domain/page-data.js'
import type { RegionCode } from '../../domain/region.js'
import type { CompletenessState } from '../../domain/status.js'
import { fill, joined, type Text } from '../../domain/text.js'
import { clauses, same } from './phrases.js'

/** Worst first: a unit with several returns is counted by the worst of them, and as late besides. */
const order = ['missing', 'partly', 'not_due'] as const

/**
 * The data stamp: “14个应报单位全部报送，2个迟报（…）”, over all returns of the month. `name` gives the name of a unit.
 */
export function sayStamp(lines: readonly CompletenessLine[], name: (code: RegionCode) => string): Text {
  if (lines.length === 0) return { zh: '本月没有应报的报表', en: 'no return was due for the month' }
  const units = Math.max(...lines.map(({ expected }) => expected))
  const states = new Map<RegionCode, Set<CompletenessState>>()
  for (const { region_code, state } of lines.flatMap((line) => line.units))
    states.set(region_code, (states.get(region_code) ?? new Set()).add(state))
  const worst = (seen: Set<CompletenessState>) => order.find((state) => seen.has(state)) ?? 'late'
  const having = (state: CompletenessState) =>
    [...states]
      .filter(([, seen]) => (state === 'late' ? seen.has('late') : worst(seen) === state))
      .map(([code]) => code)
  const said = (state: CompletenessState, words: Text) => {
    const codes = having(state).sort()
    if (codes.length === 0) return []
    return [fill(words, { count: codes.length, names: joined(codes.map((code) => same(name(code)))) })]
  }
  const incomplete = order.flatMap(having).length
  const whole =
    incomplete === 0
      ? fill({ zh: '{units}个应报单位全部报送', en: 'all {units} units have returned' }, { units })
      : fill(
          { zh: '{units}个应报单位中{whole}个报送齐全', en: '{whole} of {units} units have returned everything' },
          { units, whole: units - incomplete },
        )
  return joined(
    [
      whole,
      ...said('missing', { zh: '{count}个有报表未报（{names}）', en: 'lacking a return: {count} ({names})' }),
      ...said('partly', { zh: '{count}个报送不全（{names}）', en: 'returned in part: {count} ({names})' }),
      ...said('not_due', { zh: '{count}个未到报送期限', en: 'not due yet: {count}' }),
      ...said('late', { zh: '{count}个迟报（{names}）', en: 'late: {count} ({names})' }),
    ],
    clauses,
  )
}
