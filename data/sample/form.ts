import type { Column } from '../../src/domain/column.js'
import type { Dataset } from '../../src/domain/dataset.js'
import { type Period, sayPeriod } from '../../src/domain/period.js'
import type { ReturnRow } from './return-row.js'

/** A return as an office fills it in: everything that stands on the sheet, not yet in any file format. */
export interface Form {
  title: string
  unit: string
  /** What is counted in, as it stands in the corner. */
  measures: string
  columns: readonly FormColumn[]
  rows: readonly (readonly (string | number)[])[]
  total: readonly (string | number)[]
}

/** A column of the sheet: its heading and the one above it, null when it has none. */
export interface FormColumn {
  heading: string
  group: string | null
}

/** The corner of the sheet, and the columns in the order of the paper form with the group that stands above them. */
const layouts: Record<string, { measures: string; groups: Record<string, readonly string[]> }> = {
  coverage: { measures: '单位：家、个', groups: {} },
  stipend: {
    measures: '单位：元、人',
    groups: { 书记报酬: ['paid_total_yuan', 'lowest_yuan_per_month', 'highest_yuan_per_month'] },
  },
}

/** Lays out a county's rows of a month: serial number, code and name first, the columns as declared, a total row last. */
export function formOf(dataset: Dataset, county: string, month: Period, rows: readonly ReturnRow[]): Form {
  const { measures, groups } = layouts[dataset.id] ?? { measures: '', groups: {} }
  const columns = inGroups(dataset.columns, Object.values(groups))
  const groupOf = ({ name, group }: Column) =>
    Object.entries(groups).find(([, names]) => names.includes(name))?.[0] ?? group?.zh ?? null
  return {
    title: `${county}${dataset.title.zh}（${sayPeriod(month, 'zh')}）`,
    unit: `填报单位：${county}`,
    measures,
    columns: [
      ...['序号', '行政区划代码', '地区名称'].map((heading) => ({ heading, group: null })),
      ...columns.map((column) => ({ heading: column.header.zh, group: groupOf(column) })),
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.region_code,
      row.region_name,
      ...columns.map(({ name }) => row.values[name] ?? ''),
    ]),
    total: ['', '', '合计', ...columns.map((column) => totalOf(column, rows))],
  }
}

/** Columns of one group stand side by side, where the first of them is declared. */
function inGroups(columns: readonly Column[], groups: readonly (readonly string[])[]): Column[] {
  const groupOf = ({ name }: Column) => groups.find((names) => names.includes(name))
  return columns.flatMap((column) => {
    const group = groupOf(column)
    if (!group) return [column]
    return group[0] === column.name ? columns.filter(({ name }) => group.includes(name)) : []
  })
}

/** The sum of what is a number; the lowest and the highest of many places are not summed. */
function totalOf({ name }: Column, rows: readonly ReturnRow[]): number | '' {
  if (name.startsWith('lowest') || name.startsWith('highest')) return ''
  return rows.reduce((all, { values }) => {
    const value = values[name]
    return typeof value === 'number' ? all + value : all
  }, 0)
}
