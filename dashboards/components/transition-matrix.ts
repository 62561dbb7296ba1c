import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import type { TopicData } from '../../src/domain/topic-data.js'
import { bands } from './band.js'
import { sayBand } from './band-bars.js'
import { cellTips } from './cell-tips.js'
import { figure } from './figure.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { sayTraced } from './returned.js'
import { table } from './table.js'
import type { View } from './view.js'

/** How the city's villages moved between bands from one year to the next: rows are before, columns after. */
export function transitionMatrix(rows: TopicData['transitions'], view: View, whole: Figure | null = null): HTMLElement {
  const latest = rows
    .map(({ period }) => period)
    .sort()
    .at(-1)
  if (!latest) return html`<p class="empty">${view.say('transition.empty')}</p>`
  const current = rows.filter(({ period }) => period === latest)
  const count = (from: string, to: string) =>
    current
      .filter((row) => row.from_band === from && row.to_band === to)
      .reduce((sum, { villages }) => sum + villages, 0)
  const sum = (keep: (way: number) => boolean) =>
    current
      .filter((row) => keep(position(row.to_band) - position(row.from_band)))
      .reduce((total, { villages }) => total + villages, 0)
  const [up, down, same] = [sum((way) => way > 0), sum((way) => way < 0), sum((way) => way === 0)]
  const before = String(Number(latest) - 1)
  const title = view.say('transition.title', {
    period: sayPeriod(view.lang, latest),
    up: sayNumber(view.lang, up),
    down: sayNumber(view.lang, down),
    same: sayNumber(view.lang, same),
  })
  const matrix = table<string>(
    title,
    [
      {
        head: view.say('transition.head', {
          before: sayPeriod(view.lang, before),
          after: sayPeriod(view.lang, latest),
        }),
        cell: (from) => sayBand(view, from),
      },
      ...bands.map((to) => ({
        head: sayBand(view, to),
        number: true,
        unit: view.say('unit.villages'),
        value: (from: string) => count(from, to),
        cell: (from: string) =>
          html`<span class=${`move ${wayOf(from, to)}`} data-from=${from} data-to=${to}>${count(from, to) === 0 ? view.say('zero') : sayNumber(view.lang, count(from, to))}</span>`,
      })),
    ],
    bands,
  )
  cellTips(matrix, '.move', view, ({ dataset: { from = '', to = '' } }) =>
    [
      view.say('transition.cell', {
        from: sayBand(view, from),
        to: sayBand(view, to),
        count: sayNumber(view.lang, count(from, to)),
      }),
      sayPeriod(view.lang, latest),
      sayTraced(view, whole),
    ].join('\n'),
  )
  return figure(view, {
    subject: { kind: 'transitions', indicator: null, period: latest, whole },
    title,
    unit: view.say('transition.how'),
    drawing: matrix,
  })
}

const position = (band: string) => (bands as readonly string[]).indexOf(band)

function wayOf(from: string, to: string): string {
  const way = position(to) - position(from)
  return way === 0 ? 'same' : way > 0 ? 'up' : 'down'
}
