import { refuseFetching } from './fetching-formula.js'
import { addressOf } from './grid.js'
import { lastOfSheet, limits } from './limits.js'
import type { Shown } from './number-formats.js'
import { ReadingProblem } from './problem.js'
import { mergeOf, withText } from './read-merges.js'
import { readRuns } from './shared-strings.js'
import { byFormula, kind, type SheetCells } from './sheet-cells.js'
import { XmlCursor } from './xml-cursor.js'
import { asUtf8, cellText } from './xml-text.js'

/** What a sheet's cells refer to. `texts` grows by the texts that stand in the cells themselves. */
export interface SheetContext {
  texts: string[]
  formats: readonly Shown[]
  from1904: boolean
  /** How many cells may still come, over all sheets: counted down. */
  left: { cells: number }
}

/** Milliseconds of a day, the serial numbers of 1970 in either way of counting, and the day after the last one there is. */
const [day, epoch1900, epoch1904, lastSerial] = [86_400_000, 25_569, 24_107, 2_958_466]

/**
 * Reads a sheet's cells in one pass. Cells and rows that only have a format leave nothing behind, however many; a formula is
 * never worked out, what counts is the value stored with it. Throws a `ReadingProblem`.
 */
export function readSheet(name: string, bytes: Buffer, context: SheetContext): SheetCells {
  const cursor = new XmlCursor(asUtf8(bytes))
  const [rows, ends, columns, kinds, values]: number[][] = [[], [], [], [], []]
  const list = { rows, ends, columns, kinds, values } as Record<
    'rows' | 'ends' | 'columns' | 'kinds' | 'values',
    number[]
  >
  const merges = []
  let [row, column] = [0, 0]
  for (let token = cursor.next(); token !== 'end'; token = cursor.next()) {
    if (token === 'text') continue
    if (token === 'open') {
      if (cursor.name === 'c') {
        column = cursor.columnAttribute('r') ?? column
        if (row === 0 || column >= lastOfSheet.column) throw new ReadingProblem('damaged_part')
        const cell = readCell(cursor, context, () => ({ sheet: name, row, at: column }))
        if (cell !== null) {
          if (column >= limits.columns) throw tooWide(name, row, column)
          context.left.cells -= 1
          if (context.left.cells < 0) throw new ReadingProblem('too_many_cells', { limit: limits.cells })
          list.columns.push(column)
          list.kinds.push(cell.kind)
          list.values.push(cell.value)
        }
        column += 1
      } else if (cursor.name === 'row') {
        const number = cursor.wholeAttribute('r') ?? row + 1
        if (number <= row || number > lastOfSheet.row)
          throw new ReadingProblem('rows_out_of_order', { sheet: name, row: number }, { sheet: name })
        row = number
        column = 0
      } else if (cursor.name === 'mergeCell') {
        merges.push(mergeOf(cursor.attribute('ref') ?? ''))
        if (merges.length > limits.merges)
          throw new ReadingProblem('too_many_merges', { sheet: name, limit: limits.merges }, { sheet: name })
      }
    } else if (cursor.name === 'row' && list.columns.length > (list.ends.at(-1) ?? 0)) {
      list.rows.push(row)
      list.ends.push(list.columns.length)
    }
  }
  const cells: SheetCells = {
    name,
    rows: Uint32Array.from(list.rows),
    ends: Uint32Array.from(list.ends),
    columns: Uint16Array.from(list.columns),
    kinds: Uint8Array.from(list.kinds),
    values: Float64Array.from(list.values),
    merges: [],
  }
  return { ...cells, merges: withText(merges, cells) }
}

function tooWide(sheet: string, row: number, at: number): ReadingProblem {
  return new ReadingProblem(
    'too_many_columns',
    { where: addressOf(row, at), limit: limits.columns },
    { sheet, row, at },
  )
}

interface StoredCell {
  kind: number
  value: number
}

/** The cell just opened, up to its end; null when there is nothing in it. */
function readCell(
  cursor: XmlCursor,
  context: SheetContext,
  place: () => { sheet: string; row: number; at: number },
): StoredCell | null {
  const type = cursor.shortAttribute('t') ?? 'n'
  const style = cursor.wholeAttribute('s')
  const { depth } = cursor
  let formula: string | null = null
  let value: StoredCell | null = null
  for (let token = cursor.next(), inside = ''; token !== 'end'; token = cursor.next()) {
    if (token === 'text') {
      if (inside === 'v') value = storedValue(cursor, type, style, context)
      else if (inside === 'f') formula = `=${cursor.value}`
    } else if (token === 'close') {
      if (cursor.depth === depth) break
      inside = ''
    } else {
      inside = cursor.name
      if (inside === 'f') formula ??= '='
      else if (inside === 'is') value = textCell(readRuns(cursor), context)
    }
  }
  if (formula === null) return value
  refuseFetching(formula, place)
  // Without a type for texts nothing stored means never worked out; an empty text is a result.
  if (value === null)
    return type === 'str' ? null : { kind: kind.unvalued | byFormula, value: addText(formula, context) }
  return { kind: value.kind | byFormula, value: value.value }
}

function storedValue(
  cursor: XmlCursor,
  type: string,
  style: number | undefined,
  context: SheetContext,
): StoredCell | null {
  if (type === 's') {
    const at = cursor.number
    return context.texts[at]?.trim() ? { kind: kind.text, value: at } : null
  }
  if (type === 'b') return { kind: kind.boolean, value: /^(1|true)$/i.test(cursor.value.trim()) ? 1 : 0 }
  if (type === 'n') {
    const number = cursor.number
    if (Number.isFinite(number)) return numberCell(number, style, context)
  }
  if (type === 'd') {
    const time = Date.parse(cursor.value.trim().replace(/(T[^Z]*)$/, '$1Z'))
    if (Number.isFinite(time)) return { kind: kind.date, value: time }
  }
  return textCell(cellText(cursor.value), context)
}

function numberCell(number: number, style: number | undefined, { formats, from1904 }: SheetContext): StoredCell {
  const shown = style === undefined ? 'number' : (formats[style] ?? 'number')
  if (shown === 'percent') return { kind: kind.percent, value: number }
  if (shown === 'number' || number < 0 || number >= lastSerial) return { kind: kind.number, value: number }
  // Counted from 1900, a 29 February that never was stands between day 59 and day 61.
  const serial = from1904 || number >= 60 ? number : number + 1
  return { kind: kind.date, value: Math.round((serial - (from1904 ? epoch1904 : epoch1900)) * day) }
}

function textCell(text: string, context: SheetContext): StoredCell | null {
  return text.trim() === '' ? null : { kind: kind.text, value: addText(text, context) }
}

function addText(text: string, { texts }: SheetContext): number {
  if (texts.length >= limits.texts * 2) throw new ReadingProblem('too_many_texts', { limit: limits.texts * 2 })
  return texts.push(text) - 1
}
