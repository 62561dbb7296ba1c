import { join } from 'node:path'
import { changeContradiction } from '../domain/change-contradiction.js'
import { byCode } from '../domain/place.js'
import { Region, RegionChange } from '../domain/region.js'
import { type Contradiction, regionContradiction } from '../domain/region-contradiction.js'
import { Threshold } from '../domain/threshold.js'
import { thresholdContradiction } from '../domain/threshold-contradiction.js'
import type { Topic } from '../domain/topic.js'
import type { Reference } from '../warehouse/load-reference.js'
import { readCorrections } from './corrections.js'
import { readTable, type TableRow, wrongLines } from './reference-table.js'

/** The files of `reference/` that a release depends on. */
export const referenceFiles = [
  ...['regions.csv', 'region-changes.csv', 'thresholds.csv', 'corrections.csv'],
  ...['tile-grid.csv', 'boundaries.json', 'boundaries-settings.json'],
] as const

/** Reads and checks a table of thresholds against the indicators and regions that there are. Throws as `readReference` does. */
export async function readThresholds(
  path: string,
  topics: readonly Topic[],
  regions: readonly Region[],
): Promise<Threshold[]> {
  const indicators = new Map(topics.flatMap((topic) => topic.indicators.map((indicator) => [indicator.id, indicator])))
  const known = Threshold.refine((row) => indicators.has(row.indicator_id), {
    error: '没有这个指标 (unknown indicator)',
    path: ['indicator_id'],
  })
  const table = await readTable(path, Object.keys(Threshold.shape), known)
  refuse(path, table, thresholdContradiction(rows(table), indicators, byCode(regions)))
  return rows(table)
}

/** Reads and checks the reference tables. Throws a Refusal naming file, line, column, the text found and what is allowed. */
export async function readReference(folder: string, topics: readonly Topic[]): Promise<Reference> {
  const paths = { regions: join(folder, 'regions.csv'), changes: join(folder, 'region-changes.csv') }
  const listed = await readTable(paths.regions, Object.keys(Region.shape), Region, {
    blankAsNull: ['parent_code', 'region_class', 'valid_to'],
  })
  const changed = await readTable(paths.changes, Object.keys(RegionChange.shape), RegionChange, {
    blankAsNull: ['share'],
    optional: ['share'],
  })
  const [regions, changes] = [rows(listed), rows(changed)]
  const ofCodes = byCode(regions)
  refuse(paths.regions, listed, regionContradiction(regions, ofCodes))
  refuse(paths.changes, changed, changeContradiction(changes, ofCodes))
  return {
    regions,
    changes,
    thresholds: await readThresholds(join(folder, 'thresholds.csv'), topics, regions),
    corrections: await readCorrections(
      folder,
      topics.map(({ dataset }) => dataset),
      regions,
    ),
  }
}

function rows<Row>(table: readonly TableRow<Row>[]): Row[] {
  return table.map(({ row }) => row)
}

function refuse<Row>(path: string, table: readonly TableRow<Row>[], wrong: Contradiction<Row> | null): void {
  if (wrong === null) return
  const lines = wrong.rows.flatMap((wrongRow) => table.filter(({ row }) => row === wrongRow).map(({ line }) => line))
  throw wrongLines(path, lines, wrong.text, wrong.column)
}
