import { html } from 'htl'
import type { OriginCell, OriginColumn, OriginRemark, OriginRow } from '../../src/domain/figure-origin.js'
import { sayCell } from './origin-cell.js'
import type { OriginPlaces } from './origin-places.js'
import { sayDay } from './period.js'
import type { View } from './view.js'

/** What was done with the figures of some rows and said about them, each sentence once; null when there is nothing to say. */
export function originNotes(
  rows: readonly OriginRow[],
  columns: readonly OriginColumn[],
  places: OriginPlaces,
  view: View,
): HTMLElement | null {
  const said = rows.flatMap((row) => [
    ...columns.flatMap((column) => {
      const cell = row.cells.find((one) => column.dataset === row.dataset && one.column === column.column)
      const name = view.pick(column.header)
      const where = `${row.region_name} ${name}${view.say('list.comma')}${cell?.cell ?? view.say('dash')}`
      return cell ? cell.remarks.map((remark) => sayRemark(remark, cell, { name, where }, places, view)) : []
    }),
    ...row.remarks.map((remark) => {
      const where = `${row.region_name} ${places.row(row)}`
      return sayRemark(remark, null, { name: where, where }, places, view)
    }),
  ])
  const notes = [...new Set(said.filter((note) => note !== null))]
  if (notes.length === 0) return null
  return html`<h4>${view.say('origin.notes')}</h4><ul class="origin-notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`
}

/** One remark in words; null when it says nothing new. `name` is the column's, `where` the figure's. */
function sayRemark(
  remark: OriginRemark,
  cell: OriginCell | null,
  { name, where }: { name: string; where: string },
  places: OriginPlaces,
  view: View,
): string | null {
  const value = cell?.value ?? null
  switch (remark.kind) {
    case 'converted': {
      const { stated, unit, factor } = remark
      return view.say('origin.note.converted', { column: name, stated, unit, factor: sayCell(view, factor) })
    }
    case 'formulas':
      return view.say('origin.note.formulas', { column: name, cells: remark.cells })
    case 'nothing':
      return view.say(`origin.note.${remark.nothing}`, { cell: where })
    case 'finding': {
      const message = view.pick(remark.message)
      return remark.explanation === null
        ? view.say('origin.note.finding', { cell: where, message })
        : view.say('origin.note.explained', { cell: where, message, explanation: remark.explanation })
    }
    case 'earlier': {
      if (remark.value === value) return null
      const place = places.cell(remark.submission_id, remark.sheet, remark.cell)
      const words = { cell: where, value: sayCell(view, value), before: sayCell(view, remark.value), place }
      return view.say('origin.note.earlier', words)
    }
    case 'corrected': {
      const { line, action, found, put, decided_by, decided_on, reason } = remark
      const [before, after] = [found ?? view.say('dash'), put ?? view.say('dash')]
      const change = view.say(`origin.correction.${action}`, { found: before, put: after })
      const words = { cell: where, line, change, by: decided_by, on: sayDay(view.lang, decided_on), reason }
      return view.say('origin.note.corrected', words)
    }
  }
}
