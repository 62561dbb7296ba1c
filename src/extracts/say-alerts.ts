import { periodText } from '../domain/period.js'
import type { ChangeGroup, ChangeLine } from '../domain/release-changes.js'
import type { AlertChange, StateDifference } from '../domain/state-difference.js'
import { fill, type Text } from '../domain/text.js'
import { sayValue } from '../domain/value-words.js'
import { groupOf, sayStatus, sectionOf } from './change-section.js'
import { subjectOf } from './say-figures.js'
import type { StateNames } from './state-names.js'

type Kind = AlertChange['kind']

/** In the order in which they are told. */
const kinds: readonly Kind[] = ['opened', 'worse', 'closed', 'withdrawn', 'redated', 'gone']

const titles: Record<Kind, Text> = {
  opened: { zh: '新增预警 {count} 条', en: 'Alerts opened: {count}' },
  worse: { zh: '加重 {count} 条', en: 'Alerts that got worse: {count}' },
  closed: { zh: '解除预警 {count} 条', en: 'Alerts closed: {count}' },
  withdrawn: { zh: '因数据更正撤销 {count} 条', en: 'Alerts withdrawn by a correction: {count}' },
  redated: { zh: '因数据更正改变起始时间 {count} 条', en: 'Alerts that a correction dated otherwise: {count}' },
  gone: { zh: '随地区或指标撤并而结束 {count} 条', en: 'Alerts that ended with their region or indicator: {count}' },
}

const sentences: Record<Kind, Text> = {
  opened: { zh: '{value}，{status}，自{opened}起', en: '{value}, {status}, since {opened}' },
  worse: { zh: '{before} → {value}，由{was}转为{status}', en: '{before} → {value}, from {was} to {status}' },
  closed: { zh: '回到{value}，{closed}解除（自{opened}起）', en: 'back at {value}, closed {closed} (since {opened})' },
  withdrawn: { zh: '原自{opened}起，更正前为{value}', en: 'was open since {opened}; before the correction {value}' },
  redated: { zh: '由{before_opened}起改为{opened}起', en: 'begins {opened} instead of {before_opened}' },
  gone: { zh: '原自{opened}起，最近为{value}', en: 'was open since {opened}, {value} at last' },
}

/** Alerts that opened, got worse, closed, or that a correction undid. */
export function sayAlerts({ alerts }: StateDifference, names: StateNames): ChangeGroup {
  return groupOf(
    'alerts',
    kinds.map((kind) =>
      sectionOf(
        titles[kind],
        alerts.filter((change) => change.kind === kind).map((change) => lineOf(change, names)),
      ),
    ),
  )
}

/** “新增 3 条，解除 2 条”; null when nothing changed. */
export function countAlertChanges({ alerts }: StateDifference): Text | null {
  const counted = (
    [
      ['opened', { zh: '新增 {count} 条', en: '{count} opened' }],
      ['worse', { zh: '加重 {count} 条', en: '{count} got worse' }],
      ['closed', { zh: '解除 {count} 条', en: '{count} closed' }],
      ['withdrawn', { zh: '撤销 {count} 条', en: '{count} withdrawn' }],
    ] as const
  ).flatMap(([kind, words]) => {
    const count = alerts.filter((change) => change.kind === kind).length
    return count === 0 ? [] : [fill(words, { count })]
  })
  if (counted.length === 0) return null
  return { zh: counted.map(({ zh }) => zh).join('，'), en: counted.map(({ en }) => en).join(', ') }
}

function lineOf({ kind, before, alert }: AlertChange, names: StateNames): ChangeLine {
  const indicator = names.indicator(alert.indicator_id)
  const values = {
    value: sayValue(indicator, alert.latest_value),
    status: sayStatus(alert.latest_status),
    opened: periodText(alert.opened_period),
    closed: periodText(alert.closed_period ?? alert.latest_period),
    before: sayValue(indicator, before?.latest_value ?? null),
    was: sayStatus(before?.latest_status ?? null),
    before_opened: periodText(before?.opened_period ?? alert.opened_period),
  }
  return {
    region_code: alert.region_code,
    subject: subjectOf(alert, names),
    said: fill(sentences[kind], values),
    status: kind === 'opened' || kind === 'worse' ? alert.latest_status : null,
  }
}
