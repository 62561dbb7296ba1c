import type { Cell, CellStyle, Sheet, WriteSheet } from 'hucre/xlsx'
import type { Severity } from '../../domain/reject.js'
import { textSheetName } from '../marked/index-sheet.js'
import type { Mark } from '../marked/mark.js'
import type { CopySheet } from './workbook-sheet.js'

/** Who our comments are by: how they are known again. */
export const author = '基层统计'

/** The hidden sheet that keeps what a mark was put over: sheet, cell, and the style as JSON. */
export const recordSheet = '_jiceng_styles'

/** Light red for what must be put right, light amber for what has to be explained. Both carry black text. */
const colours: Record<Severity, string> = { reject: 'FFC7CE', warn: 'FFE699' }

const between = '\n——原有批注——\n'

/** A style that a mark was put over. */
export interface ReplacedStyle {
  sheet: string
  /** As the reader keys cells: row and column from 0. */
  key: string
  style: CellStyle
}

/** Colours the marked cells and puts the comments on them. Returns the styles that cannot be told from the colour alone. */
export function markCells(sheets: readonly CopySheet[], marks: readonly Mark[]): ReplacedStyle[] {
  const replaced: ReplacedStyle[] = []
  for (const sheet of sheets) {
    const here = marks.filter((mark) => (mark.sheet ?? textSheetName) === sheet.name)
    const groups = new Map<string, Mark[]>()
    for (const mark of here) {
      const key = keyOf(sheet, mark)
      groups.set(key, [...(groups.get(key) ?? []), mark])
    }
    for (const [key, group] of groups) {
      const cell = cellOf(sheet, key)
      const style = cell.style ?? {}
      const font = style.font
      const isColoured = font?.color !== undefined && font.color.theme !== 1 && font.color.rgb !== '000000'
      if (style.fill || isColoured) replaced.push({ sheet: sheet.name, key, style })
      const severity = group.some((mark) => mark.severity === 'reject') ? 'reject' : 'warn'
      cell.style = {
        ...style,
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: colours[severity] } },
        ...(isColoured ? { font: { ...font, color: { rgb: '000000' } } } : {}),
      }
      const text = [...new Set(group.map((mark) => mark.text))].join('\n')
      cell.comment = { author, text: cell.comment ? `${text}${between}${cell.comment.text}` : text }
    }
  }
  return replaced
}

/** Takes our colours and comments off a sheet that we marked before. */
export function unmark(sheet: CopySheet, records: Sheet | undefined): void {
  const before = new Map(
    (records?.rows ?? []).filter(([name]) => name === sheet.name).map(([, key, style]) => [String(key), String(style)]),
  )
  for (const [key, cell] of sheet.cells ?? []) {
    if (cell.comment?.author === author) {
      const own = cell.comment.text.split(between)[1]
      if (own === undefined) delete cell.comment
      else cell.comment = { text: own }
    }
    const { style } = cell
    if (style?.fill?.type !== 'pattern' || !isOurs(style.fill.fgColor?.rgb)) continue
    const { fill, ...rest } = style
    cell.style = readStyle(before.get(key)) ?? rest
  }
}

/** The hidden sheet with the replaced styles; none when there are none. */
export function styleRecords(replaced: readonly ReplacedStyle[]): WriteSheet[] {
  if (replaced.length === 0) return []
  const rows = replaced.map(({ sheet, key, style }) => [sheet, key, JSON.stringify(style)])
  return [{ name: recordSheet, rows, veryHidden: true }]
}

function isOurs(rgb: string | undefined): boolean {
  return Object.values(colours).includes(rgb?.slice(-6).toUpperCase() ?? '')
}

/** A recorded style. Somebody may have written in the hidden sheet: what is no style is none. */
function readStyle(json: string | undefined): CellStyle | null {
  if (json === undefined) return null
  try {
    const style: unknown = JSON.parse(json)
    return typeof style === 'object' && style !== null ? style : null
  } catch {
    return null
  }
}

/** The cell that shows a place: of a merged range, its first. */
function keyOf({ merges }: CopySheet, { row, at }: Mark): string {
  const around = merges?.find(
    ({ startRow, endRow, startCol, endCol }) =>
      row - 1 >= startRow && row - 1 <= endRow && at >= startCol && at <= endCol,
  )
  return around ? `${around.startRow},${around.startCol}` : `${row - 1},${at}`
}

function cellOf(sheet: CopySheet, key: string): Cell {
  sheet.cells ??= new Map()
  const [row, at] = key.split(',').map(Number) as [number, number]
  const known = sheet.cells.get(key)
  const value = sheet.rows[row]?.[at] ?? null
  const cell = known ?? { value, type: value === null ? ('empty' as const) : typeOf(value) }
  sheet.cells.set(key, cell)
  return cell
}

function typeOf(value: NonNullable<Cell['value']>): Cell['type'] {
  return value instanceof Date ? 'date' : (typeof value as 'string' | 'number' | 'boolean')
}
