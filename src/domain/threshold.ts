import { z } from 'zod'
import { Period } from './period.js'
import { RegionLevel } from './region.js'

const number = z
  .string()
  .trim()
  .transform((text, context) => {
    if (text === '') return null
    const value = Number(text)
    if (Number.isFinite(value)) return value
    context.addIssue({ code: 'custom', message: '要填数字 (a number)' })
    return z.NEVER
  })
const optional = <Output extends string>(schema: z.ZodType<Output, string>) =>
  z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .pipe(schema.nullable())

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
        /^(all|class:(urban|plain|hill|mountain)|region:\d{6,12})$/,
        '写作 all、class:<类别> 或 region:<代码> (all, class:<class> or region:<code>)',
      ),
    /** Empty: holds at every level. */
    region_level: optional(RegionLevel),
    warning: number,
    critical: number,
    target: number,
    target_due: optional(Period),
    /** How the line runs in time. */
    path: z.literal('flat'),
    /** How far beyond the warning line counts as clear, in the indicator's unit. */
    clear_margin: number.transform((value) => value ?? 0),
    /** How many periods in a row it must be clear for an alert to close. */
    clear_periods: number.transform((value) => value ?? 1).pipe(z.int().min(1)),
    /** Below this denominator a value is shown as a count and never alerts. */
    min_denominator: number.transform((value) => value ?? 0),
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
