import { z } from 'zod'
import { Column } from './column.js'
import { columnsOf, parseFormula, reachOf, sourceOf } from './formula.js'
import { Frequency } from './period.js'
import { RegionLevel } from './region.js'
import { Severity } from './reject.js'
import { Text } from './text.js'

/** A rule that figures must keep, as a comparison of sums of products: `a + b <= c` (see `Formula`). Skipped where a value is missing. */
export const RowCheck = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  formula: z.string(),
  severity: Severity,
  /** With `last.`: compared within a year only, for what is counted from January on. */
  within_year: z.boolean().default(false),
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
      const formula = parseFormula(check.formula)
      const reach = reachOf(formula)
      for (const name of columnsOf(formula)) {
        const source = sourceOf(name)
        const isKnown =
          source.from === 'return' ||
          source.from === 'parent' ||
          names.includes(source.column) ||
          (source.column === 'rows' && reach === 'parent')
        if (!isKnown)
          context.addIssue({ code: 'custom', message: `${dataset.id}.${check.id} reads an unknown column: ${name}` })
      }
      // What another return says may itself be wrong: it is asked about, never a reason to refuse a row.
      if (reach !== 'row' && check.severity === 'reject')
        context.addIssue({ code: 'custom', message: `${dataset.id}.${check.id} compares with something else: warn` })
    }
  })
export type Dataset = z.infer<typeof Dataset>

/** True where a region may have several rows in a period, told apart by key columns: lines of a list, series of a table. */
export function isKeyed({ columns }: Pick<Dataset, 'columns'>): boolean {
  return columns.some(({ key }) => key)
}

/** Parses a declaration, with every default filled in. Throws the zod error when it is wrong: a programming mistake. */
export function defineDataset(declaration: z.input<typeof Dataset>): Dataset {
  return Dataset.parse(declaration)
}
