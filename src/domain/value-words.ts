import { type Indicator, isPercent } from './indicator.js'
import type { Text } from './text.js'

/** What of an indicator says how its values are written. */
export type Measure = Pick<Indicator, 'unit' | 'decimals'>

const notReported: Text = { zh: '未报', en: 'not reported' }
const points: Text = { zh: '个百分点', en: ' points' }
const units: Record<Measure['unit'], Text> = {
  pct: { zh: '%', en: '%' },
  change_pct: { zh: '%', en: '%' },
  yuan: { zh: '元', en: ' yuan' },
  yuan_per_month: { zh: '元/月', en: ' yuan a month' },
  times: { zh: '倍', en: ' times' },
  cells: { zh: '格', en: ' cells' },
  items: { zh: '项', en: ' tasks' },
}

/** A value with its unit, at the indicator's decimals; large sums of yuan go by 万 in Chinese. Null is 未报, never zero. */
export function sayValue(measure: Measure, value: number | null): Text {
  if (value === null) return notReported
  const said = sayNumber(value, measure.decimals)
  const isLarge = measure.unit === 'yuan' && Math.abs(value) >= 1e4
  return {
    zh: isLarge ? `${sayNumber(value / 1e4, 2)}万元` : said + units[measure.unit].zh,
    en: said + units[measure.unit].en,
  }
}

/**
 * By how much a value changed, with its sign: a rate changes by percentage points, never by per cent. It is the difference of the
 * values, not of what is shown of them, as everywhere on the site; null when it shows as nothing.
 */
export function sayDifference(measure: Measure, difference: number): Text | null {
  if (Math.abs(difference) < 0.5 * 10 ** -measure.decimals) return null
  const sign = difference > 0 ? '+' : '-'
  const size = Math.abs(difference)
  if (!isPercent(measure)) {
    const said = sayValue(measure, size)
    return { zh: sign + said.zh, en: sign + said.en }
  }
  const said = sign + sayNumber(size, measure.decimals)
  return { zh: said + points.zh, en: said + points.en }
}

/** A value without its unit, for where a heading says it. Null is 未报, never zero. */
export function sayPlain(measure: Measure, value: number | null): Text {
  if (value === null) return notReported
  const said = sayNumber(value, measure.decimals)
  return { zh: said, en: said }
}

/** The unit of values as a heading says it. */
export function sayUnit({ unit }: Pick<Measure, 'unit'>): Text {
  return { zh: units[unit].zh, en: units[unit].en.trim() }
}

/** A unit as it stands after a number, “1 firm”, “2 firms”: English ones are written in the plural. */
export function unitAfter(number: number, { zh, en }: Text): Text {
  return { zh, en: number === 1 ? en.replace(/(?:ie)?s$/, (end) => (end === 'ies' ? 'y' : '')) : en }
}

function sayNumber(value: number, decimals: number): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('en-US', digits).format(value)
}
