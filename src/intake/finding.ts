import type { Finding, Severity } from '../domain/reject.js'
import type { Text } from '../domain/text.js'
import { type MessageCode, say } from './messages.js'
import { addressOf } from './reading/grid.js'
import { withoutPersonalNumbers } from './table/personal.js'

/** Where a finding stands: as much of it as applies. */
export interface Place {
  sheet?: string | null
  row?: number
  /** It is about the whole file, although it is seen in one cell. */
  wholeFile?: boolean
  /** Position of the column, from 0. */
  at?: number
  /** The dataset column's name, or the heading as found. */
  column?: string
  original?: string
}

/** What a message template is filled with: numbers and words, or words in both languages. */
export type MessageValues = Readonly<Record<string, string | number | Text>>

/** Characters of a cell's text that a sentence repeats; all of it stays in `original`. */
const told = 80

/**
 * A finding with its sentence. Every one is made here, so that no personal number that was typed into a cell is ever
 * repeated. `{original}` and `{cell}` of the template come from the place.
 */
export function finding(severity: Severity, code: MessageCode, place: Place, values: MessageValues = {}): Finding {
  const cell = place.row !== undefined && place.at !== undefined ? addressOf(place.row, place.at) : null
  const original = place.original === undefined ? null : withoutPersonalNumbers(place.original)
  const message = say(code, { original: shortened(original ?? ''), cell: cell ?? '', row: place.row ?? '', ...values })
  return {
    severity,
    code,
    sheet: place.sheet ?? null,
    row: place.wholeFile ? null : (place.row ?? null),
    column: place.column ?? null,
    cell,
    original,
    explanation: null,
    message: { zh: withoutPersonalNumbers(message.zh), en: withoutPersonalNumbers(message.en) },
  }
}

function shortened(text: string): string {
  return text.length > told ? `${[...text.slice(0, told * 2)].slice(0, told).join('')}…` : text
}
