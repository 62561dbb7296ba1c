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
}

/** What a run is about: the month whose returns it publishes, and the day up to which deadlines count as passed. */
export interface Run {
  period: Period
  as_of: string
}

/** Before this month nothing is expected of anybody. */
const calendarStart: Period = '1990-01'

/** Writes the reference tables, the declarations and the calendar into `raw`. */
export async function loadReference(
  warehouse: Warehouse,
  reference: Reference,
  topics: readonly Topic[],
  run: Run,
): Promise<void> {
  const rows: Partial<Record<RawTable, readonly (readonly Writable[])[]>> = {
    run: [[run.period, run.period, day(run.as_of)]],
    regions: reference.regions.map((region) => [
      region.region_code,
      region.region_name,
      region.short_name,
      region.region_level,
      region.parent_code,
      region.region_class,
      region.valid_from,
      region.valid_to,
    ]),
    region_changes: reference.changes.map((change) => [
      change.month,
      shiftPeriod(change.month, -1),
      change.kind,
      change.from_code,
      change.to_code,
      change.note,
    ]),
    thresholds: reference.thresholds.map((row) => [
      thresholdIdOf(row),
      row.indicator_id,
      row.scope,
      row.region_level,
      row.warning,
      row.critical,
      row.target,
      row.target_due,
      row.clear_margin,
      BigInt(row.clear_periods),
      row.min_denominator,
      row.valid_from,
      row.valid_to,
      monthsOf(row.valid_from).first,
      row.valid_to === null ? '9999-12' : monthsOf(row.valid_to).last,
      row.basis,
      row.note,
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
    calendar: topics.flatMap(({ dataset }) => calendarOf(dataset, run.period)),
  }
  for (const [table, content] of Object.entries(rows)) await warehouse.append('raw', table, content)
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
