import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { fill, type Text } from '../../domain/text.js'
import { sayPlain, sayUnit, sayValue } from '../../domain/value-words.js'
import { levelWords } from './phrases.js'

/** A figure in a sentence: its value with the unit, a count where the base is small, 未报 where nothing came. */
export function sayFigure(indicator: IndicatorMeta, figure: Figure): Text {
  const counted = countOf(indicator, figure)
  if (figure.status === 'not_due') return { zh: '未到报送期限', en: 'not due yet' }
  if (isEmpty(figure)) return { zh: '没有可计的数', en: 'nothing to count' }
  if (counted) return fill({ zh: '{denominator}个中{numerator}个', en: '{numerator} of {denominator}' }, counted)
  return sayValue(indicator, figure.value)
}

/** A figure in a column whose head says the unit: “78.6”, “3/7” on a small base, “未报”, “—” where there is nothing to count. */
export function sayInColumn(indicator: IndicatorMeta, figure: Figure): Text {
  const counted = countOf(indicator, figure)
  if (figure.status === 'not_due') return { zh: '未到期', en: 'not due' }
  if (isEmpty(figure)) return { zh: '—', en: '—' }
  if (counted) return fill({ zh: '{numerator}/{denominator}', en: '{numerator}/{denominator}' }, counted)
  return sayPlain(indicator, figure.value)
}

/** True where there is nothing that a share could be of: reported, and neither missing nor zero. */
function isEmpty({ value, denominator }: Figure): boolean {
  return denominator === 0 && (value === null || !Number.isFinite(value))
}

function countOf(
  { unit }: IndicatorMeta,
  { status, numerator, denominator }: Figure,
): { numerator: string; denominator: string } | null {
  // A mean of few is still a mean: only a rate is told by its count.
  if (unit !== 'pct' || status !== 'small_base' || numerator === null || denominator === null) return null
  return { numerator: numerator.toLocaleString('en-US'), denominator: denominator.toLocaleString('en-US') }
}

/** A name with the unit of what is under it: “覆盖（%）”; alone where the unit goes without saying. */
export function withUnit(name: Text, indicator: IndicatorMeta): Text {
  const unit = sayUnit(indicator)
  return unit.zh === '' ? name : fill({ zh: '{name}（{unit}）', en: '{name} ({unit})' }, { name, unit })
}

/** A line or a target: as a value, without trailing zeros, for lines are round. */
export function sayLine(indicator: IndicatorMeta, line: number): Text {
  const decimals = Math.min(indicator.decimals, String(line).split('.')[1]?.length ?? 0)
  return sayValue({ ...indicator, decimals }, line)
}

/** True for a figure that some, but not all, of its units have reported for. */
export function isIncomplete({ units_reported, units_expected }: Figure): boolean {
  return units_reported > 0 && units_reported < units_expected
}

/** “按已报的179/180个乡镇计” where some units are missing; null where all are in. */
export function sayIncomplete(indicator: IndicatorMeta, figure: Figure): Text | null {
  if (!isIncomplete(figure)) return null
  const { units_reported: reported, units_expected: expected } = figure
  const units = levelWords[indicator.grain]
  return fill(
    { zh: '按已报的{reported}/{expected}个{units}计', en: 'of {reported} out of {expected} {units} that reported' },
    { reported, expected, units },
  )
}
