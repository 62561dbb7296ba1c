import { html } from 'htl'
import type { ComparedFigure, SimilarRegions } from '../../src/domain/region-data.js'
import { sayNumber } from './number.js'
import { regionLink } from './region-place.js'
import { statusMark } from './status.js'
import { type TableColumn, table } from './table.js'
import type { View } from './view.js'
import { sayFigure } from './words.js'

/** A line of the table: a condition or an indicator, and what it is in each of the regions. */
interface Line {
  name: string | Node
  cells: (string | Node)[]
}

/** A region beside those of its level and class whose conditions are nearest, with how each was chosen. */
export function similarSection({ regions, conditions, figures }: SimilarRegions, view: View): HTMLElement {
  const [own, ...others] = regions
  if (!own) return html`<section></section>`
  const words = {
    count: others.length,
    level: view.say(own.region_level === 'township' ? 'level.township' : 'level.county'),
    class: view.say(`place.class.${own.region_class ?? 'none'}`),
    region: own.region_name,
    measures: conditions.map(({ name }) => view.pick(name)).join(view.say('list.comma')),
  }
  const lines: Line[] = [
    ...conditions.map(({ name, unit, values }) => ({
      name: html`<span>${view.pick(name)} ${unit ? html`<small>${view.pick(unit)}</small>` : null}</span>`,
      cells: values.map((value) => sayNumber(view.lang, value)),
    })),
    ...[...new Set(figures.map(({ indicator_id }) => indicator_id))].map((id) => {
      const { page, name } = view.indicator(id)
      const figureOf = (code: string) => figures.find((each) => each.indicator_id === id && each.region_code === code)
      return {
        name: html`<a href=${`${view.root}${page}#${id}`}>${view.pick(name)}</a>`,
        cells: regions.map(({ region_code }) => cell(figureOf(region_code), view)),
      }
    }),
  ]
  const columns: TableColumn<Line>[] = regions.map((region, at) => ({
    head: html`<span>${at === 0 ? html`<b>${region.region_name}</b>` : regionLink(region, view)}<small class="remark">${region.above}</small></span>`,
    number: true,
    cell: ({ cells }) => cells[at] ?? '',
  }))
  const list = table(
    view.say('similar.caption', words),
    [{ head: view.say('head.indicator'), cell: ({ name }) => name }, ...columns],
    lines,
  )
  list.classList.add('similar')
  return html`<section aria-labelledby="similar" data-chart="similar">
    <h2 id="similar">${view.say('similar.title', words)}</h2>
    <p class="lead">${view.say('similar.method', words)} <a href=${`${view.root}methodology#similar`}>${view.say('similar.methodology')}</a></p>
    ${list}
  </section>`
}

function cell(figure: ComparedFigure | undefined, view: View): string | Node {
  if (!figure) return view.say('dash')
  return html`<span>${sayFigure(view, figure)}<small class="remark">${statusMark(view.lang, figure.status)}</small></span>`
}
