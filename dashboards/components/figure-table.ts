import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import { statusMark } from './status.js'
import { table } from './table.js'
import type { View } from './view.js'
import { sayFigure, sayGap, sayIncomplete } from './words.js'

/** Figures of one indicator as a table: value, status, gap, and how many units they are made of. */
export function figureTable(view: View, indicator: IndicatorMeta, figures: readonly Figure[]): HTMLElement {
  return table(
    view.pick(indicator.name),
    [
      { head: view.say('head.region'), cell: (row: Figure) => view.name(row.region_code) },
      { head: view.say('head.value'), number: true, cell: (row) => sayFigure(view, row) },
      { head: view.say('head.status'), cell: (row) => statusMark(view.lang, row.status) },
      { head: view.say('head.gap'), number: true, cell: (row) => sayGap(view, row) ?? '' },
      { head: view.say('head.reported'), cell: (row) => reported(view, row) },
    ],
    figures,
  )
}

function reported(view: View, figure: Figure): string {
  if (figure.units_reported === 0) return view.say('status.not_reported')
  return sayIncomplete(view, figure) ?? view.say('figure.all')
}
