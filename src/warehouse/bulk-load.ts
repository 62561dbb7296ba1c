import type { BulkShape } from '../domain/bulk.js'
import type { Dataset } from '../domain/dataset.js'
import type { Period } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import { type AcceptedRow, submissionIdOf } from '../domain/submission.js'
import type { Brought } from './brought.js'
import { sureRows } from './bulk-facts.js'
import { appendAccepted, loadReceipt, type Submission } from './load-submission.js'
import { quoted, type Warehouse } from './warehouse.js'

const extra = { schema: 'main', rows: 'bulk_extra', nothings: 'bulk_nothings' }

/** Makes room for the accepted ones among the rows that are looked at one by one. */
export async function prepareExtra(warehouse: Warehouse, dataset: Dataset): Promise<void> {
  await warehouse.run(`create or replace temp table bulk_extra as select * from raw.${quoted(dataset.id)} limit 0;
    create or replace temp table bulk_nothings as select * from raw.nothings limit 0`)
}

/** Keeps accepted rows until the whole file is judged. */
export async function keepExtra(
  warehouse: Warehouse,
  dataset: Dataset,
  accepted: readonly AcceptedRow[],
): Promise<void> {
  await appendAccepted(warehouse, dataset, '', accepted, extra)
}

/** Appends a received file whose rows are staged: those beyond doubt and the accepted ones of the others, without reading them again. */
export async function loadStaged(
  warehouse: Warehouse,
  datasets: readonly Dataset[],
  brought: Brought,
  submission: Submission,
  shape: BulkShape | null,
): Promise<void> {
  await loadReceipt(warehouse, datasets, brought, submission)
  const { receipt, result } = submission
  const dataset = datasets.find(({ id }) => id === result.dataset)
  if (!dataset || shape === null || result.rows.loaded === 0) return
  const id = submissionIdOf(receipt)
  const table = `raw.${quoted(dataset.id)}`
  const values = dataset.columns.map(({ name }) =>
    shape.columns.some(({ column }) => column.name === name) ? `r.${quoted(name)}` : 'null',
  )
  await warehouse.run(`insert into ${table}
    select ${[`'${id}'`, 'null', 'null', 'r.number', 'r.region_code', 'r.period', ...values].join(', ')} from ${sureRows}`)
  await warehouse.run(`insert into ${table} select * replace ('${id}' as submission_id) from bulk_extra;
    insert into raw.nothings select * replace ('${id}' as submission_id) from bulk_nothings`)
  await warehouse.run(`insert into raw.submission_units
    select '${id}', '${dataset.id}', substr(region_code, 1, 6), period, count(*)
    from ${table} where submission_id = '${id}' group by substr(region_code, 1, 6), period order by 3, 4`)
  const units = await warehouse.query<{ unit: RegionCode; period: Period }>(
    'select reporting_unit as unit, period from raw.submission_units where submission_id = $1',
    [id],
  )
  brought.addUnits(id, dataset.id, units)
}
