import type { Known } from '../domain/known.js'
import type { Period } from '../domain/period.js'
import { type RegionCode, reportingUnitOf } from '../domain/region.js'
import type { Brought, Files } from './brought.js'
import { quoted, type SqlRow, type Warehouse } from './warehouse.js'

type Values = Readonly<Record<string, string | number | null>>

/**
 * Answers from what is loaded when it is asked: of each unit the submission that was received last for the period. The files of a month
 * ask for the same one after the other, so the last answer for each dataset is kept until another file brings what it is about.
 */
export function knownIn(warehouse: Warehouse, brought: Brought): Known {
  const last = new Map<string, { question: string; files: Files; values: ReadonlyMap<RegionCode, Values> }>()
  return async ({ dataset, period, columns, within }) => {
    const files = brought.files(dataset, period)
    // Most of what a file of many periods asks for stands in the file itself and nowhere else.
    if (files.size === 0) return new Map()
    const question = [period, ...columns].join(' ')
    let answer = last.get(dataset)
    if (answer?.question !== question || answer.files !== files) {
      answer = { question, files, values: await valuesOf(warehouse, dataset, period, columns, files) }
      last.set(dataset, answer)
    }
    return new Map([...answer.values].filter(([code]) => code.startsWith(within)))
  }
}

async function valuesOf(
  warehouse: Warehouse,
  dataset: string,
  period: Period,
  columns: readonly string[],
  files: Files,
): Promise<Map<RegionCode, Values>> {
  const rows = await warehouse.query<SqlRow & { region_code: string; submission_id: string }>(
    `select ${['submission_id', 'region_code', ...columns].map(quoted).join(', ')}
     from raw.${quoted(dataset)} where period = $1`,
    [period],
  )
  const held = rows.filter(
    ({ submission_id, region_code }) => files.get(reportingUnitOf(region_code)) === submission_id,
  )
  // A date comes as text and a boolean is never stored, so every value is one of a cell.
  return new Map(held.map(({ submission_id, region_code, ...values }) => [region_code, values as Values]))
}

/** The same as a select: `$1` the dataset, `$2` the period, `$3` the first digits of the codes. */
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
