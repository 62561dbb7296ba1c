import { modelFolder, topics } from '../../pipelines/index.js'
import type { CellValue } from '../../src/domain/column.js'
import type { Correction } from '../../src/domain/correction.js'
import type { Period } from '../../src/domain/period.js'
import type { Region, RegionChange } from '../../src/domain/region.js'
import type { ColumnPlace } from '../../src/domain/submission.js'
import { Threshold } from '../../src/domain/threshold.js'
import { Brought } from '../../src/warehouse/brought.js'
import { loadSubmission } from '../../src/warehouse/load-submission.js'
import { inOrder, readModels } from '../../src/warehouse/model.js'
import { createRawTables } from '../../src/warehouse/raw-tables.js'
import { type AuditFailure, runAudits } from '../../src/warehouse/transform.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'
import { workOut } from '../../src/warehouse/work-out.js'

const region = (
  code: string,
  name: string,
  level: Region['region_level'],
  parent: string | null,
  from = '2000-01',
  to: string | null = null,
): Region => ({
  region_code: code,
  region_name: name,
  short_name: name.slice(0, 1),
  region_level: level,
  parent_code: parent,
  region_class: level === 'county' ? 'plain' : null,
  valid_from: from,
  valid_to: to,
})

/**
 * A city of three counties with a township or two each, one of them with two villages. From 2026-01 the counties 乙 and 丙 are one district, 丁, and their
 * townships have new codes.
 */
export const tinyRegions: Region[] = [
  region('990100', '小城市', 'prefecture', null),
  region('990101', '甲区', 'county', '990100'),
  region('990101001', '甲一镇', 'township', '990101'),
  region('990101001201', '甲一村', 'village', '990101001'),
  region('990101001202', '甲二村', 'village', '990101001'),
  region('990101002', '甲二镇', 'township', '990101'),
  region('990102', '乙县', 'county', '990100', '2000-01', '2025-12'),
  region('990102001', '乙一乡', 'township', '990102', '2000-01', '2025-12'),
  region('990103', '丙县', 'county', '990100', '2000-01', '2025-12'),
  region('990103001', '丙一乡', 'township', '990103', '2000-01', '2025-12'),
  region('990104', '丁区', 'county', '990100', '2026-01'),
  region('990104001', '乙一乡', 'township', '990104', '2026-01'),
  region('990104002', '丙一乡', 'township', '990104', '2026-01'),
]

const change = (kind: 'merge' | 'recode', from_code: string, to_code: string) => ({
  month: '2026-01',
  kind,
  from_code,
  to_code,
  note: '',
  share: null,
})
export const tinyChanges = [
  change('merge', '990102', '990104'),
  change('merge', '990103', '990104'),
  change('recode', '990102001', '990104001'),
  change('recode', '990103001', '990104002'),
]

/** A threshold row as the spreadsheet holds it, blank where not said. */
export function threshold(fields: Partial<Record<keyof Threshold, string>>): Threshold {
  const blank = {
    scope: 'all',
    region_level: '',
    warning: '',
    critical: '',
    target: '',
    target_due: '',
    path: 'flat',
    clear_margin: '',
    clear_periods: '',
    min_denominator: '',
    valid_from: '2000-01',
    valid_to: '',
    basis: '示例',
    note: '',
  }
  return Threshold.parse({ ...blank, ...fields })
}

/** One received file of the tiny city: rows of region, period and the columns that are not zero. */
export interface TinyFile {
  dataset: string
  unit: string
  received_at: string
  rows: [region: string, period: Period, values: Record<string, CellValue>][]
}

const datasets = topics.map(({ dataset }) => dataset)

/** What tables are worked out for: the lines, the month, the day, and the regions when they are not the tiny city's. */
export interface TinyRun {
  thresholds?: Threshold[]
  period?: Period
  as_of?: string
  regions?: readonly Region[]
  changes?: readonly RegionChange[]
  corrections?: readonly Correction[]
}

/** Loads files into an empty warehouse, runs every model and audit on it. The caller closes it. */
export async function tinyWarehouse(
  files: readonly TinyFile[],
  options: TinyRun = {},
): Promise<{ warehouse: Warehouse; failures: AuditFailure[] }> {
  const warehouse = await Warehouse.open(':memory:')
  await createRawTables(warehouse, datasets)
  return { warehouse, failures: await addToTiny(warehouse, files, 0, options, null) }
}

/**
 * Loads the files after the first `known` ones, and works the tables out, going on from the run `before` where there was one. Gives
 * what the audits found.
 */
export async function addToTiny(
  warehouse: Warehouse,
  files: readonly TinyFile[],
  known: number,
  options: TinyRun,
  before: TinyRun | null,
): Promise<AuditFailure[]> {
  const brought = await Brought.read(warehouse)
  for (const [seq, file] of files.entries())
    if (seq >= known) await loadSubmission(warehouse, datasets, brought, submissionOf(file, seq))
  const { models: unordered, audits } = await readModels(modelFolder)
  const { thresholds = [], regions = tinyRegions, changes = tinyChanges, corrections = [] } = options
  const models = await inOrder(warehouse, unordered)
  const periods = await workOut(warehouse, models, {
    reference: { regions, changes, thresholds, corrections },
    topics,
    run: runOf(options),
    before: before && { run: runOf(before), receipts: known },
  })
  return (await runAudits(warehouse, models, audits, periods)).failures
}

function runOf({ period = '2026-02', as_of = '2026-03-10' }: TinyRun) {
  return { period, as_of }
}

function submissionOf(file: TinyFile, seq: number) {
  const zeros = Object.fromEntries(
    (datasets.find(({ id }) => id === file.dataset)?.columns ?? [])
      .filter(({ kind, required }) => required && (kind === 'count' || kind === 'amount'))
      .map(({ name }) => [name, 0]),
  )
  const accepted = file.rows.map(([region_code, period, values], index) => ({
    sheet: null,
    table_number: null,
    row_number: index + 2,
    nothing: {},
    region_code,
    period,
    values: { ...zeros, ...values },
  }))
  const receipt = {
    sha256: `${seq % 10}${String(Math.floor(seq / 10)).padStart(11, '0')}`.padEnd(64, '0'),
    file_name: `${seq}.csv`,
    received_at: file.received_at,
    bytes: 1,
  }
  const result = {
    file_name: receipt.file_name,
    dataset: file.dataset,
    reporting_unit: file.unit,
    period: spanOf(file),
    verdict: 'accepted' as const,
    rows: { in: accepted.length, loaded: accepted.length, rejected: 0 },
    accepted,
    findings: [],
    conversions: [],
    formulas: [],
    columns: placesOf(file.dataset),
  }
  return { receipt, seq, result }
}

/** As in a file with the code, the period and then every column of the return in its order. */
function placesOf(id: string): ColumnPlace[] {
  const columns = topics.find(({ dataset }) => dataset.id === id)?.dataset.columns ?? []
  return columns.map(({ name, header }, at) => ({
    ...{ sheet: null, table_number: null, column: name, header: header.zh },
    letters: String.fromCharCode(67 + at),
  }))
}

function spanOf({ rows }: TinyFile): string {
  const periods = rows.map(([, period]) => period).sort()
  return [...new Set([periods[0], periods.at(-1)])].join('/')
}
