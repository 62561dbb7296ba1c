import { html } from 'htl'
import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import { previousWord, sayChanges } from './change-words.js'
import { withRemark } from './gap-table.js'
import type { Remarks } from './history-words.js'
import { choosable } from './region-choice.js'
import { regionOrders, sortable } from './sortable.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'
import { sayFigure, sayGap, sayIncomplete } from './words.js'

/** Figures of one indicator as a table: value, status, gap, how many units they are made of, and what became of them since. */
export function figureTable(
  view: View,
  indicator: IndicatorMeta,
  figures: readonly Figure[],
  remarks: Remarks = () => [],
): HTMLElement {
  const element = table<Figure>(
    view.pick(indicator.name),
    [
      {
        head: view.say('head.region'),
        cell: ({ region_code: code }: Figure) =>
          view.isCity(code)
            ? view.name(code)
            : html`<a href=${`${view.root}regions/${code}#${indicator.id}`}>${view.name(code)}</a>`,
      },
      { head: view.say('head.value'), number: true, cell: (row) => sayFigure(view, row) },
      { head: view.say('head.status'), cell: (row) => statusMark(view.lang, row.status) },
      { head: view.say('head.gap'), number: true, cell: (row) => sayGap(view, row) ?? '' },
      {
        head: view.say('head.reported'),
        cell: (row) => withRemark(reported(view, row), remarks(row).join(view.say('semicolon'))),
      },
      ...changeColumns(view, indicator, figures),
    ],
    figures,
  )
  choosable(
    element,
    figures.map(({ region_code }) => region_code),
    view,
  )
  return sortable(
    element,
    figures,
    [
      ...regionOrders<Figure>(view),
      { key: 'value', column: 1, by: ({ value }) => value },
      { key: 'gap', column: 3, by: ({ gap }) => gap },
    ],
    view,
  )
}

/** How each value changed and what that comes from; none where no change is known, as of townships. */
function changeColumns(view: View, indicator: IndicatorMeta, figures: readonly Figure[]): TableColumn<Figure>[] {
  const changes = new Map(figures.map((figure) => [figure, sayChanges(view, figure)]))
  const column = (than: string): TableColumn<Figure> => ({
    head: view.say('change.than', { whose: '', than }),
    cell: (row) => {
      const words = changes.get(row)?.find((change) => change.than === than)
      return words ? withRemark(words.change, words.parts) : view.say('dash')
    },
  })
  const [first] = figures
  if (!first || [...changes.values()].every(({ length }) => length === 0)) return []
  const monthly = indicator.frequency === 'A' ? [] : [view.say('year_before')]
  return [previousWord(view, first), ...monthly].map(column)
}

function reported(view: View, figure: Figure): string {
  if (figure.units_reported === 0) return view.say('status.not_reported')
  return sayIncomplete(view, figure) ?? view.say('figure.all')
}
