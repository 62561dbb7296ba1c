import { frequencyOf, periodText } from '../domain/period.js'
import type { ChangeGroup, ChangeLine } from '../domain/release-changes.js'
import type { StateFigure } from '../domain/release-state.js'
import type { FigureChange, StateDifference } from '../domain/state-difference.js'
import type { Status } from '../domain/status.js'
import { fill, joined, type Text } from '../domain/text.js'
import { sayDifference, sayValue } from '../domain/value-words.js'
import { groupOf, sayStatus, sectionOf } from './change-section.js'
import type { StateNames } from './state-names.js'

const titles = {
  city: { zh: '{city}指标更新 {count} 项', en: '{city}: indicators updated: {count}' },
  crossed: { zh: '县区状态变化 {count} 项', en: 'Counties whose status changed: {count}' },
  revised: { zh: '同期数字更正 {count} 项', en: 'Figures of the same period revised: {count}' },
} satisfies Record<string, Text>

/** Worst first: what a reader has to see when the list is cut. */
const order: readonly (Status | null)[] = ['critical', 'warning', 'not_reported', 'small_base', 'ok', null]

/** The city's figures, headlines first; the counties that crossed a line; and what was put right in figures that were already out. */
export function sayFigures({ figures }: StateDifference, names: StateNames): ChangeGroup {
  const isCity = ({ after }: FigureChange) => after.region_code === names.city
  const isHeadline = ({ after }: FigureChange) => names.indicator(after.indicator_id).headline
  const ofCity = figures.filter((change) => isCity(change) && change.kind !== 'revised')
  const crossed = figures
    .filter((change) => !isCity(change) && change.kind !== 'revised' && hasCrossed(change))
    .sort((a, b) => order.indexOf(a.after.status) - order.indexOf(b.after.status))
  const revised = figures.filter(({ kind }) => kind === 'revised')
  return groupOf('figures', [
    sectionOf(
      fill(titles.city, { city: names.region(names.city) }),
      [...ofCity.filter(isHeadline), ...ofCity.filter((change) => !isHeadline(change))].map((change) =>
        lineOf(change, names, names.indicator(change.after.indicator_id).name),
      ),
    ),
    sectionOf(
      titles.crossed,
      crossed.map((change) => lineOf(change, names, subjectOf(change.after, names))),
    ),
    sectionOf(
      titles.revised,
      revised.map((change) => {
        const subject = joined([subjectOf(change.after, names), periodText(change.after.period)], {
          zh: '，',
          en: ', ',
        })
        return lineOf(change, names, subject)
      }),
    ),
  ])
}

/** A region and an indicator in one. */
export function subjectOf(item: Pick<StateFigure, 'region_code' | 'indicator_id'>, names: StateNames): Text {
  const [region, { name }] = [names.region(item.region_code), names.indicator(item.indicator_id)]
  return { zh: `${region.zh} ${name.zh}`, en: `${region.en}: ${name.en}` }
}

/** Whether a change is for the better (1), for the worse (-1), or neither (0); null where there are no two values to compare. */
export function directionOf({ before, after }: FigureChange, names: StateNames): -1 | 0 | 1 | null {
  if (before === null || before.value === null || after.value === null) return null
  const indicator = names.indicator(after.indicator_id)
  if (sayDifference(indicator, after.value - before.value) === null) return 0
  return after.value > before.value === (indicator.direction === 'higher_is_better') ? 1 : -1
}

/** A return that is not due yet, or no longer, says nothing about the county. */
function hasCrossed({ before, after }: FigureChange): boolean {
  return before !== null && before.status !== after.status && after.status !== 'not_due' && before.status !== 'not_due'
}

function lineOf(change: FigureChange, names: StateNames, subject: Text): ChangeLine {
  const { before, after } = change
  const status = before !== null && before.status !== after.status ? after.status : null
  return { region_code: after.region_code, subject, said: sayChange(change, names), status }
}

function sayChange(change: FigureChange, names: StateNames): Text {
  const { before, after } = change
  const [was, is] = [before === null ? null : sayFigure(before, names), sayFigure(after, names)]
  const parts: Text[] = []
  if (was === null) parts.push(is)
  else if (was.zh !== is.zh)
    parts.push(fill({ zh: '{was} → {is}{by}', en: '{was} → {is}{by}' }, { was, is, by: sayBy(change, names) }))
  else
    parts.push(
      change.kind === 'revised' ? sayParts(change, is) : change.kind === 'judged' ? is : fill(unchanged, { is }),
    )
  if (before !== null && before.status !== after.status) {
    const values = { was: sayStatus(before.status), is: sayStatus(after.status) }
    parts.push(fill({ zh: '由{was}转为{is}', en: 'from {was} to {is}' }, values))
  }
  // A month goes without saying: it is the release's own.
  if (change.kind === 'moved' && frequencyOf(after.period) !== 'M') parts.push(periodText(after.period))
  return joined(parts, { zh: '，', en: ', ' })
}

const unchanged: Text = { zh: '{is}，持平', en: '{is}, unchanged' }

/**
 * “（+0.3个百分点，好转）”; nothing where there are no two values to compare, or one is only told as a count. Where the status changed,
 * that says whether it is for the better.
 */
function sayBy(change: FigureChange, names: StateNames): Text {
  const { before, after } = change
  const nothing = { zh: '', en: '' }
  const isCounted = before?.status === 'small_base' || after.status === 'small_base'
  if (before === null || before.value === null || after.value === null || isCounted) return nothing
  const by = sayDifference(names.indicator(after.indicator_id), after.value - before.value)
  // What is shown differs, but only because the one was rounded down and the other up.
  if (by === null) return { zh: '，基本持平', en: ', about the same' }
  if (before.status !== after.status) return { zh: `（${by.zh}）`, en: ` (${by.en})` }
  const way = directionOf(change, names) === 1 ? { zh: '好转', en: 'better' } : { zh: '变差', en: 'worse' }
  return { zh: `（${by.zh}，${way.zh}）`, en: ` (${by.en}, ${way.en})` }
}

/** A revision that does not show in the value: its parts. */
function sayParts({ before, after }: FigureChange, is: Text): Text {
  const values = {
    is,
    was_over: `${before?.numerator ?? '—'}/${before?.denominator ?? '—'}`,
    is_over: `${after.numerator ?? '—'}/${after.denominator ?? '—'}`,
  }
  return fill({ zh: '{is}（{was_over} → {is_over}）', en: '{is} ({was_over} → {is_over})' }, values)
}

/** A value; a count where the base is small. */
function sayFigure({ status, numerator, denominator, value, indicator_id }: StateFigure, names: StateNames): Text {
  if (status === 'small_base' && numerator !== null && denominator !== null)
    return fill(
      { zh: '{denominator}个中{numerator}个', en: '{numerator} of {denominator}' },
      { numerator, denominator },
    )
  if (status === 'not_due') return sayStatus(status)
  return sayValue(names.indicator(indicator_id), value)
}
