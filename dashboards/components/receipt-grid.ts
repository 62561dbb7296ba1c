import { html } from 'htl'
import type { QualityCell, QualityData } from '../../src/domain/quality-data.js'
import { sayShortDay } from './period.js'
import { statusMark, toneOf } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'

/** Counties down, returns across: what became of each one’s latest file, and when the first came. */
export function receiptGrid(data: QualityData, view: View): HTMLElement {
  const codes = [...new Set(data.cells.map(({ region_code }) => region_code))].sort()
  const cells = new Map(data.cells.map((cell) => [`${cell.region_code} ${cell.dataset}`, cell]))
  const columns: TableColumn<string>[] = [
    {
      head: view.say('head.region'),
      cell: (code) => html`<a href=${`${view.root}regions/${code}`}>${view.name(code)}</a>`,
    },
    ...data.returns.map(({ dataset, title, due_date }): TableColumn<string> => {
      const own = data.cells.filter((cell) => cell.dataset === dataset)
      const received = own.filter(({ state }) => state !== 'missing' && state !== 'not_due').length
      const due = view.say('completeness.due', { day: sayShortDay(view.lang, due_date) })
      return {
        head: html`<span>${view.pick(title)}<small><b>${received}</b>${view.say('completeness.of', { expected: own.length })}${view.say('comma')}${due}</small></span>`,
        cell: (code) => gridCell(cells.get(`${code} ${dataset}`), data, view),
      }
    }),
  ]
  const grid = table(view.say('quality.grid'), columns, codes)
  grid.classList.add('status-grid', 'receipt-grid')
  return grid
}

function gridCell(cell: QualityCell | undefined, data: QualityData, view: View): HTMLElement | string {
  if (!cell) return ''
  const file = data.files.find(({ submission_id }) => submission_id === cell.submission_id)
  const places = file ? file.to_correct + file.to_explain : 0
  const target = places > 0 || file?.verdict === 'refused' ? `#file-${cell.submission_id}` : null
  const words = html.fragment`<span class="cell-state">${statusMark(view.lang, cell.state)}${
    places ? html` <small>${view.say('quality.places', { count: places })}</small>` : null
  }</span>
    <span class="cell-day">${cell.is_late ? statusMark(view.lang, 'late') : null} <small>${[
      cell.received_on ? sayShortDay(view.lang, cell.received_on) : '',
      file?.follows ? view.say('quality.corrected') : '',
    ]
      .filter(Boolean)
      .join(view.say('comma'))}</small></span>`
  const tone = toneOf(cell.state)
  return target
    ? html`<a class=${`cell ${tone}`} href=${target}>${words}</a>`
    : html`<div class=${`cell ${tone}`}>${words}</div>`
}
