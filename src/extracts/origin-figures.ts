import type { FigureOrigin } from '../domain/figure-origin.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { Status } from '../domain/status.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'

type Head = Pick<FigureOrigin, 'value' | 'status' | 'units_expected' | 'units_reported' | 'line'>

/** What indicators come to in some regions, and the lines that they are held against there: by `headKey`. */
export async function figureHeads(
  warehouse: Warehouse,
  indicators: readonly string[],
  period: Period,
  regions: readonly RegionCode[],
): Promise<Map<string, Head>> {
  const rows = await warehouse.query<{
    indicator_id: string
    region_code: RegionCode
    value: number | null
    status: Status | null
    units_expected: number
    units_reported: number
    warning: number | null
    critical: number | null
    target: number | null
    scope: string | null
    valid_from: Period
    basis: string
  }>(
    `select statuses.indicator_id, statuses.region_code, statuses.value, statuses.status, statuses.units_expected, statuses.units_reported,
       statuses.warning, statuses.critical, statuses.target, thresholds.scope, thresholds.valid_from, thresholds.basis
     from marts.statuses
     left join raw.thresholds on thresholds.threshold_id = statuses.threshold_id
     where statuses.indicator_id in ${inList(1)} and statuses.period = $2 and statuses.region_code in ${inList(3)}`,
    [indicators.join(','), period, regions.join(',')],
  )
  return new Map(
    rows.map(({ indicator_id, region_code, value, status, units_expected, units_reported, scope, ...line }) => [
      headKey(indicator_id, region_code),
      { value, status, units_expected, units_reported, line: scope === null ? null : { scope, ...line } },
    ]),
  )
}

/** The key of a figure among those of one period. */
export function headKey(indicator: string, region: RegionCode): string {
  return `${indicator}/${region}`
}
