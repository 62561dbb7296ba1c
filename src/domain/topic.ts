import type { Dataset } from './dataset.js'
import type { Indicator } from './indicator.js'

/** One folder under `pipelines/`: a return and the indicators made of it. The formulas are the SQL files of that folder. */
export interface Topic {
  dataset: Dataset
  indicators: readonly Indicator[]
}
