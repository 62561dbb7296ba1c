import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import { chosenInAddress } from './address.js'
import { cellTips } from './cell-tips.js'
import { figure as drawFigure } from './figure.js'
import { isPercent, type Measure, sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { markChosen, placeRows } from './region-choice.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'
import { figureLines, sayFigure } from './words.js'

/** Regions down, indicators across: each cell is a value, its status in shape, word and colour, and a way to the region's page. */
export function statusGrid(figures: readonly Figure[], view: View): HTMLElement {
  if (figures.length === 0) return html`<p class="empty">${view.say('dots.empty')}</p>`
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
        head: html`<span title=${view.pick(indicator.name)}>${view.pick(indicator.short_name)}${[
          unitOfColumn(view, indicator),
          period === month ? null : sayPeriod(view.lang, period),
        ].map((remark) => remark && html`<small>${remark}</small>`)}</span>`,
        cell: (code) => gridCell(cells.get(`${code} ${indicator.id}`), view),
      }
    }),
  ]
  const grid = table(view.say('grid.title'), columns, codes)
  grid.classList.add('status-grid')
  placeRows(grid, codes)
  markChosen(grid, chosenInAddress('region'))
  cellTips(grid, '.cell', view, ({ dataset: { cell = '' } }) => {
    const figure = cells.get(cell)
    return figure ? `${view.pick(view.indicator(figure.indicator_id).name)}\n${figureLines(view, figure)}` : ''
  })
  const count = (wanted: Figure['status']) => figures.filter(({ status }) => status === wanted).length
  const finding = view.say('grid.finding', {
    counties: codes.length,
    indicators: indicators.length,
    critical: count('critical'),
    warning: count('warning'),
  })
  const silent = count('not_reported') ? view.say('grid.silent', { count: count('not_reported') }) : ''
  return drawFigure(view, {
    subject: { kind: 'grid', indicator: null, period: month, whole: null, parts: figures },
    title: [finding, silent].filter(Boolean).join(view.say('comma')),
    unit: view.say('grid.how'),
    drawing: grid,
    lines: { figures },
  })
}

/** The unit that the head says once for all; null where it stands at each value: a per cent sign, or a sum that may go by 万. */
function unitOfColumn(view: View, { unit }: Measure): string | null {
  return isPercent({ unit }) || unit === 'yuan' ? null : view.say(`unit.${unit}`)
}

function sayInColumn(view: View, figure: Figure): string {
  const indicator = view.indicator(figure.indicator_id)
  if (figure.value === null || unitOfColumn(view, indicator) === null) return sayFigure(view, figure)
  return sayNumber(view.lang, figure.value, indicator.decimals)
}

function gridCell(figure: Figure | undefined, view: View): HTMLElement | string {
  if (!figure) return ''
  const { region_code: code, indicator_id: id } = figure
  const status = figure.status ?? 'no_line'
  const isSaid = status === 'not_reported' || status === 'not_due'
  return html`<a class=${`cell ${status}`} href=${`${view.root}regions/${code}#${id}`} data-cell=${`${code} ${id}`}
    >${isSaid ? null : html`<b>${sayInColumn(view, figure)}</b>`}${statusMark(view.lang, figure.status)}</a>`
}
