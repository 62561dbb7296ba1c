import type { Dataset } from '../../domain/dataset.js'
import { isPeriod, type Period, periodText } from '../../domain/period.js'
import { isValidIn, isWithin } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import type { Stamp } from '../../domain/stamp.js'
import { finding } from '../finding.js'
import type { RegionBook } from '../rows/region-book.js'
import { type Unit, unitNamedIn } from './find-unit.js'
import type { Table } from './table.js'

/** The returns that a file may be: the one that its template was made for, else all. */
export function stampedDatasets(stamp: Stamp | null, datasets: readonly Dataset[]): readonly Dataset[] {
  const stamped = stamp?.kind === 'template' ? datasets.filter(({ id }) => id === stamp.dataset) : []
  return stamped.length > 0 ? stamped : datasets
}

/**
 * The period of a table whose workbook has a stamp, given what its words say: they may be missing, for the stamp knows, but not
 * say something else, for then one of the two is wrong. Whatever else is wrong with the words stays so.
 */
export function stampedPeriod(stamp: Stamp | null, said: Period | Finding, { sheet }: Table): Period | Finding {
  if (stamp?.kind !== 'template' || stamp.period === undefined) return said
  if (typeof said !== 'string') return said.code === 'no_period' ? stamp.period : said
  if (said === stamp.period) return said
  const values = { said: periodText(said), stamped: periodText(stamp.period) }
  return finding('reject', 'template_period_differs', { sheet }, values)
}

/** The region that a template was made for, and what is wrong when 填报单位 now names another; null when there is no stamp of use. */
export function stampedUnit(
  stamp: Stamp | null,
  tables: readonly Table[],
  month: Period,
  book: RegionBook,
): { unit: Unit; findings: Finding[] } | null {
  if (stamp?.kind !== 'template' || stamp.region_code === undefined || !isPeriod(month)) return null
  const unit = book.withCode(stamp.region_code).find((region) => isValidIn(region, month))
  if (unit === undefined) return null
  // Of a county and period the last file counts: one township's own would take the place of all the others'.
  if (unit.region_level === 'township' || unit.region_level === 'village')
    return { unit, findings: [finding('reject', 'template_of_part', {}, { unit: unit.region_name })] }
  const findings = tables.flatMap(({ sheet, lines }) =>
    lines.units.flatMap((text) => {
      const named = unitNamedIn(text, book, month)
      // A township's template names the county before it; a name that nobody knows changes nothing.
      if (named === null || isWithin(unit.region_code, named) || isWithin(named.region_code, unit)) return []
      const place = { sheet, original: text }
      return finding('reject', 'template_unit_differs', place, { stamped: unit.region_name })
    }),
  )
  return { unit, findings }
}
