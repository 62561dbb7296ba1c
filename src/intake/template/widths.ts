import type { Column } from '../../domain/column.js'
import type { TemplateColumns } from './columns.js'
import type { TemplateOrder } from './order.js'
import { widthOf } from './text-width.js'

/** Room for the figures of a kind; headings are broken into lines to fit. */
const kindWidths: Record<Column['kind'], number> = { count: 8.5, amount: 15, share: 9, text: 22, date: 12, code: 9 }

/** Room for the sentence of the check column, in lines of fifteen signs, and for an explanation. */
export const [checkWidth, explanationWidth] = [31, 20]

/** The width of every column in characters. Names are given the room that the longest of them takes. */
export function widthsOf(columns: TemplateColumns, { rows }: TemplateOrder): number[] {
  const names = (level: string) =>
    rows.flatMap(({ region, above }) => [region, ...above].filter((one) => one.region_level === level))
  return [
    ...columns.places.map(({ of, width, heading }) =>
      Math.min(
        30,
        Math.max(width, widthOf(heading) / 2 + 2, ...names(of).map(({ region_name }) => widthOf(region_name) + 2)),
      ),
    ),
    ...columns.measures.map(({ column }) => kindWidths[column.kind]),
    checkWidth,
    explanationWidth,
    ...columns.references.map(({ column }) => kindWidths[column.kind]),
  ]
}
