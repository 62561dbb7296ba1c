import { type ChannelValueSpec, dot, plot as drawPlot, type Markish, type PlotOptions, tip } from '@observablehq/plot'
import { reachOf } from './reach.js'

/** The one door to Plot: the marks that charts are made of, so that a page ships these and no others. */
export type { Markish } from '@observablehq/plot'
export { barX, dot, line, ruleX, ruleY, text } from '@observablehq/plot'

/** Keeps words legible where they cross a line. */
export const halo = { stroke: 'var(--page)', strokeWidth: 4 } as const

/** Marks that a reader can ask about one by one, by pointer, finger or keys. */
export interface Tips<Mark> {
  marks: readonly Mark[]
  x: ChannelValueSpec
  y: ChannelValueSpec
  /** All that the tip of a mark says. */
  words(mark: Mark): string
  /** The row of marks that left and right go along, such as a region; up and down go to the next. */
  row(mark: Mark): string
  /** How the keys work, for those who listen. */
  keys: string
}

/** What every chart decides: Plot's options, with size and marks required. */
export interface ChartOptions<Mark> extends PlotOptions {
  width: number
  height: number
  marks: Markish[]
  /** The chart in one sentence, with its main finding. */
  label: string
  tips?: Tips<Mark>
}

/** Draws an SVG with the site's type and colours; `svg.chart` says that it is there. */
export function plot<Mark>({ label, tips, marks, ...options }: ChartOptions<Mark>): SVGSVGElement {
  const of = (at: number) => tips?.marks[at] as Mark
  const reach =
    tips &&
    reachOf({
      words: (at) => tips.words(of(at)),
      row: (at) => tips.row(of(at)),
      // As Plot's own charts say it.
      reached: (at) => Object.assign(chart, { value: at === null ? null : of(at) }),
    })
  const asked = tips &&
    reach && [
      dot(tips.marks as Mark[], {
        ...{ x: tips.x, y: tips.y, r: 6, stroke: 'var(--ink)', strokeWidth: 1.5, fill: 'none' },
        render: reach.render,
      }),
      tip(tips.marks as Mark[], {
        ...{
          x: tips.x,
          y: tips.y,
          title: (mark: Mark) => mark,
          lineHeight: 1.4,
          lineWidth: Math.min(26, options.width / 18),
        },
        // Told when it is asked for: a trend has a thousand marks.
        format: { title: tips.words as (mark: unknown) => string },
        render: reach.render,
      }),
    ]
  const chart = drawPlot({
    className: 'chart',
    style: { fontSize: '12px', overflow: 'visible' },
    // Radii are pixels, not quantities.
    r: { type: 'identity' },
    ...options,
    marks: [...marks, asked],
  }) as SVGSVGElement
  chart.setAttribute('role', tips ? 'application' : 'img')
  chart.setAttribute('aria-label', label)
  // Plot names its groups by mark, for which a group has no role: kept as data, for styles.
  for (const group of chart.querySelectorAll('g[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label') ?? '')
    group.removeAttribute('aria-label')
  }
  if (tips) {
    chart.setAttribute('tabindex', '0')
    chart.setAttribute('aria-description', tips.keys)
    reach?.follow(chart)
  }
  return chart
}
