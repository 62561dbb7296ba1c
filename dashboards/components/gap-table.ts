import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import { previousWord, sayChange } from './change-words.js'
import { figure } from './figure.js'
import { choosable } from './region-choice.js'
import { saySilent } from './returned.js'
import { regionOrders, sortable } from './sortable.js'
import { statusMark } from './status.js'
import { table } from './table.js'
import { isBelow, type View } from './view.js'
import { sayArrival, sayFigure, sayGap, sayIncomplete, sayTargetArrival, sayTargetGap, wrongSide } from './words.js'

/** The regions beyond the line: how many units each still needs, and when it gets there at the present pace. */
export function gapTable(figures: readonly Figure[], view: View): HTMLElement {
  const below = figures.filter(isBelow).sort(worstFirst)
  const known = figures.filter(({ value }) => value !== null)
  const [first] = known
  if (!first) return html`<p class="empty">${view.say('dots.empty')}</p>`
  if (known.every(({ status }) => status === null)) return html`<p class="empty">${view.say('gap.no_line')}</p>`
  const indicator = view.indicator(first.indicator_id)
  if (below.length === 0)
    return html`<p class="empty">${statusMark(view.lang, 'ok')} ${view.say('gap.none', { side: wrongSide(view, indicator) })}</p>`
  const isAnnual = indicator.frequency === 'A'
  const list = table<Figure>(
    view.say('gap.title'),
    [
      {
        head: view.say('head.region'),
        cell: (row) =>
          html`<a href=${`${view.root}regions/${row.region_code}#${row.indicator_id}`}>${view.name(row.region_code)}</a>`,
      },
      { head: view.say('head.status'), cell: (row) => statusMark(view.lang, row.status) },
      {
        head: view.say('head.value'),
        number: true,
        cell: (row) => withRemark(sayFigure(view, row), sayIncomplete(view, row)),
      },
      {
        head: view.say('head.gap'),
        number: true,
        cell: (row) => withRemark(html`<b>${sayGap(view, row)}</b>`, sayTargetGap(view, row)),
      },
      { head: view.say('head.arrival'), cell: (row) => withRemark(sayArrival(view, row), sayTargetArrival(view, row)) },
      {
        head: view.say('head.change', { previous: previousWord(view, first) }),
        cell: (row) => sayChange(view, indicator, row.value, row.previous?.value_before ?? null),
      },
      ...(isAnnual
        ? []
        : [
            {
              head: view.say('head.change_year'),
              cell: (row: Figure) => sayChange(view, indicator, row.value, row.year_before?.value_before ?? null),
            },
          ]),
    ],
    below,
  )
  choosable(
    list,
    below.map(({ region_code }) => region_code),
    view,
  )
  sortable(
    list,
    below,
    [
      ...regionOrders<Figure>(view),
      { key: 'value', column: 2, by: ({ value }) => value },
      { key: 'gap', column: 3, by: ({ gap }) => gap },
    ],
    view,
  )
  const silent = figures.filter(({ status }) => status === 'not_reported').map(({ region_code }) => region_code)
  const largest = below.reduce((most, row) => ((row.gap ?? 0) > (most.gap ?? 0) ? row : most))
  return figure(view, {
    subject: { kind: 'gaps', indicator, period: first.period, whole: sumOfUnits(figures, first), parts: figures },
    title: view.say('gap.finding', {
      total: figures.length,
      count: below.length,
      level: view.say('level.county'),
      side: wrongSide(view, indicator),
      region: view.name(largest.region_code),
      gap: sayGap(view, largest) ?? '',
    }),
    unit: view.say('gap.how', { unit: view.say(`axis.${indicator.unit}`), gap: view.pick(indicator.gap_unit) }),
    drawing: list,
    lines: { figures: below },
    notes: silent.length ? [saySilent(view, silent)] : [],
  })
}

/** A value with a remark under it, such as how many units it is made of. */
export function withRemark(value: string | Node, remark: string | null): string | Node {
  return remark ? html`<span>${value}<small class="remark">${remark}</small></span>` : value
}

/** The units of all regions together: that is what the list was picked from. */
function sumOfUnits(figures: readonly Figure[], any: Figure): Figure {
  const sum = (count: (row: Figure) => number) => figures.reduce((total, row) => total + count(row), 0)
  return {
    ...any,
    units_expected: sum(({ units_expected }) => units_expected),
    units_reported: sum(({ units_reported }) => units_reported),
  }
}

function worstFirst(a: Figure, b: Figure): number {
  const rank = (figure: Figure) => (figure.status === 'critical' ? 0 : 1)
  return rank(a) - rank(b) || (b.gap ?? 0) - (a.gap ?? 0)
}
