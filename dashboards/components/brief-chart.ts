import type { BriefChart } from '../../src/domain/brief.js'
import type { Lang } from '../../src/domain/text.js'
import { spread, textWidth } from './labels.js'
import { periodDate } from './period.js'
import { dot, line, plot, text } from './plot.js'
import { yearTicks } from './trend-axis.js'

/** Width and height in pixels: two stand beside each other on A4. */
const [width, height] = [360, 170] as const

/**
 * The city's course as a line against its warning line, both named where they end. It is also made into a picture apart from the page, so
 * every colour has one to fall back on.
 */
export function briefChart(chart: BriefChart, lang: Lang): SVGSVGElement {
  const dates = chart.periods.map(periodDate)
  const points = (values: readonly (number | null)[]) =>
    values.map((value, index) => ({ date: dates[index] ?? new Date(0), value }))
  const [values, warning] = [points(chart.values), points(chart.warning)]
  const known = [...chart.values, ...chart.warning].filter((value) => value !== null)
  const span = Math.max(...known) - Math.min(...known) || 1
  const [low, high] = [Math.min(...known) - span * 0.08, Math.max(...known) + span * 0.08]
  const [start, end] = [dates[0] ?? new Date(0), dates.at(-1) ?? new Date(0)]
  const ink = 'var(--ink, #1c2126)'
  const amber = 'var(--warning, #955000)'
  const lastValue = values.findLast(({ value }) => value !== null)?.value ?? low
  const lastLine = warning.at(-1)?.value ?? null
  const labels = [
    { value: lastValue, words: chart.labels.value[lang], fill: ink, weight: 600 },
    ...(lastLine === null || chart.labels.warning === null
      ? []
      : [{ value: lastLine, words: chart.labels.warning[lang], fill: amber, weight: 400 }]),
  ]
  const [top, bottom] = [10, 22]
  const perPixel = (high - low) / (height - top - bottom)
  const places = spread(
    labels.map(({ value }) => top + (high - value) / perPixel),
    15,
    top,
    height - bottom,
  )
  const placed = labels.map((label, index) => ({ ...label, y: high - ((places[index] ?? 0) - top) * perPixel }))
  return plot({
    width,
    height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft: 44,
    marginRight: 24 + Math.max(...labels.map(({ words }) => textWidth(words))),
    label: chart.alt[lang],
    x: {
      type: 'utc',
      domain: [start, end],
      ticks: yearTicks(start, end, width),
      tickFormat: (date: Date) => String(date.getUTCFullYear()),
      tickSize: 3,
      label: null,
    },
    y: { domain: [low, high], ticks: 4, tickSize: 0, grid: true, label: null },
    marks: [
      line(warning, {
        x: 'date',
        y: 'value',
        stroke: amber,
        strokeWidth: 1.25,
        strokeDasharray: '5 3',
        curve: 'step-after',
      }),
      line(values, { x: 'date', y: 'value', stroke: ink, strokeWidth: 2 }),
      dot(values.filter(({ value }) => value !== null).slice(-1), { x: 'date', y: 'value', r: 2.5, fill: ink }),
      ...placed.map(({ y, words, fill, weight }) =>
        text([words], { x: [end], y: [y], text: [words], dx: 7, textAnchor: 'start', fill, fontWeight: weight }),
      ),
    ],
  })
}
