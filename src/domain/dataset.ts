import { z } from 'zod'
import { Column } from './column.js'
import { columnsOf, parseFormula } from './formula.js'
import { Frequency } from './period.js'
import { RegionLevel } from './region.js'
import { Severity } from './reject.js'
import { Text } from './text.js'

/** A rule that every row must keep, as a comparison of sums of products: `a + b <= c`. Skipped where a value is missing. */
export const RowCheck = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  formula: z.string(),
  severity: Severity,
  /** What is wrong when it does not hold, as said to the sender. */
  sentence: Text,
})
export type RowCheck = z.infer<typeof RowCheck>

/** A table that regions fill in (报表): the declaration that intake, warehouse, templates and methodology all read. */
export const Dataset = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9_]*$/),
    title: Text,
    frequency: Frequency,
    /** The level of region that one row is about. */
    grain: RegionLevel,
    /** Day of the month after the period on which the return is due. */
    due_day: z.int().min(1).max(28),
    /** `rows`: good rows of a file with errors are loaded; `none`: one refused row refuses the file. */
    partial: z.enum(['rows', 'none']),
    /** Words that a title or a file name must hold for the file to be this return when its headers leave it open. */
    title_words: z.array(z.string().min(1)).default([]),
    columns: z.array(Column).min(1),
    checks: z.array(RowCheck).default([]),
  })
  .superRefine((dataset, context) => {
    const names = dataset.columns.map((column) => column.name)
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    for (const name of twice)
      context.addIssue({ code: 'custom', message: `${dataset.id} has two columns named ${name}` })
    for (const check of dataset.checks) {
      const unknown = columnsOf(parseFormula(check.formula)).filter((name) => !names.includes(name))
      for (const name of unknown)
        context.addIssue({ code: 'custom', message: `${dataset.id}.${check.id} reads an unknown column: ${name}` })
    }
  })
export type Dataset = z.infer<typeof Dataset>

/** Parses a declaration, with every default filled in. Throws the zod error when it is wrong: a programming mistake. */
export function defineDataset(declaration: z.input<typeof Dataset>): Dataset {
  return Dataset.parse(declaration)
}
