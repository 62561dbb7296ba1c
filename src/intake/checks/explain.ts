import type { Finding } from '../../domain/reject.js'
import { type Explanations, explanationKey } from '../../domain/submission.js'
import { cellAt, type GridRow } from '../reading/grid.js'
import type { ReadRow } from '../rows/row.js'
import { withoutPersonalNumbers } from '../table/personal.js'
import type { Table } from '../table/table.js'
import { isExplainable } from './explainable.js'

/** Longer words than these are a report, not an explanation. */
const maxLength = 500

/** Adds to the findings of the rows, and to those of tables and file, what the sender said about them. Gives the latter. */
export function explainAll(
  tables: readonly Table[],
  rows: readonly ReadRow[],
  findings: readonly Finding[],
  given: Explanations,
): Finding[] {
  for (const row of rows) {
    if (row.findings.length === 0) continue
    const words = wordsIn(row.table, row.source)
    row.findings = row.findings.map((finding) => explained(finding, words, given))
  }
  return findings.map((finding) => {
    const table = tables.find(({ sheet }) => sheet === finding.sheet)
    const total = table?.totals.find(({ row }) => row.number === finding.row)
    return explained(finding, table && total ? wordsIn(table, total.row) : '', given)
  })
}

function wordsIn({ explanation }: Table, row: GridRow): string {
  return explanation === null ? '' : cellAt(row, explanation).text
}

/**
 * A finding with what the sender said about it: in the row's own 情况说明, else in the index of a marked copy. An error stays one
 * whatever is said about it.
 */
function explained(finding: Finding, ofRow: string, given: Explanations): Finding {
  if (!isExplainable(finding)) return finding
  const words = ofRow.trim() || (given.get(explanationKey(finding)) ?? '').trim()
  if (words === '') return finding
  return { ...finding, severity: 'warn', explanation: withoutPersonalNumbers(words.slice(0, maxLength)) }
}
