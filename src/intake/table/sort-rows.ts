import { plain, tight } from '../plain-text.js'
import { cellAt, type Grid, type GridRow, isBlankRow } from '../reading/grid.js'
import { bareLabelIn, isFormLine } from './form-lines.js'
import { headingAsWritten } from './header-text.js'
import type { TotalRow } from './table.js'

/** Which columns of a table hold the regions and which the figures. */
export interface RowShape {
  regions: readonly number[]
  measures: readonly number[]
  /** Position in `grid.rows` of the lowest header row. */
  last: number
  /** Rows with a region and nothing else are none. */
  hasSpareRows: boolean
}

/** A heading between the rows. */
export interface Section {
  text: string
  after: number
}

const columnNumber = /^([甲乙丙丁戊己庚辛壬癸]|\(?\d{1,2}\)?|[①-⑳]|-)$/
const leadingNumber = /^(\(?[一二三四五六七八九十]+[)、.]|\(?\d{1,2}[)、.])/
/** A number of its own before a section's name. */
const numbering = /^\(?([一二三四五六七八九十]+|\d{1,2})[)、.]?$/

/** The rows below a header, told apart. Notes, signatures, repeated headers and blank rows are in neither list. */
export interface SortedRows {
  rows: GridRow[]
  totals: TotalRow[]
  /** Headings between the rows that name the region which the rows below them lie in, and how many rows stand above each. */
  sections: Section[]
  /** Rows that are neither: what stands around the table. */
  others: GridRow[]
}

const total = /^.{0,12}?(合计|总计|小计|共计|累计)(\(.*\))?[:]?$/
const note =
  /^(注|说明|备注|填表说明|填报说明|平衡关系|审核关系|补充资料|指标解释|第\d+页|[(]?[一二三四五六七八九十]+[)、.])/

/** What a text is as the name or code of a region: one that a row may be about, one above those, or none. */
export type RegionTest = (text: string) => 'row' | 'above' | null

/** Tells data rows from totals, sections, notes and the rest. */
export function sortRows(grid: Grid, shape: RowShape, regionTest: RegionTest): SortedRows {
  const sorted: SortedRows = { rows: [], totals: [], sections: [], others: [] }
  const header = grid.rows[shape.last] as GridRow
  const headed = [...shape.regions, ...shape.measures]
  // A total is named where the regions are, or left of them (over 序号).
  const leading = Math.max(0, ...shape.regions)
  const below = grid.rows.slice(shape.last + 1).find((row) => !isBlankRow(row))
  for (const row of grid.rows.slice(shape.last + 1)) {
    if (isBlankRow(row)) continue
    const has = (at: number) => cellAt(row, at).text.trim() !== ''
    const label = totalLabel(row, leading, shape.measures)
    const hasFigure = shape.measures.some(has)
    if (label !== null) {
      sorted.totals.push({ row, label, partial: label.includes('小计'), after: sorted.rows.length })
    } else if (!hasFigure && sectionIn(row, regionTest) !== null) {
      sorted.sections.push({ text: sectionIn(row, regionTest) ?? '', after: sorted.rows.length })
    } else if (shape.hasSpareRows && !hasFigure) {
      sorted.others.push(row)
    } else if (shape.regions.some((at) => regionTest(cellAt(row, at).text) !== null)) {
      sorted.rows.push(row)
    } else if (!headed.some(has) || isColumnNumbers(row, row === below) || repeatsHeader(row, header, headed)) {
      sorted.others.push(row)
    } else if (isFormLine(row) || isSignature(row) || (!hasFigure && isNote(row))) {
      sorted.others.push(row)
    } else {
      sorted.rows.push(row)
    }
  }
  return sorted
}

function totalLabel(row: GridRow, leading: number, measures: readonly number[]): string | null {
  for (let at = 0; at <= leading; at++) {
    const text = cellAt(row, at).text
    if (text !== '' && !measures.includes(at) && total.test(tight(text))) return plain(text)
  }
  return null
}

/** The region above that a row names and says nothing else of: `二、柳林镇`, alone or after a number in a cell of its own. */
function sectionIn(row: GridRow, regionTest: RegionTest): string | null {
  const texts = row.cells.map((cell) => plain(cell.text)).filter((text) => text !== '' && !numbering.test(text))
  const name = (texts[0] ?? '').replace(leadingNumber, '').replace(/[:]$/, '')
  return texts.length === 1 && regionTest(name) === 'above' ? name : null
}

/**
 * The row that numbers the columns: 甲 乙 丙 1 2 3, 列号 1 2 3, or right below the headings 1 2 3 alone (`isFirst`): further down three
 * figures in a row are data.
 */
function isColumnNumbers(row: GridRow, isFirst: boolean): boolean {
  const texts = row.cells.map((cell) => tight(cell.text)).filter((text) => text !== '')
  const [first = '', ...rest] = texts
  if (/^[甲乙丙丁]$/.test(first)) return rest.length > 0 && rest.every((text) => columnNumber.test(text))
  if (/^(列号|栏次|栏号|列次)$/.test(first)) return rest.every((text) => columnNumber.test(text))
  return isFirst && texts.length > 2 && texts.every((text, index) => Number(text.replace(/[()]/g, '')) === index + 1)
}

function repeatsHeader(row: GridRow, header: GridRow, headed: readonly number[]): boolean {
  const filled = headed.filter((at) => cellAt(header, at).text !== '')
  return (
    filled.length > 1 &&
    filled.every((at) => headingAsWritten(cellAt(row, at).text) === headingAsWritten(cellAt(header, at).text))
  )
}

/** A row that names no region and has no figures: a sentence under the table, or a heading between its rows. */
function isNote(row: GridRow): boolean {
  const texts = row.cells.map((cell) => plain(cell.text)).filter((text) => text !== '')
  const [first = ''] = texts
  return note.test(first) || (texts.length === 1 && /[。；;:]|.{16}/.test(first))
}

/** 填报人 and the like, each in a cell of its own. */
function isSignature(row: GridRow): boolean {
  const kind = bareLabelIn(row)?.kind
  return kind === 'person' || kind === 'sent' || kind === 'unit'
}
