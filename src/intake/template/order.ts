import type { CellValue } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import type { Period } from '../../domain/period.js'
import type { Region, RegionCode } from '../../domain/region.js'

/** A region that a row is about, with the names of those above it, from the top down. */
export interface TemplateRegion {
  region: Pick<Region, 'region_code' | 'region_name' | 'region_level'>
  above: readonly Pick<Region, 'region_name' | 'region_level'>[]
}

/** What a template is made from. */
export interface TemplateOrder {
  dataset: Dataset
  /** Whose return it is, and its name as it stands above the table. */
  region: Pick<Region, 'region_code' | 'region_level'>
  unit_name: string
  period: Period
  /** One row each; none for a return with rows that nobody knows beforehand. */
  rows: readonly TemplateRegion[]
  /** Last period's values by region, and which period that is; null when none are known. */
  before: { period: Period; values: ReadonlyMap<RegionCode, Readonly<Record<string, CellValue>>> } | null
}

/** Rows to fill in where a return has no fixed ones: about the nation, or lines of a list. */
export const freeRows = 30
