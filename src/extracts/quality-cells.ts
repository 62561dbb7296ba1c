import type { Dataset } from '../domain/dataset.js'
import type { Period } from '../domain/period.js'
import type { QualityCell, QualityFile, QualityReturn } from '../domain/quality-data.js'
import type { CompletenessState } from '../domain/status.js'
import type { Topic } from '../domain/topic.js'
import { quoted, type Warehouse } from '../warehouse/warehouse.js'

interface ExpectedRow {
  dataset: string
  period: Period
  due_date: string
  region_code: string
  state: CompletenessState
  received_on: string | null
  is_late: boolean | null
}

/** The returns of the month, and how each county's stands. `files` are those about the month, in the order of receipt. */
export async function returnsOf(
  warehouse: Warehouse,
  topics: readonly Topic[],
  month: Period,
  files: readonly QualityFile[],
): Promise<{ returns: QualityReturn[]; cells: QualityCell[] }> {
  const rows = await warehouse.query<ExpectedRow>(
    `select completeness.dataset, completeness.period, completeness.due_date, completeness.reporting_unit as region_code,
       completeness.state, current_submissions.first_received_on as received_on,
       current_submissions.first_received_on > submissions.due_date as is_late
     from marts.completeness
     inner join raw.calendar on calendar.dataset = completeness.dataset and calendar.period = completeness.period
     left join marts.current_submissions on current_submissions.dataset = completeness.dataset
       and current_submissions.reporting_unit = completeness.reporting_unit
       and current_submissions.period = completeness.period
     left join raw.submissions on submissions.submission_id = current_submissions.first_submission_id
     where calendar.last_month = $1
     order by completeness.dataset, completeness.reporting_unit`,
    [month],
  )
  const returns: QualityReturn[] = []
  for (const { dataset } of topics) {
    const row = rows.find((candidate) => candidate.dataset === dataset.id)
    if (!row) continue
    const counted = await countCells(warehouse, dataset, row.period)
    returns.push({ dataset: dataset.id, title: dataset.title, period: row.period, due_date: row.due_date, ...counted })
  }
  return { returns, cells: rows.map((row) => cellOf(row, files)) }
}

function cellOf(row: ExpectedRow, files: readonly QualityFile[]): QualityCell {
  const own = files.filter((file) => file.dataset === row.dataset && file.reporting_unit === row.region_code)
  const latest = own.at(-1) ?? null
  // What was refused whole is not in the warehouse, yet it came on a day.
  const refused_on = row.received_on === null ? (own[0]?.received_on ?? null) : null
  return {
    dataset: row.dataset,
    region_code: row.region_code,
    state: latest?.verdict ?? (row.state === 'on_time' || row.state === 'late' ? 'accepted' : row.state),
    received_on: row.received_on ?? refused_on,
    is_late: row.is_late ?? (refused_on !== null && refused_on > row.due_date),
    submission_id: latest?.submission_id ?? null,
  }
}

/** What stands in the number columns of the rows in force: a blank, a stated nothing and a zero are three things. */
async function countCells(
  warehouse: Warehouse,
  { id, columns }: Dataset,
  period: Period,
): Promise<Pick<QualityReturn, 'rows' | 'cells'>> {
  const numbers = columns
    .filter(({ kind }) => kind === 'count' || kind === 'amount' || kind === 'share')
    .map(({ name }) => name)
  const sum = (term: (name: string) => string) => ['0', ...numbers.map((name) => term(quoted(name)))].join(' + ')
  const inForce = `inner join marts.current_submissions on current_submissions.dataset = $1
      and current_submissions.submission_id = given.submission_id and current_submissions.period = given.period
      and current_submissions.reporting_unit = substr(given.region_code, 1, 6)
    where given.period = $2`
  const [count] = await warehouse.query<{ rows: number; zero: number; empty: number }>(
    `select count(*) as rows, ${sum((name) => `count(*) filter (where given.${name} = 0)`)} as zero,
       ${sum((name) => `count(*) - count(given.${name})`)} as empty
     from raw.${quoted(id)} as given ${inForce}`,
    [id, period],
  )
  const [nothing] = await warehouse.query<{ not_applicable: number; withheld: number }>(
    `select count(*) filter (where given.kind = 'not_applicable') as not_applicable,
       count(*) filter (where given.kind = 'withheld') as withheld
     from raw.nothings as given ${inForce} and given.column_name in (${numbers.map((name) => `'${name}'`).join(', ') || "''"})`,
    [id, period],
  )
  const { rows, zero, empty } = count ?? { rows: 0, zero: 0, empty: 0 }
  const { not_applicable, withheld } = nothing ?? { not_applicable: 0, withheld: 0 }
  return {
    rows,
    cells: {
      figure: rows * numbers.length - zero - empty,
      zero,
      blank: empty - not_applicable - withheld,
      not_applicable,
      withheld,
    },
  }
}
