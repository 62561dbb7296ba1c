import type { OriginNode, OriginRow, OriginState } from '../domain/figure-origin.js'
import type { Period } from '../domain/period.js'
import { type RegionCode, reportingUnitOf } from '../domain/region.js'
import type { CompletenessState } from '../domain/status.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** Says of each unit what became of it: whether it counts, and if not, why not, and which return has nothing of it. */
export async function settleUnits(
  warehouse: Warehouse,
  units: readonly OriginNode[],
  { dataset, period }: { dataset: string; period: Period },
  rows: ReadonlyMap<string, OriginRow>,
): Promise<void> {
  const missing = units.filter((unit) => unit.counted === 0 && !unit.rows.some((key) => key.startsWith(`${dataset}/`)))
  const counties = [...new Set(missing.map(({ region_code }) => reportingUnitOf(region_code)))]
  const returns = counties.length === 0 ? new Map() : await returnsOf(warehouse, dataset, period, counties)
  for (const unit of units) {
    if (unit.counted > 0) unit.state = 'counted'
    else if (!missing.includes(unit))
      unit.state = unit.rows.some((key) => isDropped(rows.get(key))) ? 'dropped' : 'incomplete'
    else Object.assign(unit, returns.get(reportingUnitOf(unit.region_code)) ?? { state: 'no_return' })
  }
}

function isDropped(row: OriginRow | undefined): boolean {
  return row?.remarks.some((remark) => remark.kind === 'corrected' && remark.action === 'drop') ?? false
}

/** Of each county: its return in force, else the last that was refused. */
async function returnsOf(
  warehouse: Warehouse,
  dataset: string,
  period: Period,
  counties: readonly RegionCode[],
): Promise<Map<RegionCode, { state: OriginState; submission_id: string | null }>> {
  const found = await warehouse.query<{
    reporting_unit: RegionCode
    state: CompletenessState
    in_force: string | null
    refused: string | null
  }>(
    `select completeness.reporting_unit, completeness.state, current_submissions.submission_id as in_force,
       (
         select max_by(submissions.submission_id, submissions.seq) from raw.submissions
         where submissions.dataset = $1 and submissions.period = $2 and submissions.rows_loaded = 0
           and submissions.reporting_unit = completeness.reporting_unit
       ) as refused
     from marts.completeness
     left join marts.current_submissions on current_submissions.dataset = $1 and current_submissions.period = $2
       and current_submissions.reporting_unit = completeness.reporting_unit
     where completeness.dataset = $1 and completeness.period = $2 and completeness.reporting_unit in ${inList(3)}`,
    [dataset, period, counties.join(',')],
  )
  return new Map(
    found.map(({ reporting_unit, state, in_force, refused }) => [
      reporting_unit,
      {
        state: in_force !== null ? 'no_row' : state === 'not_due' ? 'not_due' : 'no_return',
        submission_id: in_force ?? refused,
      },
    ]),
  )
}
