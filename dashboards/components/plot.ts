import { plot as drawPlot, type Markish, type PlotOptions } from '@observablehq/plot'

/** The one door to Plot: the marks that charts are made of, so that a page ships these and no others. */
export type { Markish } from '@observablehq/plot'
export { barX, dot, line, pointer, ruleX, ruleY, text, tip } from '@observablehq/plot'

/** Keeps words legible where they cross a line. */
export const halo = { stroke: 'var(--page)', strokeWidth: 4 } as const

/** What every chart decides: Plot's options, with size and marks required. */
export interface ChartOptions extends PlotOptions {
  width: number
  height: number
  marks: Markish[]
  /** The chart in one sentence, with its main finding. */
  label: string
}

/** Draws an SVG with the site's type and colours; `svg.chart` says that it is there. */
export function plot({ label, ...options }: ChartOptions): SVGSVGElement {
  const chart = drawPlot({
    className: 'chart',
    style: { fontSize: '12px', overflow: 'visible' },
    // Radii are pixels, not quantities.
    r: { type: 'identity' },
    ...options,
  })
  chart.setAttribute('role', 'img')
  chart.setAttribute('aria-label', label)
  // Plot names its groups by mark, for which a group has no role: kept as data, for styles.
  for (const group of chart.querySelectorAll('g[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label') ?? '')
    group.removeAttribute('aria-label')
  }
  return chart as SVGSVGElement
}
