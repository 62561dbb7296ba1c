import { lettersOf } from '../reading/grid.js'
import { highlightsOf } from './check-formula.js'
import { placeColumns } from './columns.js'
import { dataRows } from './data-rows.js'
import { headerRows } from './header-rows.js'
import { limitsOf } from './limits.js'
import { freeRows, type TemplateOrder } from './order.js'
import { problemsOf } from './problems.js'
import type { TemplateSheet } from './template.js'
import { titleRows } from './title-rows.js'
import { rowHeight, widthsOf } from './widths.js'

/** As wide as A4 landscape prints without becoming small; what is only there to compare is left out beyond that. */
const printableWidth = 170

/** The sheet to fill in: one row for each region, everything that can be known written already. */
export function formSheet(order: TemplateOrder): TemplateSheet {
  const { dataset, region, rows, before } = order
  const columns = placeColumns(dataset, region, before !== null)
  const widths = widthsOf(columns, order, problemsOf(dataset, columns, 1))
  const above = titleRows(order, columns, widths)
  const headings = headerRows(columns, widths, before?.period ?? null, above.rows.length + 1)
  const first = above.rows.length + headings.rows.length + 1
  const last = first + (rows.length || freeRows) - 1
  const problems = problemsOf(dataset, columns, first)
  const data = dataRows(order, columns, { first, last, height: rowHeight(problems, widths[columns.check] ?? 0) })
  const isNarrow = widths.reduce((sum, width) => sum + width, 0) <= printableWidth
  const printed = lettersOf(isNarrow ? columns.count - 1 : columns.explanation)
  return {
    name: '填报表',
    rows: [...above.rows, ...headings.rows, ...data.rows],
    widths,
    merges: [...above.merges, ...headings.merges, ...data.merges],
    limits: limitsOf(columns, first, last),
    highlights: highlightsOf(columns, problems, first, last),
    frozen: { rows: first - 1, columns: columns.places.length },
    print: {
      landscape: true,
      area: `$A$1:$${printed}$${first - 1 + data.rows.length}`,
      repeated: `$${above.rows.length + 1}:$${first - 1}`,
    },
    hidden: false,
  }
}
