import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { cellAt, type GridRow } from '../reading/grid.js'
import { noText } from '../words.js'
import type { FoundTable } from './find-table.js'
import { commonHeaders } from './known-headings.js'
import { nearestHeading, nearestUnknown } from './near-headings.js'
import { isPersonalHeading } from './personal.js'
import { headingPlace } from './region-columns.js'
import type { Table } from './table.js'

/**
 * What is wrong with the headings as a whole: a required column that is missing refuses the file; a column that is not known is
 * not read, and said so on the header row.
 */
export function headingFindings(
  found: FoundTable,
  { code, name, measures }: Pick<Table, 'code' | 'name' | 'measures'>,
  rows: readonly GridRow[],
): Finding[] {
  const { dataset, headings, headerRow, grid } = found
  const { sheet } = grid
  const unknown = headings.filter(({ meaning, path }) => meaning === null && !path.some(isPersonalHeading))
  const missing = dataset.columns.filter((column) => !measures.some((measure) => measure.column === column))
  const findings: Finding[] = []
  if (code === null && name === null && dataset.grain !== 'nation') {
    const values = { header: commonHeaders.region_name, hint: noText }
    findings.push(finding('reject', 'missing_column', { sheet, column: 'region_name' }, values))
  }
  for (const column of missing.filter(({ required }) => required)) {
    const values = { header: column.header, hint: nearestUnknown(column, unknown, headerRow) }
    findings.push(finding('reject', 'missing_column', { sheet, column: column.name }, values))
  }
  for (const heading of unknown) {
    const place = { ...headingPlace(found, heading), column: heading.path.at(-1) ?? '' }
    findings.push(finding('reject', 'unknown_column', place, { hint: nearestHeading(heading, missing) }))
  }
  for (const at of unnamedColumns(found, rows)) {
    findings.push(finding('reject', 'unnamed_column', { sheet, row: headerRow, at, original: '' }))
  }
  return findings
}

/** Columns with something in them and nothing above it. */
function unnamedColumns({ headings }: FoundTable, rows: readonly GridRow[]): number[] {
  const named = new Set(headings.map(({ at }) => at))
  const unnamed = new Set<number>()
  for (const row of rows)
    for (let at = 0; at < row.cells.length; at++)
      if (!named.has(at) && cellAt(row, at).text.trim() !== '') unnamed.add(at)
  return [...unnamed].sort((one, other) => one - other)
}
