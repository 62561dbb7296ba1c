import { isKeyed } from '../../domain/dataset.js'
import type { Finding } from '../../domain/reject.js'
import type { FoundTable } from './find-table.js'
import { readFormLines } from './form-lines.js'
import { headingFindings } from './heading-findings.js'
import { measureColumns } from './measure-columns.js'
import { personalFindings } from './personal-findings.js'
import { regionColumns } from './region-columns.js'
import { type RegionTest, sortRows } from './sort-rows.js'
import type { Table } from './table.js'

/** A table with its columns known, and what is wrong with its headings. A finding without a row refuses the file. */
export interface ReadTable {
  table: Table
  findings: Finding[]
}

/** Reads the headings of a found table and tells its rows apart. */
export function readTable(found: FoundTable, regionTest: RegionTest): ReadTable {
  const { grid, dataset, headerRow, headings } = found
  const findings: Finding[] = []
  const positionsOf = (isWanted: (meaning: NonNullable<(typeof headings)[number]['meaning']>) => boolean) =>
    headings.filter(({ meaning }) => meaning !== null && isWanted(meaning)).map(({ at }) => at)
  const shape = {
    regions: positionsOf((meaning) => 'role' in meaning && meaning.role.startsWith('region')),
    measures: positionsOf((meaning) => 'column' in meaning),
    last: found.last,
    // A template of a list names the region in rows that nobody needed.
    hasSpareRows: isKeyed(dataset) && grid.sheet !== null,
  }
  const { rows, totals, sections, others } = sortRows(grid, shape, regionTest)
  // A note below may name other periods and places; only its labelled lines count.
  const above = readFormLines(grid.rows.slice(0, found.first))
  const below = readFormLines(others)
  const lines = {
    ...above,
    units: [...above.units, ...below.units],
    measures: [...above.measures, ...below.measures],
  }
  const regions = regionColumns(found, findings)
  const measures = measureColumns(found, lines, findings)
  findings.push(...personalFindings(found, measures, rows))
  findings.push(...headingFindings(found, { ...regions, measures }, rows))
  return {
    table: {
      sheet: grid.sheet,
      dataset,
      number: null,
      panel: found.panel ?? null,
      lines,
      headerRow,
      ...regions,
      measures,
      rows,
      totals,
      sections,
    },
    findings,
  }
}
