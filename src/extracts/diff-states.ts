import { shiftPeriod } from '../domain/period.js'
import type { ReleaseState, StateFigure, StateReturn } from '../domain/release-state.js'
import type { FigureChange, LineChange, ReturnChange, StateDifference } from '../domain/state-difference.js'
import { Verdict } from '../domain/submission.js'
import { diffAlerts } from './diff-alerts.js'
import { monthsRemembered } from './release-state.js'

/** What changed from one release to another, in a fixed order. Either may be of an earlier period than the other. */
export function diffStates(from: ReleaseState, to: ReleaseState): StateDifference {
  const named = ({ release, period, as_of }: ReleaseState) => ({ release, period, as_of })
  return {
    from: named(from),
    to: named(to),
    figures: diffFigures(from, to),
    alerts: diffAlerts(from, to),
    came: cameSince(from, to),
    missing: to.returns
      .filter(isNotWhole)
      .sort((a, b) => Number(a.last_month < b.last_month) - Number(a.last_month > b.last_month)),
    files: Object.fromEntries(
      Verdict.options.map((verdict) => [verdict, to.files[verdict] - from.files[verdict]]),
    ) as StateDifference['files'],
    lines: diffLines(from, to),
    reference: [...new Set([...Object.keys(from.reference), ...Object.keys(to.reference)])]
      .filter((name) => from.reference[name] !== to.reference[name])
      .sort(),
    code: from.code !== to.code,
    regions: comings(
      from.regions.map(({ region_code }) => region_code),
      to.regions.map(({ region_code }) => region_code),
    ),
    indicators: comings(
      from.indicators.map(({ id }) => id),
      to.indicators.map(({ id }) => id),
    ),
  }
}

function comings(before: readonly string[], after: readonly string[]): { added: string[]; gone: string[] } {
  return {
    added: after.filter((name) => !before.includes(name)),
    gone: before.filter((name) => !after.includes(name)),
  }
}

const figureKey = ({ region_code, indicator_id }: StateFigure) => `${region_code}/${indicator_id}`

function diffFigures(from: ReleaseState, to: ReleaseState): FigureChange[] {
  const earlier = new Map(from.figures.map((figure) => [figureKey(figure), figure]))
  const changes = to.figures.flatMap((after): FigureChange[] => {
    const before = earlier.get(figureKey(after)) ?? null
    const kind = kindOf(before, after)
    return kind === null ? [] : [{ kind, before, after }]
  })
  const isCity = ({ after }: FigureChange) => after.region_code === to.city
  return [...changes.filter(isCity), ...changes.filter((change) => !isCity(change))]
}

function kindOf(before: StateFigure | null, after: StateFigure): FigureChange['kind'] | null {
  if (before?.period !== after.period) return 'moved'
  const isSame = (['value', 'numerator', 'denominator'] as const).every((part) => before[part] === after[part])
  if (!isSame) return 'revised'
  return before.status === after.status ? null : 'judged'
}

const isNotWhole = ({ state }: StateReturn) => state === 'missing' || state === 'partly'
const returnKey = ({ dataset, reporting_unit, period }: StateReturn) => `${dataset}/${reporting_unit}/${period}`

/** What had not come whole and now has, or has come in part. A state is silent on the months before that came whole and on time. */
function cameSince(from: ReleaseState, to: ReleaseState): ReturnChange[] {
  const now = new Map(to.returns.map((one) => [returnKey(one), one]))
  const isRemembered = ({ last_month }: StateReturn) =>
    last_month < to.period && last_month >= shiftPeriod(to.period, -monthsRemembered)
  return from.returns.flatMap((before): ReturnChange[] => {
    if (before.state === 'on_time' || before.state === 'late') return []
    const after = now.get(returnKey(before))
    if (after === undefined) return isRemembered(before) ? [{ before, state: 'on_time', received_on: null }] : []
    const { state, received_on } = after
    if (state === 'missing' || state === 'not_due' || state === before.state) return []
    return [{ before, state, received_on }]
  })
}

/** Lines in force that differ, for the regions and indicators of both. */
function diffLines(from: ReleaseState, to: ReleaseState): LineChange[] {
  const earlier = new Map(from.figures.map((figure) => [figureKey(figure), figure]))
  const changes = new Map<string, LineChange>()
  for (const after of to.figures) {
    const before = earlier.get(figureKey(after))
    if (before === undefined) continue
    for (const line of ['warning', 'critical'] as const) {
      if (before[line] === after[line]) continue
      const { indicator_id } = after
      const key = JSON.stringify([indicator_id, line, before[line], after[line]])
      const change = changes.get(key) ?? { indicator_id, line, before: before[line], after: after[line], regions: 0 }
      changes.set(key, { ...change, regions: change.regions + 1 })
    }
  }
  return [...changes.values()]
}
