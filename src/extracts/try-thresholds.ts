import type { Region } from '../domain/region.js'
import type { Threshold } from '../domain/threshold.js'
import {
  type ThresholdTrial,
  type TrialChange,
  type TrialKind,
  type TrialRun,
  trialKinds,
} from '../domain/threshold-trial.js'
import type { OrderedModel } from '../warehouse/model.js'
import { openTrial } from '../warehouse/trial.js'
import { Warehouse } from '../warehouse/warehouse.js'

interface PlacedRun extends TrialRun {
  key: string
  region_code: string
  region_name: string
  indicator_id: string
  opened_ordinal: number
  latest_ordinal: number
}

/** The regions that a release knows, for a registry to be read against. */
export async function regionsOfRelease(file: string): Promise<Region[]> {
  const warehouse = await Warehouse.open(file, { readOnly: true })
  try {
    return await warehouse.query<Region>(
      `select region_code, region_name, short_name, region_level, parent_code, region_class, valid_from, valid_to
       from raw.regions`,
    )
  } finally {
    await warehouse.close()
  }
}

/** Judges the whole history of a release by another registry, beside it, and says which alerts would be others. */
export async function tryThresholds(
  file: string,
  release: string,
  models: readonly OrderedModel[],
  thresholds: readonly Threshold[],
): Promise<ThresholdTrial> {
  const warehouse = await openTrial(file, models, thresholds)
  try {
    const [run] = await warehouse.query<{ period: string }>('select period from raw.run')
    const before = await runsOf(warehouse, 'release.marts.alert_runs')
    const after = await runsOf(warehouse, 'marts.alert_runs')
    const changes = compare(before, after)
    const open = (runs: readonly PlacedRun[]) => runs.filter(({ state }) => state === 'open').length
    return {
      release,
      period: run?.period ?? '',
      rows: thresholds.length,
      open_before: open(before),
      open_after: open(after),
      counts: Object.fromEntries(
        trialKinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]),
      ) as Record<TrialKind, number>,
      changes,
    }
  } finally {
    await warehouse.close()
  }
}

function runsOf(warehouse: Warehouse, table: string): Promise<PlacedRun[]> {
  return warehouse.query<PlacedRun>(
    `select runs.place || ' ' || runs.indicator_id as key, runs.region_code, regions.region_name, runs.indicator_id, runs.state,
       runs.opened_period, runs.closed_period, runs.latest_period, runs.worst_period, round(runs.worst_value, 4) as worst_value,
       runs.opened_ordinal, runs.latest_ordinal
     from ${table} as runs
     inner join (select distinct place, region_name from marts.regions where is_current) as regions on regions.place = runs.place
     inner join raw.indicators on indicators.indicator_id = runs.indicator_id
     where runs.region_level in ('province', 'prefecture', 'county')
     order by indicators.position, runs.region_code, runs.opened_ordinal`,
  )
}

/** Alerts of one region and indicator that share time are the same alert. */
function compare(before: readonly PlacedRun[], after: readonly PlacedRun[]): TrialChange[] {
  const earlier = byKey(before)
  const later = byKey(after)
  const changes: TrialChange[] = []
  const add = (kind: TrialKind, one: PlacedRun | null, other: PlacedRun | null) => {
    const of = one ?? other
    if (of === null) return
    const { region_code, region_name, indicator_id } = of
    changes.push({ kind, region_code, region_name, indicator_id, before: plain(one), after: plain(other) })
  }
  for (const one of before) {
    const same = (later.get(one.key) ?? []).filter((other) => overlaps(one, other))
    const [first = null] = same
    const isOpen = same.some(({ state }) => state === 'open')
    if (first === null) add('withdrawn', one, null)
    else if (one.state === 'open' && !isOpen) add('closed', one, same.at(-1) ?? null)
    else if (one.state === 'closed' && isOpen && !ranOn(one, earlier.get(one.key) ?? [], same))
      add('reopened', one, same.at(-1) ?? null)
    else if (same.length > 1 || first.opened_period !== one.opened_period || first.closed_period !== one.closed_period)
      add('redated', one, first)
  }
  for (const other of after)
    if (!(earlier.get(other.key) ?? []).some((one) => overlaps(one, other)))
      add(other.state === 'open' ? 'opened' : 'opened_and_closed', null, other)
  return changes.sort((a, b) => trialKinds.indexOf(a.kind) - trialKinds.indexOf(b.kind))
}

/** True when what is open under the new lines is open under the old ones too, as a later alert. */
function ranOn(one: PlacedRun, own: readonly PlacedRun[], same: readonly PlacedRun[]): boolean {
  return own.some((run) => run !== one && run.state === 'open' && same.some((other) => overlaps(run, other)))
}

function overlaps(one: PlacedRun, other: PlacedRun): boolean {
  return one.opened_ordinal <= other.latest_ordinal && other.opened_ordinal <= one.latest_ordinal
}

function byKey(runs: readonly PlacedRun[]): Map<string, PlacedRun[]> {
  const found = new Map<string, PlacedRun[]>()
  for (const run of runs) found.set(run.key, [...(found.get(run.key) ?? []), run])
  return found
}

function plain(run: PlacedRun | null): TrialRun | null {
  if (run === null) return null
  const { state, opened_period, closed_period, latest_period, worst_period, worst_value } = run
  return { state, opened_period, closed_period, latest_period, worst_period, worst_value }
}
