import type { Period } from '../domain/period.js'
import { type Changed, changedBy, changedByBoth, type DatasetPeriod, nothingChanged, periodsIn } from './changed.js'
import type { Model, OrderedModel } from './model.js'
import { Partial } from './partial.js'
import { compareWithBefore, rememberBefore } from './revisions.js'
import { makeAnew, runModels } from './transform.js'
import { touchedBy, updateModels } from './update-models.js'
import type { Vintage } from './vintage.js'
import type { Warehouse } from './warehouse.js'

/** What a replay goes on from: a warehouse whose models know the files up to `seq`, and what else changed. */
export interface Known {
  seq: number
  changed: Changed
}

/** A file that revises, or a day on which corrections were decided; and how many files were known before it. */
interface Moment {
  files: number
  vintage: Vintage | null
}

/**
 * Works the models out as things became known: up to just before each file that revises what an earlier one had brought, and each day of
 * declared corrections, then with it. What it moved is kept in `raw.revisions`, the alerts that it undid in `raw.withdrawals`. From
 * nothing when `known` is null. Gives the periods that were worked out; null: all.
 */
export async function replay(
  warehouse: Warehouse,
  vintages: readonly [Vintage, ...Vintage[]],
  known: Known | null,
): Promise<ReadonlySet<Period> | null> {
  const revising = (await revisingFiles(warehouse)).filter((seq) => known === null || seq > known.seq)
  const moments = inOrderOfTime(revising, vintages)
  let models = (vintages.findLast(({ files }) => files === 0) ?? vintages[0]).models
  let seq = known?.seq ?? -1
  let waiting = known?.changed ?? nothingChanged
  let all = waiting
  let partial = null as Partial | null
  const bringUpToDate = async (changed: Changed, include: (model: Model) => boolean) => {
    partial ??= await Partial.open(warehouse, models)
    await updateModels(warehouse, partial, models, changed, include)
  }
  const advance = async (to: number | null) => {
    const changed = changedByBoth(waiting, await broughtBetween(warehouse, seq, to))
    await knowUpTo(warehouse, to)
    await bringUpToDate(changed, isJudged)
    all = changedByBoth(all, changed)
    waiting = nothingChanged
    seq = to ?? seq
  }
  const isJudged = neededFor(models, 'marts.alert_runs')

  if (known === null) {
    const [first] = moments
    await knowUpTo(warehouse, first === undefined ? null : first.files - 1)
    // What no alert is made of can wait for the end.
    await runModels(warehouse, first === undefined ? models : models.filter(isJudged))
    if (first === undefined) return null
    seq = first.files - 1
  } else {
    for (const model of movedByRun(models)) await makeAnew(warehouse, model)
  }
  for (const { files, vintage } of moments) {
    if (files - 1 > seq || waiting.size > 0) await advance(files - 1)
    const touched = touchedBy(models, vintage?.changed ?? (await broughtBetween(warehouse, seq, files)))
    await rememberBefore(warehouse, touched.get('marts.indicator_values') ?? new Set())
    if (vintage) {
      models = vintage.models
      waiting = vintage.changed
    }
    await advance(vintage ? seq : files)
    await compareWithBefore(warehouse, seq, vintage?.day ?? null)
  }
  await advance(null)
  const isRest = (model: Model) => !isJudged(model)
  if (known === null) await runModels(warehouse, models.filter(isRest))
  else await bringUpToDate(all, isRest)
  await partial?.close()
  return known === null ? null : periodsIn(all)
}

/** A day's corrections come before its files. */
function inOrderOfTime(revising: readonly number[], vintages: readonly Vintage[]): Moment[] {
  const decisions = vintages.filter(({ files }) => files > 0).map((vintage) => ({ files: vintage.files, vintage }))
  const files = revising.map((seq) => ({ files: seq, vintage: null }))
  const isFile = ({ vintage }: Moment) => Number(vintage === null)
  return [...decisions, ...files].sort((a: Moment, b: Moment) => a.files - b.files || isFile(a) - isFile(b))
}

/** The files, by their place in the order of receipt, that brought something again that an earlier one had brought already. */
export async function revisingFiles(warehouse: Warehouse): Promise<number[]> {
  const rows = await warehouse.query<{ seq: number }>(
    `with brought as (
       select submissions.seq, row_number() over (
         partition by units.dataset, units.reporting_unit, units.period order by submissions.seq
       ) as vintage
       from raw.submission_units as units
       inner join raw.submissions on submissions.submission_id = units.submission_id
       inner join raw.calendar on calendar.dataset = units.dataset and calendar.period = units.period
     )
     select distinct seq from brought where vintage > 1 order by seq`,
  )
  return rows.map(({ seq }) => seq)
}

/** The periods of the calendar that files brought, of those after `from` and up to `to` (null: the last). */
async function broughtBetween(warehouse: Warehouse, from: number, to: number | null): Promise<Changed> {
  const rows = await warehouse.query<DatasetPeriod>(
    `select distinct units.dataset, units.period
     from raw.submission_units as units
     inner join raw.submissions on submissions.submission_id = units.submission_id
     inner join raw.calendar on calendar.dataset = units.dataset and calendar.period = units.period
     where submissions.seq > $1 and submissions.seq <= coalesce($2, submissions.seq)`,
    [from, to],
  )
  return changedBy(rows)
}

async function knowUpTo(warehouse: Warehouse, seq: number | null): Promise<void> {
  await warehouse.run(`update raw.run set last_seq = ${seq ?? 'null'}`)
}

/** The models without periods of their own that read, near or far, what a later run moves: its month, its day, its calendar. */
function movedByRun(models: readonly OrderedModel[]): OrderedModel[] {
  const moved = new Set(['raw.run', 'raw.calendar'])
  for (const { table, reach, reads } of models)
    if (['whole', 'view'].includes(reach.kind) && reads.some((read) => moved.has(read))) moved.add(table)
  return models.filter(({ table, reach }) => reach.kind === 'whole' && moved.has(table))
}

/** True for a model that a table is made of, near or far, and for the table's own. */
function neededFor(models: readonly OrderedModel[], table: string): (model: Model) => boolean {
  const needed = new Set([table])
  for (const model of [...models].reverse())
    if (needed.has(model.table)) for (const read of model.reads) needed.add(read)
  return ({ table: own }) => needed.has(own)
}
