import { periodText } from '../domain/period.js'
import type { ReleaseChanges } from '../domain/release-changes.js'
import type { ReleaseState } from '../domain/release-state.js'
import type { StateDifference } from '../domain/state-difference.js'
import { fill, type Text } from '../domain/text.js'
import { diffStates } from './diff-states.js'
import { countAlertChanges, sayAlerts } from './say-alerts.js'
import { sayBasis, sayChangedSources } from './say-basis.js'
import { directionOf, sayFigures } from './say-figures.js'
import { sayReturns } from './say-returns.js'
import { namesOf, type StateNames } from './state-names.js'

/** What changed from one release to another, in words. `from` null: there is none to compare with. */
export function releaseChanges(from: ReleaseState | null, to: ReleaseState): ReleaseChanges {
  if (from === null) return { previous: null, summary: [], groups: [] }
  const difference = diffStates(from, to)
  const names = namesOf(from, to)
  return {
    previous: difference.from,
    summary: summaryOf(difference, names),
    groups: [
      sayFigures(difference, names),
      sayAlerts(difference, names),
      sayReturns(difference, names),
      sayBasis(difference, names),
    ],
  }
}

/** The counts, a sentence a group; one sentence when nothing changed. */
function summaryOf(difference: StateDifference, names: StateNames): Text[] {
  const than = { release: difference.from.release, period: periodText(difference.from.period) }
  const others = [
    sayRevised(difference),
    stop(countAlertChanges(difference), { zh: '预警{said}', en: 'Alerts: {said}' }),
    sayFiles(difference),
    stop(sayChangedSources(difference), { zh: '{said}', en: 'Otherwise: {said}' }),
  ].flatMap((sentence) => sentence ?? [])
  return [fill(sayCity(difference, names, others.length === 0), than), ...others]
}

/** The city's figures by direction; “没有变化” when `isAll` and they did not change either. */
function sayCity(difference: StateDifference, names: StateNames, isAll: boolean): Text {
  const ofCity = difference.figures.filter(({ after }) => after.region_code === names.city)
  const count = (direction: -1 | 0 | 1) => ofCity.filter((change) => directionOf(change, names) === direction).length
  const opening = { zh: '与 {release} 期（{period}）相比，', en: 'Since release {release} ({period}) ' }
  const city = names.region(names.city)
  if (ofCity.length === 0) {
    const nothing = isAll
      ? { zh: '没有变化。', en: 'nothing has changed.' }
      : fill({ zh: '{city}的指标没有变化。', en: 'no indicator of {city} has changed.' }, { city })
    return { zh: opening.zh + nothing.zh, en: opening.en + nothing.en }
  }
  const said = fill(
    {
      zh: '{city}更新 {all} 项指标：{better} 项好转，{worse} 项变差，{same} 项持平。',
      en: '{city} has {all} new figures: {better} better, {worse} worse, {same} as before.',
    },
    { city, all: ofCity.length, better: count(1), worse: count(-1), same: count(0) },
  )
  return { zh: opening.zh + said.zh, en: opening.en + said.en }
}

function sayRevised({ figures }: StateDifference): Text | null {
  const revised = figures.filter(({ kind }) => kind === 'revised')
  if (revised.length === 0) return null
  const regions = new Set(revised.map(({ after }) => after.region_code)).size
  return fill(
    {
      zh: '同期数字更正 {count} 项，涉及 {regions} 个地区。',
      en: 'Figures of the same period revised: {count}, in {regions} regions.',
    },
    { count: revised.length, regions },
  )
}

/** Files received since, and returns that came and that did not. */
function sayFiles({ files, came, missing }: StateDifference): Text | null {
  const received = Object.values(files).reduce((sum, count) => sum + count, 0)
  if (received === 0 && came.length === 0) return null
  const words =
    files.refused + files.partly_accepted > 0
      ? {
          zh: '新收到文件 {received} 份，其中退回 {refused} 份、部分退回 {partly} 份；仍缺报表 {missing} 份。',
          en: 'New files: {received}, sent back {refused}, in part {partly}; returns still missing: {missing}.',
        }
      : {
          zh: '新收到文件 {received} 份；仍缺报表 {missing} 份。',
          en: 'New files: {received}; returns still missing: {missing}.',
        }
  const values = { received, refused: files.refused, partly: files.partly_accepted, missing: missing.length }
  return fill(words, values)
}

function stop(said: Text | null, sentence: Text): Text | null {
  return said === null ? null : fill({ zh: `${sentence.zh}。`, en: `${sentence.en}.` }, { said })
}
