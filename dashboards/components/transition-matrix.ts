import { html } from 'htl'
import type { TopicData } from '../../src/domain/page-data.js'
import { bands } from './band.js'
import { sayBand } from './band-bars.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { table } from './table.js'
import type { View } from './view.js'

/** How the city's villages moved between bands from one year to the next: rows are before, columns after. */
export function transitionMatrix(rows: TopicData['transitions'], view: View): HTMLElement {
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
        cell: (from: string) =>
          html`<span class=${`move ${wayOf(from, to)}`}>${count(from, to) === 0 ? view.say('zero') : sayNumber(view.lang, count(from, to))}</span>`,
      })),
    ],
    bands,
  )
  return html`<figure class="figure" data-chart="transitions">
    <figcaption><strong>${title}</strong> <span class="unit">${view.say('transition.how')}</span></figcaption>
    ${matrix}
  </figure>`
}

const position = (band: string) => (bands as readonly string[]).indexOf(band)

function wayOf(from: string, to: string): string {
  const way = position(to) - position(from)
  return way === 0 ? 'same' : way > 0 ? 'up' : 'down'
}
