import { z } from 'zod'
import { Period } from './period.js'
import { RegionClass, RegionLevel } from './region.js'

const number = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null
    // More decimals would be rounded without a word where the line is stored.
    if (/^-?\d{1,9}(\.\d{1,3})?$/.test(text)) return Number(text)
    context.addIssue({
      code: 'custom',
      message:
        '要填数字，至多三位小数，不加千分位和单位 (a number, at most three decimals, without separators or unit)',
    })
    return z.NEVER
  })
const notNegative = number.refine((value) => value === null || value >= 0, '不能为负 (not below zero)')
const optional = <Output extends string>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .pipe(schema.nullable())

const scopeForm = new RegExp(`^(all|class:(${RegionClass.options.join('|')})|region:\\d{6,12})$`)

/**
 * One row of `reference/thresholds.csv`: the line for an indicator, for whom (`scope`: all, a class of region, one region), and
 * from when to when. Every field is text as a spreadsheet saves it; the narrowest scope valid in the period wins.
 */
export const Threshold = z
  .strictObject({
    indicator_id: z.string().trim().min(1),
    scope: z
      .string()
      .trim()
      .regex(
        scopeForm,
        `写作 all、class:<类别> 或 region:<代码>，类别有 ${RegionClass.options.join('、')} (all, class:<class> or region:<code>; classes are ${RegionClass.options.join(', ')})`,
      ),
    /** Empty: holds at every level. */
    region_level: optional(RegionLevel),
    warning: number,
    critical: number,
    target: number,
    target_due: optional(Period),
    /**
     * `flat`: the lines stay where they are. `linear`: the warning line begins as it is written in the first month of validity and moves
     * evenly to the target, which it reaches in `target_due` and then keeps; the critical line runs beside it at the same distance.
     */
    path: z
      .string()
      .trim()
      .pipe(z.enum(['flat', 'linear'], '写作 flat 或 linear (flat or linear)')),
    /** How far beyond the warning line counts as clear, in the indicator's unit. */
    clear_margin: notNegative.transform((value) => value ?? 0),
    /** How many periods in a row it must be clear for an alert to close. */
    clear_periods: number.transform((value) => value ?? 1).pipe(z.int().min(1)),
    /** Below this denominator a value is shown as a count and never alerts. */
    min_denominator: notNegative.transform((value) => value ?? 0),
    valid_from: Period,
    valid_to: optional(Period),
    /** The document that the line comes from, or `示例` for the fictional city's own. */
    basis: z.string().trim().min(1),
    note: z.string(),
  })
  .refine(
    (row) => row.warning !== null || row.critical !== null || row.target !== null,
    '预警、严重、目标值至少填一项 (needs a warning, critical or target value)',
  )
export type Threshold = z.infer<typeof Threshold>

/** A threshold's key: stable as long as indicator, scope, level and start stay the same. */
export function thresholdIdOf(row: Pick<Threshold, 'indicator_id' | 'scope' | 'region_level' | 'valid_from'>): string {
  return [row.indicator_id, row.scope, row.region_level ?? 'any', row.valid_from].join('/')
}
