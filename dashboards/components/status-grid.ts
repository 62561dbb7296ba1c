import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import { sayPeriod } from './period.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'
import { sayFigure, sayGap, sayIncomplete } from './words.js'

/** Regions down, indicators across: each cell is a value, its status in shape, word and colour, and a way to the region's page. */
export function statusGrid(figures: readonly Figure[], view: View): HTMLElement {
  const codes = [...new Set(figures.map(({ region_code }) => region_code))]
  const indicators = [...new Set(figures.map(({ indicator_id }) => indicator_id))].map((id) => view.indicator(id))
  const cells = new Map(figures.map((row) => [`${row.region_code} ${row.indicator_id}`, row]))
  const month = view.site.period
  const columns: TableColumn<string>[] = [
    {
      head: view.say('head.region'),
      cell: (code) => html`<a href=${`${view.root}regions/${code}`}>${view.name(code)}</a>`,
    },
    ...indicators.map((indicator): TableColumn<string> => {
      const period = figures.find((row) => row.indicator_id === indicator.id)?.period ?? month
      return {
        head: html`<span title=${view.pick(indicator.name)}>${view.pick(indicator.short_name)}${
          period === month ? null : html`<small>${sayPeriod(view.lang, period)}</small>`
        }</span>`,
        cell: (code) => gridCell(cells.get(`${code} ${indicator.id}`), view),
      }
    }),
  ]
  const grid = table(view.say('grid.title'), columns, codes)
  grid.classList.add('status-grid')
  return grid
}

function gridCell(figure: Figure | undefined, view: View): HTMLElement | string {
  if (!figure) return ''
  const { region_code: code, indicator_id: id } = figure
  const status = figure.status ?? 'no_line'
  const isSaid = status === 'not_reported' || status === 'not_due'
  const more = [view.pick(view.indicator(id).name), sayGap(view, figure), sayIncomplete(view, figure)].filter(Boolean)
  return html`<a class=${`cell ${status}`} href=${`${view.root}regions/${code}#${id}`} title=${more.join('\n')}
    >${isSaid ? null : html`<b>${sayFigure(view, figure)}</b>`}${statusMark(view.lang, figure.status)}</a>`
}
