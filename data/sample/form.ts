import type { Column } from '../../src/domain/column.js'
import type { Dataset } from '../../src/domain/dataset.js'
import { type Period, sayPeriod } from '../../src/domain/period.js'
import type { ReturnRow } from './return-row.js'

/** A return as an office fills it in: everything that stands in the file, not yet in any file format. */
export interface Form {
  county: string
  /** The day on which it was filled in (ISO). */
  filled_on: string
  /** The name of its sheet. */
  sheet: string
  /** What stands over the title (附件1); null as a rule. */
  preface: string | null
  title: string
  /** Lines between the title and the table. */
  lines: readonly FormLine[]
  columns: readonly FormColumn[]
  /** All headings in one row, without the groups over them. */
  oneHeadingRow: boolean
  rows: readonly FormRow[]
  /** Lines under the table. */
  below: readonly FormLine[]
  /** Further sheets, each of plain lines; a text file has no place for them. */
  sheets: readonly { name: string; lines: readonly string[] }[]
}

/** What stands in a cell: words, a number, or a day, which a workbook keeps as a serial number shown as a date. */
export type FormCell = string | number | { readonly day: string }

/** Texts on one line, each with its place across the sheet from 0 (left) to 1 (right). */
export type FormLine = readonly { at: number; cells: readonly FormCell[] }[]

/** A column of the sheet: what it holds, its heading and the one above it, null when it has none. */
export interface FormColumn {
  /** A column of the return, or `serial`, `region_code`, `region_name`, `remarks`. */
  name: string
  heading: string
  group: string | null
}

/** A row of the table: a place, a total, the row that numbers the columns, or nothing at all. */
export interface FormRow {
  kind: 'place' | 'total' | 'numbers' | 'blank'
  cells: readonly FormCell[]
}

/** The corner of the sheet, and the columns in the order of the paper form with the group that stands above them. */
const layouts: Record<string, { measures: string; groups: Record<string, readonly string[]> }> = {
  coverage: { measures: '单位：家、个', groups: {} },
  stipend: {
    measures: '单位：元、人',
    groups: { 书记报酬: ['paid_total_yuan', 'lowest_yuan_per_month', 'highest_yuan_per_month'] },
  },
}

/** What the columns before the figures are called. */
const leading = { serial: '序号', region_code: '行政区划代码', region_name: '地区名称' }

/** Lays out a county's rows of a month: serial number, code and name first, the columns as declared, a total row last. */
export function formOf(
  dataset: Dataset,
  county: string,
  month: Period,
  rows: readonly ReturnRow[],
  filled_on: string,
): Form {
  const { measures, groups } = layouts[dataset.id] ?? { measures: '', groups: {} }
  const columns = inGroups(dataset.columns, Object.values(groups))
  const groupOf = ({ name, group }: Column) =>
    Object.entries(groups).find(([, names]) => names.includes(name))?.[0] ?? group?.zh ?? null
  return {
    county,
    filled_on,
    sheet: 'Sheet1',
    preface: null,
    title: `${county}${dataset.title.zh}（${sayPeriod(month, 'zh')}）`,
    lines: [
      [
        { at: 0, cells: [`填报单位：${county}`] },
        { at: 1, cells: [measures] },
      ],
    ],
    columns: [
      ...Object.entries(leading).map(([name, heading]) => ({ name, heading, group: null })),
      ...columns.map((column) => ({ name: column.name, heading: column.header.zh, group: groupOf(column) })),
    ],
    oneHeadingRow: false,
    rows: [
      ...rows.map(({ region_code, region_name, values }, index): FormRow => {
        const figures = columns.map(({ name }) => values[name] ?? '')
        return { kind: 'place', cells: [index + 1, region_code, region_name, ...figures] }
      }),
      { kind: 'total', cells: ['', '', '合计', ...columns.map((column) => totalOf(column, rows))] },
    ],
    below: [],
    sheets: [],
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
