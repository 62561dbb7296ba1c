import type { Dataset } from '../domain/dataset.js'
import type { Judged } from '../domain/submission.js'
import type { Text } from '../domain/text.js'
import { say } from './messages.js'

/** What was done with a file that nobody has to do anything about, one sentence each: units converted, results of formulas taken. */
export function notesOf({ dataset: id, conversions, formulas }: Judged, datasets: readonly Dataset[]): Text[] {
  const dataset = datasets.find((one) => one.id === id)
  const headerOf = (name: string) => dataset?.columns.find((column) => column.name === name)?.header ?? name
  const place = (sheet: string | null, cell: string) => (sheet === null ? cell : `${sheet}!${cell}`)
  return [
    ...conversions.map(({ sheet, cell, column, stated, unit, factor }) =>
      say('note_converted', {
        ...{ header: headerOf(column), where: place(sheet, cell), stated, unit },
        factor: Math.round(factor * 1e4) / 1e4,
      }),
    ),
    ...formulas.map(({ sheet, cell, column, cells }) =>
      say('note_formulas', { header: headerOf(column), where: place(sheet, cell), count: cells }),
    ),
  ]
}
