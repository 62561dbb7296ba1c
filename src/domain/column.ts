import { z } from 'zod'
import { Text } from './text.js'

/** What a column holds: a whole number, money (two decimals), a share in percent, words, a day, or a value of a code list. */
export const ColumnKind = z.enum(['count', 'amount', 'share', 'text', 'date', 'code'])
export type ColumnKind = z.infer<typeof ColumnKind>

/** One column of a return: what it is called, what may stand in it, and in which unit it is stored. */
export const Column = z.strictObject({
  /** snake_case, the unit as suffix; the name in SQL. */
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** The heading in the official form, and its English. */
  header: Text,
  /** Further headings that mean the same. */
  aliases: z.array(z.string()).default([]),
  /** The heading of the merged cell above, in forms with a two-row header. */
  group: Text.nullable().default(null),
  kind: ColumnKind,
  /** The unit that values are stored in: 家, 元, 元/月. */
  unit: Text.nullable().default(null),
  /** Other units that a header or cell may state, with the factor to the stored unit: {万元: 10000}. */
  other_units: z.record(z.string(), z.number().positive()).default({}),
  /** A required column must be there and filled in; in the others a blank means "not reported". */
  required: z.boolean().default(true),
  min: z.number().nullable().default(0),
  max: z.number().nullable().default(null),
  /** For `code`: what is stored for each text that may be written. */
  codes: z.record(z.string(), z.string()).default({}),
  /** For `text`: what it may name. An office is told by what its name ends in; a person's name is refused and never repeated. */
  names: z.enum(['office']).nullable().default(null),
  /** Part of what makes a row unique, beside region and period. */
  key: z.boolean().default(false),
  /** A stock that moves by more than this from one period to the next is asked about (warn). */
  jump_pct: z.number().positive().nullable().default(null),
})
export type Column = z.infer<typeof Column>

/** A cell's value as stored: numbers for counts, amounts and shares, text for the rest, null for "not reported". */
export type CellValue = number | string | null

/** The SQL type that a column is stored as. */
export function sqlTypeOf(
  column: Pick<Column, 'kind'>,
): 'bigint' | 'decimal(18,2)' | 'decimal(9,4)' | 'date' | 'varchar' {
  switch (column.kind) {
    case 'count':
      return 'bigint'
    case 'amount':
      return 'decimal(18,2)'
    case 'share':
      return 'decimal(9,4)'
    case 'date':
      return 'date'
    default:
      return 'varchar'
  }
}
