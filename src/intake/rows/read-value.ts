import type { CellValue, Column } from '../../domain/column.js'
import { namesOffices } from '../../domain/office.js'
import type { Nothing } from '../../domain/submission.js'
import type { MessageValues } from '../finding.js'
import { type MessageCode, say } from '../messages.js'
import { plain, tight } from '../plain-text.js'
import type { Cell } from '../reading/grid.js'
import { unitsOf } from '../table/header-book.js'
import { isApproximate, isUnverified, nothingIn } from './no-figure.js'
import { readDate } from './read-date.js'
import { readNumber } from './read-number.js'

/** A cell's value in stored units, or why it is none. */
export type ReadValue = { value: CellValue; nothing?: Nothing } | { code: MessageCode; values?: MessageValues }

/** What a spreadsheet shows for a formula that cannot be worked out; a text file saved from it holds the same. */
const errorValue = /^#(REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/

/** What nearly every cell of a clean file holds: digits alone, few enough for whole cents. */
const digits = /^\d{1,12}$/

/** Reads one cell as its column declares. `factor` is what the heading or the sheet says one written unit is worth. */
export function readValue(cell: Cell, column: Column, factor: number): ReadValue {
  if (factor === 1 && (column.kind === 'count' || column.kind === 'amount') && !cell.formula && digits.test(cell.text))
    return withinRange({ value: Number(cell.text) }, column)
  if (cell.formula && cell.value === null) return { code: 'formula_without_value' }
  if (errorValue.test(cell.text)) return { code: 'formula_error' }
  if (cell.text.trim() === '' || plain(cell.text) === '')
    return column.required ? { code: 'blank_required', values: wayOut(column) } : { value: null }
  const nothing = column.kind === 'text' ? null : nothingIn(cell.text)
  if (nothing !== null)
    return column.required ? { code: 'nothing_written', values: wayOut(column) } : { value: null, nothing }
  const read = readWritten(cell, column, factor)
  if ('value' in read || !isFigure(column)) return read
  // A figure that nobody stands by is not one: said apart from what is no figure at all.
  if (isApproximate(cell.text)) return { code: 'approximate' }
  return isUnverified(cell.text) ? { code: 'unverified', values: wayOut(column) } : read
}

function readWritten(cell: Cell, column: Column, factor: number): ReadValue {
  switch (column.kind) {
    case 'count':
      return withinRange(readCount(cell.text, column, factor), column)
    case 'amount':
      return withinRange(readAmount(cell.text, column, factor), column)
    case 'share':
      return withinRange(readShare(cell.text), column)
    case 'date': {
      const value = readDate(cell)
      return value === null ? { code: 'not_a_date' } : { value }
    }
    case 'code':
      return readChoice(cell.text, column)
    case 'text':
      return column.names === 'office' && !namesOffices(cell.text)
        ? { code: 'not_an_office' }
        : { value: cell.text.trim() }
  }
}

function readCount(text: string, column: Column, factor: number): ReadValue {
  const stored = storedNumber(text, column, factor)
  const value = stored?.converted ? Math.round(stored.value * 1e6) / 1e6 : stored?.value
  return Number.isSafeInteger(value) ? { value: value as number } : { code: 'not_a_count', values: wayOut(column) }
}

function readAmount(text: string, column: Column, factor: number): ReadValue {
  const stored = storedNumber(text, column, factor)
  if (stored === null || !Number.isSafeInteger(Math.round(stored.value * 100)))
    return { code: 'not_an_amount', values: wayOut(column) }
  if (stored.decimals > 2 && !stored.converted) return { code: 'too_many_decimals' }
  return { value: Math.round(stored.value * 100) / 100 }
}

/** 78% and 78 are the same; 0.78 and 1 may mean two things when no sign stands behind them. */
function readShare(text: string): ReadValue {
  const written = readNumber(text)
  if (written === null || (written.unit !== '' && written.unit !== '%')) return { code: 'not_a_share' }
  const { value } = written
  if (written.unit === '' && value > 0 && value <= 1)
    return { code: 'ambiguous_share', values: { as_ratio: Math.round(value * 1e6) / 1e4, as_pct: value } }
  return { value: Math.round(value * 1e4) / 1e4 }
}

function readChoice(text: string, column: Column): ReadValue {
  const written = tight(text)
  for (const [choice, value] of Object.entries(column.codes))
    if (tight(choice) === written || value === written) return { value }
  return { code: 'not_a_code', values: { choices: Object.keys(column.codes).join('、') } }
}

/** What to do when there is nothing to report: a required figure takes a 0, an optional one may stay blank. */
function wayOut(column: Column): MessageValues {
  return { way_out: say(!column.required ? 'way_blank' : isFigure(column) ? 'way_zero' : 'way_fill_in') }
}

function isFigure({ kind }: Column): boolean {
  return kind === 'count' || kind === 'amount' || kind === 'share'
}

/** A number in stored units. A unit in the cell counts before one in the heading; one that the column does not know is no number. */
function storedNumber(text: string, column: Column, factor: number) {
  const written = readNumber(text)
  if (written === null) return null
  const unit = written.unit === '' ? undefined : unitsOf(column).find((known) => tight(known) === written.unit)
  if (written.unit !== '' && unit === undefined) return null
  const worth = unit === undefined ? factor : factorOf(column, unit)
  return { value: written.value * worth, decimals: written.decimals, converted: worth !== 1 }
}

/** What one of a unit is worth in the column's own. */
export function factorOf(column: Column, unit: string): number {
  return column.other_units[unit] ?? 1
}

function withinRange(read: ReadValue, { min, max }: Column): ReadValue {
  if (!('value' in read) || typeof read.value !== 'number') return read
  if (min !== null && read.value < min) return { code: 'below_min', values: { limit: min } }
  if (max !== null && read.value > max) return { code: 'above_max', values: { limit: max } }
  return read
}
