import type { Dataset } from '../../domain/dataset.js'
import { frequencyOf, monthsOf, type Period, periodText, sayPeriod } from '../../domain/period.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { examplePeriod, frequencyText } from '../words.js'
import { ofFrequency, periodsIn } from './find-period.js'
import type { Table } from './table.js'

/**
 * The period that a whole table is about: stated in its title, else in a line above it, else in the sheet's name, else in the
 * file's name, which must not contradict. The day on which a return was filled in says nothing.
 */
export function choosePeriod(table: Table, fileName: string, received: Period | null): Period | Finding {
  const { sheet, dataset, lines } = table
  const { frequency } = dataset
  const sources = [lines.titles, lines.periods, [sheet ?? '']].map((texts) => [...new Set(texts.flatMap(periodsIn))])
  const inside = sources.map((periods) => ofFrequency(periods, frequency)).find((periods) => periods.length > 0) ?? []
  const outside = ofFrequency(periodsIn(fileName), frequency)
  const both = inside.filter((period) => outside.includes(period))
  const stated = inside.length === 0 ? outside : both.length === 1 ? both : inside
  const [period] = stated
  if (period === undefined) return noPeriod([...sources.flat(), ...periodsIn(fileName)], table)
  if (stated.length > 1) {
    const all = stated.map(periodText)
    const periods = { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') }
    return finding('reject', 'period_unclear', { sheet }, { periods })
  }
  const [named] = outside
  if (named !== undefined && !outside.includes(period)) {
    return finding('reject', 'period_conflict', { sheet }, { inside: periodText(period), outside: periodText(named) })
  }
  const original = sayPeriod(period, 'zh')
  return isAhead(period, received) ? finding('reject', 'period_ahead', { sheet, original }) : period
}

/** True for a period that had not begun in the month of receipt: a slip of the pen in the year, as a rule. */
export function isAhead(period: Period, received: Period | null): boolean {
  return received !== null && monthsOf(period).first > received
}

/** Nothing of the return's frequency is stated: says so, and names a period of another one if there is any. */
function noPeriod(others: readonly Period[], { sheet, dataset }: Table): Finding {
  const [other] = others
  const example = examplePeriod(dataset.frequency)
  if (other === undefined || frequencyOf(other) === dataset.frequency)
    return finding('reject', 'no_period', { sheet }, { example })
  return wrongFrequency(sayPeriod(other, 'zh'), dataset, { sheet })
}

/** The finding for a period of another frequency than the return's. */
export function wrongFrequency(period: string, dataset: Dataset, place: Parameters<typeof finding>[2]): Finding {
  const values = { frequency: frequencyText(dataset.frequency), example: examplePeriod(dataset.frequency) }
  return finding('reject', 'wrong_frequency', { ...place, original: period }, values)
}
