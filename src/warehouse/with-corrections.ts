import { type Column, sqlTypeOf } from '../domain/column.js'
import { type Correction, isDecided, watchedColumn } from '../domain/correction.js'
import type { Dataset } from '../domain/dataset.js'
import type { Model } from './model.js'
import { quoted } from './warehouse.js'

/** The model that says which rows of the returns corrections are about; nothing is in it while nothing is declared. */
const correctedRows = 'marts.corrected_rows'

/**
 * The models as they are with the corrections that were decided by a day. The select of a return with corrections becomes the
 * reported rows of one around it, which puts the corrected values: everything that reads it follows. A value is only ever put where the
 * return still says what the correction expects. The same models where nothing was decided.
 */
export function withCorrections<Some extends Model>(
  models: readonly Some[],
  datasets: readonly Dataset[],
  declared: readonly Correction[],
  day: string,
): Some[] {
  const corrections = declared.filter((correction) => isDecided(correction, day))
  const stagings = datasets.flatMap((dataset) => {
    const own = corrections.filter((correction) => correction.dataset === dataset.id)
    const model = models.find(({ table }) => table === `staging.${dataset.id}`)
    return own.length > 0 && model ? [{ dataset, own, model }] : []
  })
  if (stagings.length === 0) return [...models]
  return models.map((model) => {
    if (model.table === correctedRows) return { ...model, sql: stagings.map(reportedRows).join('\nunion all\n') }
    const staging = stagings.find(({ model: { table } }) => table === model.table)
    return staging ? { ...model, sql: correctedSelect(staging) } : model
  })
}

interface Staging {
  dataset: Dataset
  own: readonly Correction[]
  model: Model
}

function correctedSelect({ dataset, own, model }: Staging): string {
  const values = dataset.columns.map((column) => {
    const cases = own
      .filter((correction) => correction.column?.name === column.name && correction.action !== 'flag')
      .map((correction) => `when ${isRow(correction)} then ${literal(column, correction.put)}`)
    const name = `staged.${quoted(column.name)}`
    return cases.length === 0 ? name : `case ${cases.join(' ')} else ${name} end as ${quoted(column.name)}`
  })
  const dropped = own
    .filter(({ column, action }) => column === null && action === 'drop')
    .map((correction) => `when ${isRow(correction)} then false`)
  return `(
with staged as ${model.sql}
select ${['staged.region_code', 'staged.period', 'staged.submission_id', ...values].join(',\n  ')}
from staged${dropped.length === 0 ? '' : `\nwhere case ${dropped.join(' ')} else true end`}
)`
}

/** The row of the correction, as long as it says what the correction expects. */
function isRow({ region_code, period, expect }: Correction): string {
  const parts = [`staged.region_code = '${region_code}'`, `staged.period = '${period}'`]
  if (expect) parts.push(`staged.${quoted(expect.column.name)} = ${literal(expect.column, expect.value)}`)
  return parts.join(' and ')
}

/** What the return says in the cells that its corrections watch, corrected or not: the select as the topic's file has it. */
function reportedRows({ dataset, own, model }: Staging): string {
  const watched = [...new Set(own.flatMap((correction) => watchedColumn(correction)?.name ?? []))]
  const cases = watched.map((name) => `when '${name}' then cast(staged.${quoted(name)} as varchar)`)
  const found = cases.length === 0 ? 'cast(null as varchar)' : `case corrections.watched_column ${cases.join(' ')} end`
  const periods = [...new Set(own.map(({ period }) => `'${period}'`))]
  return `(
select corrections.line, staged.submission_id, ${found} as found
from raw.corrections as corrections
inner join ${model.sql} as staged
  on staged.region_code = corrections.region_code
  and staged.period = corrections.period
where corrections.dataset = '${dataset.id}' and corrections.is_decided and staged.period in (${periods.join(', ')})
)`
}

function literal(column: Column, value: string | null): string {
  const text = value === null ? 'null' : `'${value.replaceAll("'", "''")}'`
  return `cast(${text} as ${sqlTypeOf(column)})`
}
