import type { CorrectedCell, FigureHistory, Revision } from '../../src/domain/history-data.js'
import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import { sayChange } from './change-words.js'
import { isNothing, sayNumber, sayValue } from './number.js'
import { sayDay } from './period.js'
import type { View } from './view.js'

/** What a figure is known by. */
export type FigureKey = Pick<Figure, 'region_code' | 'indicator_id' | 'period'>

/** What became of a figure after it was first known, one line each; none for most. */
export type Remarks = (figure: FigureKey) => readonly string[]

/** The lines that a history has for each figure: its declared corrections, then its revisions in the order in which they came. */
export function remarksOf(history: FigureHistory | undefined, view: View): Remarks {
  if (history === undefined) return () => []
  // Told when they are asked for: a topic has hundreds, and most are never read.
  const lines = new Map<string, (() => string)[]>()
  const add = (figure: FigureKey, words: () => string) => {
    const key = keyOf(figure)
    const known = lines.get(key)
    if (known) known.push(words)
    else lines.set(key, [words])
  }
  for (const { region_code, period, indicator_ids, cell } of history.corrections)
    for (const indicator_id of indicator_ids)
      add({ region_code, period, indicator_id }, () =>
        view.say('history.corrected', { place: cell.region_name, what: sayCorrected(cell, view) }),
      )
  for (const revision of history.revisions) add(revision, () => sayRevision(revision, view))
  return (figure) => lines.get(keyOf(figure))?.map((words) => words()) ?? []
}

function keyOf({ region_code, indicator_id, period }: FigureKey): string {
  return `${region_code}/${indicator_id}/${period}`
}

/** “2025年8月12日修订：81.2% → 79.9%” */
export function sayRevision(revision: Revision, view: View): string {
  return view.say('history.revised', {
    day: sayDay(view.lang, revision.received_on),
    change: sayFromTo(revision, view),
  })
}

/** “81.2% → 79.9%”, with more decimals than the indicator has where it takes them to see that it moved. */
export function sayFromTo(
  { indicator_id, before, after }: Pick<Revision, 'indicator_id' | 'before' | 'after'>,
  view: View,
): string {
  const indicator = view.indicator(indicator_id)
  const decimals = [0, 1, 2, 3].map((more) => indicator.decimals + more)
  const said = (value: number | null, places: number) =>
    value === null ? view.say('history.none') : sayValue(view.lang, { ...indicator, decimals: places }, value)
  const places = decimals.find((each) => said(before, each) !== said(after, each)) ?? indicator.decimals
  return view.say('history.from_to', { before: said(before, places), after: said(after, places) })
}

/** By how much a revision moved the figure, and whether for the better; null where it came or went, or hardly moved. */
export function sayMoved({ indicator_id, before, after }: Revision, view: View): string | null {
  const indicator: IndicatorMeta = view.indicator(indicator_id)
  if (before === null || after === null || isNothing(indicator, after - before)) return null
  return sayChange(view, indicator, after, before)
}

/** “企业总数 4,100 → 410 家”: what a declared correction does to a row of a return. */
export function sayCorrected({ column, action, found, put }: CorrectedCell, view: View): string {
  if (column === null) return view.say(action === 'flag' ? 'correction.row.flag' : 'correction.row.drop')
  const unit = column.unit ? ` ${view.pick(column.unit)}` : ''
  const words = {
    column: view.pick(column.header),
    found: sayStored(found, view),
    put: put === null ? '' : `${sayStored(put, view)}${unit}`,
  }
  if (action === 'flag') return view.say('correction.flag', words)
  return view.say(action === 'drop' ? 'correction.drop' : 'correction.put', words)
}

function sayStored(value: number | string | null, view: View): string {
  if (value === null) return view.say('history.none')
  if (typeof value === 'string') return value
  return sayNumber(view.lang, value, Number.isInteger(value) ? 0 : 2)
}
