import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { say } from '../messages.js'
import { cellAt, type GridRow } from '../reading/grid.js'
import type { FoundTable } from './find-table.js'
import { isPersonalHeading, personalNumberIn } from './personal.js'
import type { MeasureColumn } from './table.js'

/**
 * Columns about persons: by heading, or by numbers in their cells. Each refuses the file. What stood in the cell is never
 * repeated.
 */
export function personalFindings(
  found: FoundTable,
  measures: readonly MeasureColumn[],
  rows: readonly GridRow[],
): Finding[] {
  const findings: Finding[] = []
  const { grid, headerRow } = found
  const headed = new Map(found.headings.map((heading) => [heading.at, heading.path.at(-1) ?? '']))
  const refused = new Set<number>()
  for (const { at, path, meaning } of found.headings) {
    const header = path.at(-1) ?? ''
    if (meaning !== null || !path.some(isPersonalHeading)) continue
    refused.add(at)
    const where = { sheet: grid.sheet, row: headerRow, at, column: header, original: header, wholeFile: true }
    findings.push(finding('reject', 'personal_column', where, { header }))
  }
  // Money may well have eleven digits.
  for (const { at, column } of measures) if (column.kind === 'amount') refused.add(at)
  for (const row of rows) {
    for (let at = 0; at < row.cells.length; at++) {
      const kind = personalNumberIn(cellAt(row, at).text)
      if (kind === null || refused.has(at)) continue
      refused.add(at)
      const header = headed.get(at) ?? ''
      const where = { sheet: grid.sheet, row: row.number, at, column: header, original: '***', wholeFile: true }
      findings.push(finding('reject', 'personal_value', where, { header, kind: say(`kind_${kind}`) }))
    }
  }
  return findings
}
