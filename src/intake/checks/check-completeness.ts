import type { Dataset } from '../../domain/dataset.js'
import { monthsOf, type Period } from '../../domain/period.js'
import { type Region, reportingUnitOf } from '../../domain/region.js'
import type { Finding } from '../../domain/reject.js'
import { finding } from '../finding.js'
import type { RegionBook } from '../rows/region-book.js'
import type { ReadRow } from '../rows/row.js'
import type { Unit } from '../table/find-unit.js'
import { levelNames, periodText } from '../words.js'

/** How many names a finding lists, and how many findings a file gets before they are summed up. */
const [maxNames, maxFindings] = [10, 20]

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
      return byCounty(missing, unit).map((regions) => ({ period, regions }))
    })
  const findings = gaps.slice(0, maxFindings).map(({ period, regions }) => {
    const names = regions
      .slice(0, maxNames)
      .map(({ region_name }) => region_name)
      .join('、')
    return finding(
      'warn',
      'missing_regions',
      {},
      {
        unit: unitName(regions[0] as Region, dataset, unit, book),
        period: periodText(period),
        count: regions.length,
        grain: levelNames[dataset.grain],
        names: regions.length > maxNames ? `${names} …` : names,
      },
    )
  })
  const rest = gaps.slice(maxFindings)
  if (rest.length === 0) return findings
  const missing = rest.reduce((sum, { regions }) => sum + regions.length, 0)
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

function unitName(region: Region, { grain }: Dataset, unit: Unit, book: RegionBook): string {
  if (grain !== 'township' && grain !== 'village') return unit.region_name
  const code = reportingUnitOf(region.region_code)
  return book.withCode(code).at(-1)?.region_name ?? code
}
