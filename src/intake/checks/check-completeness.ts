import type { Dataset } from '../../domain/dataset.js'
import { monthsOf, type Period, periodText } from '../../domain/period.js'
import { type Region, type RegionCode, reportingUnitOf } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import type { RegionBook } from '../rows/region-book.js'
import type { ReadRow } from '../rows/row.js'
import type { Unit } from '../table/find-unit.js'
import { levelNames } from '../words.js'

/** How many names a finding lists, and how many findings a file gets before they are summed up. */
export const [maxNames, maxFindings] = [10, 20]

/** Regions of one county that have no row in a period: the first code, how many, and the first names. */
export interface Gap {
  period: Period
  first: RegionCode
  count: number
  names: readonly string[]
}

/** Which regions of the unit have no row in a period: one finding for each county and period, with the first names. */
export function checkCompleteness(dataset: Dataset, rows: readonly ReadRow[], unit: Unit, book: RegionBook): Finding[] {
  const present = new Map<Period, Set<string>>()
  for (const { region, period } of rows) {
    if (period === null) continue
    const codes = present.get(period) ?? new Set()
    present.set(period, codes)
    if (region) codes.add(region.region_code)
  }
  const gaps = [...present]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([period, codes]) => {
      const missing = book
        .validIn(monthsOf(period).last, dataset.grain, unit)
        .filter(({ region_code }) => !codes.has(region_code))
      return byCounty(missing, unit).map((regions): Gap => {
        const names = regions.slice(0, maxNames).map(({ region_name }) => region_name)
        return { period, first: (regions[0] as Region).region_code, count: regions.length, names }
      })
    })
  return gapFindings(dataset, gaps, unit, book)
}

/** The findings for all gaps of a file. */
export function gapFindings(dataset: Dataset, gaps: readonly Gap[], unit: Unit, book: RegionBook): Finding[] {
  const findings = gaps.slice(0, maxFindings).map(({ period, first, count, names }) =>
    finding(
      'warn',
      'missing_regions',
      {},
      {
        unit: unitName(first, dataset, unit, book),
        period: periodText(period),
        count,
        grain: levelNames[dataset.grain],
        names: names.join('、') + (count > names.length ? ' …' : ''),
      },
    ),
  )
  const rest = gaps.slice(maxFindings)
  if (rest.length === 0) return findings
  const missing = rest.reduce((sum, { count }) => sum + count, 0)
  return [...findings, finding('warn', 'missing_regions_more', {}, { count: rest.length, rows: missing })]
}

/** Below the county, one group for each county; else all in one. */
function byCounty(regions: readonly Region[], unit: Unit): Region[][] {
  const groups = new Map<string, Region[]>()
  for (const region of regions) {
    const code = region.region_code.length > 6 ? reportingUnitOf(region.region_code) : unit.region_code
    const group = groups.get(code)
    if (group) group.push(region)
    else groups.set(code, [region])
  }
  return [...groups.values()]
}

function unitName(first: RegionCode, { grain }: Dataset, unit: Unit, book: RegionBook): string {
  if (grain !== 'township' && grain !== 'village') return unit.region_name
  const code = reportingUnitOf(first)
  return book.withCode(code).at(-1)?.region_name ?? code
}
