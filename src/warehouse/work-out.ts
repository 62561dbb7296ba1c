import type { Period } from '../domain/period.js'
import type { Topic } from '../domain/topic.js'
import { clearReference, loadReference, type Reference, type Run } from './load-reference.js'
import type { OrderedModel } from './model.js'
import { moveRun } from './move-run.js'
import { replay, revisingFiles } from './replay.js'
import { type Vintage, vintagesOf } from './vintage.js'
import type { Warehouse } from './warehouse.js'

/** What the tables are worked out for, and for what they stand already. */
export interface Work {
  reference: Reference
  topics: readonly Topic[]
  run: Run
  /** The run that the tables were last worked out for, and how many files they know; null: they are not there, or no longer hold. */
  before: { run: Run; receipts: number } | null
}

/**
 * Works every model's table out from what was taken in: only what changed since the run before where its tables still hold, everything
 * else. The rows are the same. Gives the periods that were worked out; null: all.
 */
export async function workOut(
  warehouse: Warehouse,
  models: readonly OrderedModel[],
  { reference, topics, run, before }: Work,
): Promise<ReadonlySet<Period> | null> {
  const datasets = topics.map(({ dataset }) => dataset)
  const vintages = await vintagesOf(warehouse, models, datasets, reference.corrections, run.as_of)
  const latest = vintages.at(-1) ?? vintages[0]
  await keepSql(warehouse, latest.models)
  if (before && before.run.period <= run.period && before.run.as_of <= run.as_of) {
    const changed = await moveRun(warehouse, topics, run)
    const seq = before.receipts - 1
    const isDecidedSince = (latest.day ?? '') > before.run.as_of || latest.files > before.receipts
    if (!isDecidedSince && !(await isUntold(warehouse, seq, vintages)))
      return replay(warehouse, [{ ...latest, files: 0 }], { seq, changed })
  }
  await clearReference(warehouse)
  await loadReference(warehouse, reference, topics, run)
  return replay(warehouse, vintages, null)
}

/** Keeps what the tables are made by beside them, so that a release can say later how its figures came about. */
async function keepSql(warehouse: Warehouse, models: readonly OrderedModel[]): Promise<void> {
  await warehouse.run('delete from raw.models')
  await warehouse.append(
    'raw',
    'models',
    models.map(({ table, sql }) => [table, sql]),
  )
}

/**
 * True when a period only now begins to count, and something was revised or corrected after it came in: what was known then did not hold
 * that period, so neither does what was written down.
 */
async function isUntold(warehouse: Warehouse, seq: number, vintages: readonly Vintage[]): Promise<boolean> {
  const [row] = await warehouse.query<{ first: number | null }>(
    `select min(submissions.seq) as first
     from raw.submission_units as units
     inner join raw.submissions on submissions.submission_id = units.submission_id
     inner join raw.calendar on calendar.dataset = units.dataset and calendar.period = units.period
     left join calendar_before on calendar_before.dataset = units.dataset and calendar_before.period = units.period
     where submissions.seq <= $1 and calendar_before.period is null`,
    [seq],
  )
  const first = row?.first ?? null
  if (first === null) return false
  const revising = await revisingFiles(warehouse)
  return revising.some((one) => one > first && one <= seq) || vintages.some(({ files }) => files > first)
}
