import { stringify } from 'csv-stringify/sync'
import type { Dataset } from '../../src/domain/dataset.js'
import type { ReturnRow } from './return-row.js'
import { utf8 } from './sample-file.js'

/** Rows as clean CSV: one row of Chinese headings beginning with period, code and name, then the columns as declared that there were then. */
export function historyBytes(dataset: Dataset, rows: readonly ReturnRow[]): Uint8Array {
  const columns = dataset.columns.filter(({ name }) => rows.some(({ values }) => name in values))
  const headings = ['报告期', '行政区划代码', '地区名称', ...columns.map(({ header }) => header.zh)]
  const records = rows.map(({ period, region_code, region_name, values }) => [
    period,
    region_code,
    region_name,
    ...columns.map(({ name }) => values[name] ?? ''),
  ])
  return utf8(stringify([headings, ...records]))
}
