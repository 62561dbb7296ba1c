import type { IndicatorUnit } from '../../src/domain/indicator.js'
import type { IndicatorMeta } from '../../src/domain/page-data.js'
import type { Lang } from '../../src/domain/text.js'
import { t } from './messages.js'

/** What of an indicator says how its numbers are written. */
export type Measure = Pick<IndicatorMeta, 'unit' | 'decimals'>

/** True for values in per cent: two of them are points apart. */
export function isPercent({ unit }: Pick<Measure, 'unit'>): boolean {
  return unit === 'pct' || unit === 'change_pct'
}

/** A plain number with thousands separators and exactly so many decimals. */
export function sayNumber(lang: Lang, value: number, decimals = 0): string {
  return numberFormat(lang, decimals, decimals).format(value)
}

const formats = new Map<string, Intl.NumberFormat>()

/** A format, made once: a chart says thousands of numbers, and making one takes longer than using it a hundred times. */
function numberFormat(lang: Lang, atLeast: number, atMost: number): Intl.NumberFormat {
  const key = `${lang} ${atLeast} ${atMost}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(lang === 'zh' ? 'zh-CN' : 'en-US', {
      minimumFractionDigits: atLeast,
      maximumFractionDigits: atMost,
      // A change that rounds to zero is zero, whatever side it came from.
      signDisplay: 'negative',
    } as Intl.NumberFormatOptions)
  formats.set(key, format)
  return format
}

/** A number that is added: with its sign, whichever it is. */
export function sayAddend(lang: Lang, value: number, decimals: number): string {
  return `${value > 0 ? '+' : ''}${sayNumber(lang, value, decimals)}`
}

/** A number without trailing zeros, at most so many decimals: for lines and targets, which are round. */
function sayRound(lang: Lang, value: number, decimals: number): string {
  return numberFormat(lang, 0, decimals).format(value)
}

/** How a size is shown: what it is divided by, with how many decimals, and the unit. */
export interface Step {
  by: number
  decimals: number
  unit: string
}

/** How a value of this size is shown; large sums of yuan go by 万 and 亿 in Chinese. */
export function stepOf(lang: Lang, measure: Measure, value: number): Step {
  const unit = t(lang, `unit.${measure.unit}`)
  if (measure.unit === 'yuan' && lang === 'zh') {
    if (Math.abs(value) >= 1e8) return { by: 1e8, decimals: 2, unit: t(lang, 'unit.yi') + unit }
    if (Math.abs(value) >= 1e4) return { by: 1e4, decimals: 2, unit: t(lang, 'unit.wan') + unit }
  }
  return { by: 1, decimals: measure.decimals, unit }
}

/** The number and its unit apart, so that a card can set the unit smaller. */
export function splitValue(lang: Lang, measure: Measure, value: number): { number: string; unit: string } {
  const { by, decimals, unit } = stepOf(lang, measure, value)
  return { number: sayNumber(lang, value / by, decimals), unit }
}

/** A value with its unit; null is 未报, never zero. */
export function sayValue(lang: Lang, measure: Measure, value: number | null): string {
  if (value === null) return t(lang, 'status.not_reported')
  const { number, unit } = splitValue(lang, measure, value)
  return join(lang, measure.unit, number, unit)
}

/** A line, a target or a tick: as `sayValue`, without trailing zeros. */
export function sayLine(lang: Lang, measure: Measure, value: number): string {
  const unit = t(lang, `unit.${measure.unit}`)
  if (measure.unit === 'yuan' && lang === 'zh' && Math.abs(value) >= 1e4)
    return `${sayRound(lang, value / 1e4, 2)}${t(lang, 'unit.wan')}${unit}`
  return join(lang, measure.unit, sayRound(lang, value, measure.decimals), unit)
}

/** The number at a tick of an axis, whose unit is said beside the chart; a rate keeps its %, a large sum its 万. */
export function sayTick(lang: Lang, measure: Measure, value: number): string {
  if (measure.unit === 'yuan' && lang === 'zh' && Math.abs(value) >= 1e4)
    return `${sayRound(lang, value / 1e4, 2)}${t(lang, 'unit.wan')}`
  return `${sayRound(lang, value, 3)}${isPercent(measure) ? t(lang, 'unit.pct') : ''}`
}

/** How far two values are apart, in words: a change of a rate is in percentage points, never in per cent. */
export function sayDifference(lang: Lang, measure: Measure, difference: number): string {
  const size = Math.abs(difference)
  if (isPercent(measure)) return t(lang, 'unit.points', { number: sayNumber(lang, size, measure.decimals) })
  return sayValue(lang, measure, size)
}

/** True when the difference shows as zero at the indicator's decimals. */
export function isNothing(measure: Measure, difference: number): boolean {
  return Math.abs(difference) < 0.5 * 10 ** -measure.decimals
}

/** “1 firm”, “2 firms”: English units are written in the plural; how many is said already. */
export function unitFor(lang: Lang, number: string, unit: string): string {
  return lang === 'en' && number === '1' ? unit.replace(/(?:ie)?s$/, (end) => (end === 'ies' ? 'y' : '')) : unit
}

function join(lang: Lang, kind: IndicatorUnit, number: string, unit: string): string {
  return lang === 'zh' || isPercent({ unit: kind }) ? `${number}${unit}` : `${number} ${unitFor(lang, number, unit)}`
}
