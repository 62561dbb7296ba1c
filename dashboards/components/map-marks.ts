import type { Figure } from '../../src/domain/page-data.js'
import type { RegionCode } from '../../src/domain/region.js'
import type { Mark } from './status.js'
import type { View } from './view.js'
import { figureLines, sayFigure } from './words.js'

/** What a map says of a county. */
export interface MapMark {
  code: RegionCode
  mark: Mark
  /** The value, or how many indicators have that status; empty where the status says it all. */
  text: string
  /** Everything else, for whoever points at it. */
  tip: string
  href: string
}

/** From what must be looked at first to what says nothing. What was not reported is not fine, whatever else is. */
const order: readonly Mark[] = ['critical', 'warning', 'not_reported', 'ok', 'small_base', 'not_due', 'no_line']

const markOf = ({ status }: Figure): Mark => status ?? 'no_line'

/** Each county by its figure of one indicator. */
export function marksOfIndicator(figures: readonly Figure[], view: View): MapMark[] {
  return figures.map((figure) => {
    const { region_code: code, indicator_id: id, status } = figure
    const isSaid = status === 'not_reported' || status === 'not_due'
    return {
      code,
      mark: markOf(figure),
      text: isSaid ? '' : sayFigure(view, figure),
      tip: figureLines(view, figure),
      href: `${view.root}regions/${code}#${id}`,
    }
  })
}

/** Each county by the worst status among its figures, and how many have it. */
export function marksOfWorst(figures: readonly Figure[], view: View): MapMark[] {
  const codes = [...new Set(figures.map(({ region_code }) => region_code))]
  return codes.map((code) => {
    const own = figures.filter(({ region_code }) => region_code === code)
    const mark = order.find((each) => own.some((figure) => markOf(figure) === each)) ?? 'no_line'
    const having = own.filter((figure) => markOf(figure) === mark)
    const isCounted = mark === 'critical' || mark === 'warning' || mark === 'not_reported'
    const named = isCounted
      ? having.map((figure) => `${view.pick(view.indicator(figure.indicator_id).name)}  ${sayFigure(view, figure)}`)
      : []
    return {
      code,
      mark,
      text: isCounted ? view.say('map.items', { count: having.length }) : '',
      tip: [view.name(code), ...named].join('\n'),
      href: `${view.root}regions/${code}`,
    }
  })
}
