import { type Period, periodText } from '../../domain/period.js'
import { isWithin, type RegionCode, reportingUnitOf } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import type { RegionBook } from '../rows/region-book.js'
import { commonUnit, type Unit, unitInFileName, unitNamedIn } from './find-unit.js'
import type { Table } from './table.js'

/** The region whose return a file is, and what was wrong with what it says of itself. */
export interface ChosenUnit {
  unit: Unit | null
  findings: Finding[]
}

/**
 * Whose return it is: the line 填报单位, else the titles, else the file's name, else the lowest region above all rows. A title
 * often names the city on the form of a county, so without the line a single county in the rows counts for more: a county's
 * return must never stand for the whole city's. `rows` gives the codes of the rows that can be placed without knowing the unit.
 */
export function chooseUnit(
  tables: readonly Table[],
  fileName: string,
  at: { period: Period; month: Period },
  book: RegionBook,
  rows: () => Iterable<RegionCode>,
): ChosenUnit {
  const stated = tables.flatMap(({ sheet, lines }) =>
    lines.units.map((text) => ({ sheet, text, unit: unitNamedIn(text, book, at.month) })),
  )
  const findings = stated
    .filter(({ unit }) => unit === null)
    .map(({ sheet, text }) =>
      finding('warn', 'unknown_reporting_unit', { sheet, original: text }, { period: periodText(at.period) }),
    )
  const titles = tables.flatMap(({ lines }) => lines.titles.map((text) => unitNamedIn(text, book, at.month)))
  const named = stated.map(({ unit }) => unit)
  const said = joined(titles, book) ?? unitInFileName(fileName, book, at.month)
  const unit =
    joined(named, book) ??
    (said?.region_level === 'prefecture' ? (onlyCounty(rows(), said, book) ?? said) : said) ??
    commonUnit(rows(), book)
  return { unit, findings }
}

/** The county within the unit that all rows lie in, if it is only one. */
function onlyCounty(codes: Iterable<RegionCode>, within: Unit, book: RegionBook): Unit | null {
  let only: RegionCode | null = null
  for (const code of codes) {
    const county = reportingUnitOf(code)
    if (only !== null && county !== only) return null
    only = county
  }
  const county = only === null ? null : commonUnit([only], book)
  return county?.region_level === 'county' && isWithin(county.region_code, within) ? county : null
}

/** One unit for all sheets: the same, or the lowest above them. */
function joined(units: readonly (Unit | null)[], book: RegionBook): Unit | null {
  const known = units.filter((unit) => unit !== null)
  const [first] = known
  const codes = new Set(known.map((unit) => unit.region_code))
  return first === undefined ? null : codes.size === 1 ? first : commonUnit(codes, book)
}
