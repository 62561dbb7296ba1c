import type { Dataset } from './dataset.js'
import type { Indicator } from './indicator.js'
import type { Text } from './text.js'

/** One folder under `pipelines/`: a return and the indicators made of it. The formulas are the SQL files of that folder. */
export interface Topic {
  dataset: Dataset
  indicators: readonly Indicator[]
  /** The page that shows it, where several topics share one; otherwise it is called as the dataset. */
  page?: string
  /** Where the distribution is the point: how many units lie in which band of values. */
  bands?: Bands
  /** The conditions under which a region works, none of them its own doing: similar regions are chosen by them. */
  conditions?: readonly DeclaredCondition[]
}

/** A column of the return that says how large a region is, or how well off, and what it is called beside others. */
export interface DeclaredCondition {
  column: string
  name: Text
}

/** Bands that units are counted in, and the models that count them. */
export interface Bands {
  /** From low to high; each boundary value belongs to one band only, and `rule` says to which. */
  list: readonly { band: string; name: Text; rule: Text }[]
  /** Model with `region_code, region_level, period, band, villages`. */
  distribution: string
  /** Model with `region_code, region_level, period, from_band, to_band, villages`. */
  transitions: string
}

/** The name of the page that shows a topic. */
export function pageOf({ dataset, page }: Topic): string {
  return page ?? dataset.id
}
