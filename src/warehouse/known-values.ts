import type { Known } from '../domain/known.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

/** Answers from what is loaded when it is first asked: of each unit the submission that was received last for the period. */
export function knownIn(warehouse: Warehouse): Known {
  let brought: Promise<ReadonlySet<string>> | null = null
  return async ({ dataset, period, columns, within }) => {
    // Most of what a file of many periods asks for stands in the file itself and nowhere else.
    brought ??= broughtSoFar(warehouse)
    if (!(await brought).has(`${dataset} ${period}`)) return new Map()
    const rows = await warehouse.query<SqlRow & { region_code: string }>(knownSql(dataset, columns), [
      ...[dataset, period, within],
    ])
    // A date comes as text and a boolean is never stored, so every value is one of a cell.
    return new Map(
      rows.map(({ region_code, ...values }) => [region_code, values as Record<string, string | number | null>]),
    )
  }
}

async function broughtSoFar(warehouse: Warehouse): Promise<ReadonlySet<string>> {
  const rows = await warehouse.query<{ dataset: string; period: string }>(
    'select distinct dataset, period from raw.submission_units',
  )
  return new Set(rows.map(({ dataset, period }) => `${dataset} ${period}`))
}

/** The select behind it: `$1` the dataset, `$2` the period, `$3` the first digits of the codes. */
export function knownSql(dataset: string, columns: readonly string[]): string {
  return `with latest as (
      select units.reporting_unit, max_by(units.submission_id, submissions.seq) as submission_id
      from raw.submission_units as units
      inner join raw.submissions as submissions on submissions.submission_id = units.submission_id
      where units.dataset = $1 and units.period = $2 and starts_with(units.reporting_unit, substr($3, 1, 6))
      group by units.reporting_unit
    )
    select ${['region_code', ...columns].map((name) => `loaded.${quoted(name)}`).join(', ')}
    from raw.${quoted(dataset)} as loaded
    inner join latest
      on latest.submission_id = loaded.submission_id and latest.reporting_unit = substr(loaded.region_code, 1, 6)
    where loaded.period = $2 and starts_with(loaded.region_code, $3)`
}
