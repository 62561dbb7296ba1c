import { sqlTypeOf } from '../domain/column.js'
import type { Dataset } from '../domain/dataset.js'
import { quoted, type Warehouse } from './warehouse.js'

/** Tables that hold what was received and what it is read against, before any model. */
const fixedTables = {
  run: 'period varchar, month varchar, as_of date, last_seq bigint',
  submissions: `submission_id varchar, seq bigint, dataset varchar, reporting_unit varchar, period varchar, received_at timestamp,
    file_name varchar, sha256 varchar, verdict varchar, rows_in bigint, rows_loaded bigint, rows_rejected bigint, replaces varchar,
    received_on date, due_date date`,
  submission_units:
    'submission_id varchar, dataset varchar, reporting_unit varchar, period varchar, rows_loaded bigint',
  rejects: `submission_id varchar, sheet varchar, row_number bigint, column_name varchar, cell varchar, original varchar,
    code varchar, severity varchar, message varchar, message_en varchar, explanation varchar`,
  conversions: `submission_id varchar, sheet varchar, column_name varchar, cell varchar, stated varchar, unit varchar,
    factor double`,
  formulas: 'submission_id varchar, sheet varchar, column_name varchar, cell varchar, cells bigint',
  column_places: `submission_id varchar, sheet varchar, table_number bigint, column_name varchar, letters varchar,
    header varchar`,
  nothings: `submission_id varchar, sheet varchar, row_number bigint, region_code varchar, period varchar, column_name varchar,
    kind varchar`,
  regions: `region_code varchar, region_name varchar, short_name varchar, region_level varchar, parent_code varchar,
    region_class varchar, valid_from varchar, valid_to varchar, month_before varchar, month_after varchar, place varchar`,
  region_changes: `month varchar, month_before varchar, kind varchar, from_code varchar, to_code varchar, note varchar,
    share decimal(5,4)`,
  thresholds: `threshold_id varchar, indicator_id varchar, scope varchar, region_level varchar, warning decimal(12,3),
    critical decimal(12,3), target decimal(12,3), target_due varchar, path varchar, path_from bigint, path_to bigint, clear_margin double, clear_periods bigint,
    min_denominator decimal(12,2), valid_from varchar, valid_to varchar, first_month varchar, last_month varchar, basis varchar,
    note varchar`,
  corrections: `line bigint, dataset varchar, region_code varchar, period varchar, column_name varchar, action varchar,
    value varchar, watched_column varchar, expect varchar, put varchar, decided_on date, decided_by varchar, reason varchar,
    is_decided boolean`,
  datasets: 'dataset varchar, title varchar, title_en varchar, frequency varchar, grain varchar, due_day bigint',
  indicators: `indicator_id varchar, dataset varchar, frequency varchar, unit varchar, scale bigint, direction varchar,
    decimals bigint, gap_by varchar, gap_unit varchar, gap_unit_en varchar, name varchar, name_en varchar, position bigint`,
  revisions: `seq bigint, submission_id varchar, received_on date, region_code varchar, period varchar, indicator_id varchar,
    value_before double, value_after double, numerator_before decimal(24,6), numerator_after decimal(24,6),
    denominator_before decimal(24,6), denominator_after decimal(24,6), units_before bigint, units_after bigint,
    units_expected bigint`,
  withdrawals: `seq bigint, submission_id varchar, withdrawn_on date, alert_id varchar, region_code varchar, region_level varchar,
    place varchar, indicator_id varchar, opened_period varchar, opened_ordinal bigint, worst_period varchar, worst_value double,
    latest_period varchar, latest_ordinal bigint, latest_value double, latest_status varchar`,
  models: 'model varchar, sql varchar',
  calendar: `dataset varchar, period varchar, ordinal bigint, first_month varchar, last_month varchar, due_date date`,
} as const
export type RawTable = keyof typeof fixedTables

/** Tables of which no row belongs to the period of a figure: when figures of a period come in, they stay as they are. */
export const timelessTables: ReadonlySet<string> = new Set(
  (
    [
      'run',
      'submissions',
      'regions',
      'region_changes',
      'thresholds',
      'corrections',
      'datasets',
      'indicators',
    ] satisfies RawTable[]
  ).map((table) => `raw.${table}`),
)

/** The dataset whose returns lie in a table as they were read; null for every other table. */
export function datasetOf(table: string): string | null {
  const [schema, name = ''] = table.split('.')
  return schema === 'raw' && !Object.hasOwn(fixedTables, name) ? name : null
}

/** Creates the empty `raw` tables: the fixed ones, and one a dataset from its declaration. */
export async function createRawTables(warehouse: Warehouse, datasets: readonly Dataset[]): Promise<void> {
  await warehouse.run('create schema if not exists raw')
  for (const [table, columns] of Object.entries(fixedTables))
    await warehouse.run(`create table raw.${table} (${columns})`)
  for (const dataset of datasets) {
    const measures = dataset.columns.map((column) => `${quoted(column.name)} ${sqlTypeOf(column)}`)
    const columns = [
      'submission_id varchar',
      'sheet varchar',
      'table_number bigint',
      'row_number bigint',
      'region_code varchar',
      'period varchar',
      ...measures,
    ]
    await warehouse.run(`create table raw.${quoted(dataset.id)} (${columns.join(', ')})`)
  }
}
