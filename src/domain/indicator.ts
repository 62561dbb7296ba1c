import { z } from 'zod'
import { Text } from './text.js'

/** Whether more or less of it is what is wanted. */
export const Direction = z.enum(['higher_is_better', 'lower_is_better'])
export type Direction = z.infer<typeof Direction>

/** The unit of an indicator's value: `pct` is a share, 0 to 100; `change_pct` a change on an earlier figure, also below 0 or above 100. */
export const IndicatorUnit = z.enum(['pct', 'change_pct', 'yuan', 'yuan_per_month', 'times', 'cells', 'items'])
export type IndicatorUnit = z.infer<typeof IndicatorUnit>

/** What it is called, in a few words, when a part of an indicator grows or shrinks: 新建组织, 企业减少. */
export const PartWords = z.strictObject({ more: Text, fewer: Text })
export type PartWords = z.infer<typeof PartWords>

/** What leadership looks at: a value made of a numerator and a denominator, with all that a reader needs to understand it. */
export const Indicator = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** The dataset that its parts come from; it shares that dataset's frequency. */
  dataset: z.string(),
  name: Text,
  /** Under eight characters, for the heads of grids and cards. */
  short_name: Text,
  unit: IndicatorUnit,
  direction: Direction,
  decimals: z.int().min(0).max(3),
  /** Counted from January on: every first period of a year begins anew, so years stand apart and no pace leads from one into the next. */
  counts_within_year: z.boolean().default(false),
  numerator: Text,
  denominator: Text,
  /** How a change of the value is told from its parts; null where no parts are summed, as for a median. */
  part_words: z.strictObject({ numerator: PartWords, denominator: PartWords }).nullable().default(null),
  /** What it means and what it does not, in one or two sentences. */
  meaning: Text,
  /** Where the definition comes from. */
  source: Text,
  /** `parts`: the gap is counted in units of the numerator; `value`: in the unit of the value itself. */
  gap: z.strictObject({ by: z.enum(['parts', 'value']), unit: Text }),
  /** Shown as a card on the overview. */
  headline: z.boolean().default(false),
  /** The published national series (`series` of the dataset `national`) of the same definition, if there is one. */
  national_series: z.string().nullable().default(null),
})
export type Indicator = z.infer<typeof Indicator>

/** What numerator over denominator is multiplied by to give the value. */
export function scaleOf(indicator: Pick<Indicator, 'unit'>): 1 | 100 {
  return isPercent(indicator) ? 100 : 1
}

/** True for values in per cent: two of them are points apart. */
export function isPercent({ unit }: Pick<Indicator, 'unit'>): boolean {
  return unit === 'pct' || unit === 'change_pct'
}

/** Parses a topic's list of indicators, with every default filled in. */
export function defineIndicators(declarations: z.input<typeof Indicator>[]): Indicator[] {
  return z.array(Indicator).parse(declarations)
}
