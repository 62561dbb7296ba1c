import { monthsOf, type Period } from '../../src/domain/period.js'
import { type County, unitIn } from './counties.js'
import type { ReturnRow } from './return-row.js'

/** A row for each county-level unit that there is at a period's end, by code, made from the counties of the start that it consists of. */
export function countyRows(
  counties: readonly County[],
  period: Period,
  valuesOf: (members: readonly County[]) => ReturnRow['values'],
): ReturnRow[] {
  const units = new Map<string, { name: string; members: County[] }>()
  for (const county of counties) {
    const { code, name } = unitIn(county, monthsOf(period).last)
    units.set(code, { name, members: [...(units.get(code)?.members ?? []), county] })
  }
  return [...units]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([region_code, { name, members }]) => ({ period, region_code, region_name: name, values: valuesOf(members) }))
}
