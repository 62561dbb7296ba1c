import type { IndicatorMeta } from './page-data.js'
import type { Frequency } from './period.js'
import type { RegionLevel } from './region.js'
import type { ComparedLevel, Condition } from './region-data.js'
import type { Text } from './text.js'
import type { Threshold } from './threshold.js'
import type { NationalSeries } from './topic-data.js'

/** `methodology.json` */
export interface MethodologyData {
  datasets: {
    id: string
    title: Text
    frequency: Frequency
    grain: RegionLevel
    due_day: number
    columns: { name: string; header: Text; kind: string; unit: Text | null }[]
    checks: { id: string; severity: string; formula: string; sentence: Text }[]
  }[]
  indicators: (IndicatorMeta & { source: Text; sql: string })[]
  thresholds: Threshold[]
  national: NationalSeries[]
  bands: { band: string; name: Text; rule: Text }[]
  /** What similar regions are chosen by, with the return that it comes from and the levels of region that it is known of. */
  conditions: (Condition & { return_title: Text; levels: ComparedLevel[] })[]
}
