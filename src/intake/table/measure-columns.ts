import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import { addressOf } from '../reading/grid.js'
import type { FoundTable, Heading } from './find-table.js'
import type { FormLines } from './form-lines.js'
import { unitsOf } from './header-book.js'
import { headingAsRead } from './heading-as-read.js'
import { headingUnit, sheetUnits } from './heading-units.js'
import { headingPlace } from './region-columns.js'
import type { MeasureColumn } from './table.js'

/** The columns of a return that were found, each with the unit it is written in. Twice the same, or an unknown unit, refuses the file. */
export function measureColumns(found: FoundTable, lines: FormLines, findings: Finding[]): MeasureColumn[] {
  const { dataset, headings } = found
  const sheet = sheetUnits(lines, dataset)
  if (sheet.unknown) {
    const { row, at, unit } = sheet.unknown
    const units = dataset.columns.filter(({ kind }) => kind === 'amount').flatMap(unitsOf)
    const place = { sheet: found.grid.sheet, row, at, original: unit, wholeFile: true }
    findings.push(finding('reject', 'unknown_unit', place, { units: [...new Set(units)].join('、') }))
  }
  const measures: MeasureColumn[] = []
  const put = (heading: Heading, { column, unit }: { column: MeasureColumn['column']; unit: string | null }) => {
    const place = { ...headingPlace(found, heading), column: column.name, wholeFile: true }
    const before = measures.find((measure) => measure.column === column)
    if (before) {
      const first = addressOf(found.headerRow, before.at)
      findings.push(finding('reject', 'duplicate_column', place, { header: column.header, first }))
      return
    }
    const read = headingUnit(column, heading.path, unit, sheet.units)
    if ('unknown' in read) {
      const units = unitsOf(column).join('、')
      findings.push(finding('reject', 'unknown_unit', { ...place, original: read.unknown }, { units }))
    }
    const header = headingAsRead(heading.path, column, dataset)
    measures.push({ at: heading.at, header, column, ...('factor' in read ? read : { factor: 1, stated: null }) })
  }
  for (const heading of headings) if (heading.meaning && 'column' in heading.meaning) put(heading, heading.meaning)
  return measures
}
