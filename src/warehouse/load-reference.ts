import { type Correction, isDecided, watchedColumn } from '../domain/correction.js'
import type { Dataset } from '../domain/dataset.js'
import { scaleOf } from '../domain/indicator.js'
import {
  dueDate,
  lastCompletePeriod,
  monthsOf,
  ordinalOf,
  type Period,
  periodsBetween,
  shiftPeriod,
} from '../domain/period.js'
import { placedRegions } from '../domain/place.js'
import type { Region, RegionChange } from '../domain/region.js'
import { type Threshold, thresholdIdOf } from '../domain/threshold.js'
import type { Topic } from '../domain/topic.js'
import type { RawTable } from './raw-tables.js'
import type { Warehouse, Writable } from './warehouse.js'

/** What an installation's `reference/` folder says. */
export interface Reference {
  regions: readonly Region[]
  changes: readonly RegionChange[]
  thresholds: readonly Threshold[]
  corrections: readonly Correction[]
}

/** What a run is about: the month whose returns it publishes, and the day up to which deadlines count as passed. */
export interface Run {
  period: Period
  as_of: string
}

/** The tables that belong to a run, and not to what was received. */
const referenceTables = [
  ...['run', 'calendar', 'regions', 'region_changes', 'thresholds', 'corrections', 'datasets', 'indicators'],
  ...['revisions', 'withdrawals'],
] as const satisfies readonly RawTable[]

/** Before this month nothing is expected of anybody. */
const calendarStart: Period = '1990-01'

/** Writes the reference tables, the declarations, the run and its calendar into `raw`. */
export async function loadReference(
  warehouse: Warehouse,
  reference: Reference,
  topics: readonly Topic[],
  run: Run,
): Promise<void> {
  const rows: Partial<Record<RawTable, readonly (readonly Writable[])[]>> = {
    regions: placedRegions(reference.regions, reference.changes).map((region) => [
      region.region_code,
      region.region_name,
      region.short_name,
      region.region_level,
      region.parent_code,
      region.region_class,
      region.valid_from,
      region.valid_to,
      shiftPeriod(region.valid_from, -1),
      region.valid_to === null ? null : shiftPeriod(region.valid_to, 1),
      region.place,
    ]),
    region_changes: reference.changes.map((change) => [
      change.month,
      shiftPeriod(change.month, -1),
      change.kind,
      change.from_code,
      change.to_code,
      change.note,
      change.share === null ? null : Number(change.share),
    ]),
    thresholds: thresholdRows(reference.thresholds),
    corrections: reference.corrections.map((row) => [
      BigInt(row.line),
      row.dataset,
      row.region_code,
      row.period,
      row.column?.name ?? null,
      row.action,
      row.value === '' ? null : row.value,
      watchedColumn(row)?.name ?? null,
      row.expect?.value ?? null,
      row.put,
      day(row.decided_on),
      row.decided_by,
      row.reason,
      isDecided(row, run.as_of),
    ]),
    datasets: topics.map(({ dataset }) => [
      dataset.id,
      dataset.title.zh,
      dataset.title.en,
      dataset.frequency,
      dataset.grain,
      BigInt(dataset.due_day),
    ]),
    indicators: topics
      .flatMap(({ dataset, indicators }) => indicators.map((indicator) => ({ dataset, indicator })))
      .map(({ dataset, indicator }, position) => [
        indicator.id,
        dataset.id,
        dataset.frequency,
        indicator.unit,
        BigInt(scaleOf(indicator)),
        indicator.direction,
        BigInt(indicator.decimals),
        indicator.gap.by,
        indicator.gap.unit.zh,
        indicator.gap.unit.en,
        indicator.name.zh,
        indicator.name.en,
        BigInt(position),
      ]),
  }
  for (const [table, content] of Object.entries(rows)) await warehouse.append('raw', table, content)
  await loadRun(warehouse, topics, run)
}

/** A registry as rows of `raw.thresholds`. */
export function thresholdRows(thresholds: readonly Threshold[]): Writable[][] {
  return thresholds.map((row) => [
    thresholdIdOf(row),
    row.indicator_id,
    row.scope,
    row.region_level,
    row.warning,
    row.critical,
    row.target,
    row.target_due,
    row.path,
    ...pathOf(row),
    row.clear_margin,
    BigInt(row.clear_periods),
    row.min_denominator,
    row.valid_from,
    row.valid_to,
    monthsOf(row.valid_from).first,
    row.valid_to === null ? '9999-12' : monthsOf(row.valid_to).last,
    row.basis,
    row.note,
  ])
}

/** Empties what `loadReference` writes, and what was told of revisions against it. */
export async function clearReference(warehouse: Warehouse): Promise<void> {
  for (const table of referenceTables) await warehouse.run(`delete from raw.${table}`)
}

/** Writes what a run is about, and the periods up to its month, into `raw`. */
export async function loadRun(warehouse: Warehouse, topics: readonly Topic[], run: Run): Promise<void> {
  await warehouse.append('raw', 'run', [[run.period, run.period, day(run.as_of), null]])
  await warehouse.append(
    'raw',
    'calendar',
    topics.flatMap(({ dataset }) => calendarOf(dataset, run.period)),
  )
}

/** The months, as ordinals, from which to which a line moves: a period stands at its last month. Null for one that stays. */
function pathOf({ path, valid_from, target_due }: Threshold): [bigint | null, bigint | null] {
  if (path === 'flat' || target_due === null) return [null, null]
  const month = (period: Period) => BigInt(ordinalOf(monthsOf(period).last))
  return [month(valid_from), month(target_due)]
}

function calendarOf(dataset: Dataset, until: Period): Writable[][] {
  const first = lastCompletePeriod(dataset.frequency, calendarStart)
  return periodsBetween(first, lastCompletePeriod(dataset.frequency, until)).map((period) => {
    const months = monthsOf(period)
    const due = day(dueDate(period, dataset.due_day))
    return [dataset.id, period, BigInt(ordinalOf(period)), months.first, months.last, due]
  })
}

function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`)
}
