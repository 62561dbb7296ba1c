import type { Correction } from '../domain/correction.js'
import { isDecided } from '../domain/correction.js'
import type { Dataset } from '../domain/dataset.js'
import { type Changed, changedBy, nothingChanged } from './changed.js'
import type { OrderedModel } from './model.js'
import type { Warehouse } from './warehouse.js'
import { withCorrections } from './with-corrections.js'

/** The models as they are from a day on which corrections were decided; a day's decisions come before its files. */
export interface Vintage {
  /** Null: the first one. */
  day: string | null
  models: readonly OrderedModel[]
  /** What the day's corrections are about. */
  changed: Changed
  /** How many received files, in the order of receipt, came before the day. */
  files: number
}

/** The models of a run over time: without corrections first, then from each day on which some were decided, up to the run's. */
export async function vintagesOf(
  warehouse: Warehouse,
  models: readonly OrderedModel[],
  datasets: readonly Dataset[],
  corrections: readonly Correction[],
  until: string,
): Promise<[Vintage, ...Vintage[]]> {
  const decided = corrections.filter((correction) => isDecided(correction, until))
  const vintages: [Vintage, ...Vintage[]] = [{ day: null, models, changed: nothingChanged, files: 0 }]
  for (const day of [...new Set(decided.map(({ decided_on }) => decided_on))].sort()) {
    const changed = changedBy(decided.filter(({ decided_on }) => decided_on === day))
    const vintage = { day, models: withCorrections(models, datasets, decided, day), changed }
    const [row] = await warehouse.query<{ files: number }>(
      'select count(*) as files from raw.submissions where received_on < cast($1 as date)',
      [day],
    )
    vintages.push({ ...vintage, files: row?.files ?? 0 })
  }
  return vintages
}
