import type { Markish } from '@observablehq/plot'
import type { NationalSeries } from '../../src/domain/topic-data.js'
import { periodDate, sayPeriod } from './period.js'
import { dot, halo, text } from './plot.js'
import type { View } from './view.js'

/** A published national figure on a trend. */
export interface NationalPoint {
  date: Date
  value: number
  words: string
}

/** Published figures as points, each in words. */
export function nationalPoints(series: readonly NationalSeries[], view: View): NationalPoint[] {
  return series.flatMap(({ points, unit }) =>
    points.map(({ period, value }, index) => ({
      date: periodDate(period),
      value,
      // As published: a figure of 99.95 must not become 100.
      words: `${index === 0 ? `${view.say('trend.national')} ` : ''}${value}${unit}`,
    })),
  )
}

/** Squares that no line joins; only the first and the last are in words. */
export function nationalMarks(national: readonly NationalPoint[]): Markish[] {
  return [
    dot(national, {
      x: 'date',
      y: 'value',
      symbol: 'square',
      r: 3.5,
      fill: 'var(--surface)',
      stroke: 'var(--ink)',
      strokeWidth: 1.5,
    }),
    text(national.slice(0, 1), {
      x: 'date',
      y: 'value',
      text: 'words',
      dx: 8,
      textAnchor: 'start',
      ...halo,
      fill: 'var(--ink-2)',
    }),
    text(national.slice(1).slice(-1), {
      x: 'date',
      y: 'value',
      text: 'words',
      dy: -11,
      ...halo,
      fill: 'var(--ink-2)',
    }),
  ]
}

/** Each figure with its publisher and address, for files. */
export function sayNational(series: readonly NationalSeries[], view: View): string[] {
  return series.flatMap(({ points, unit }) =>
    points.map(
      ({ period, value, publisher, source_url }) =>
        `${view.say('trend.national')} ${sayPeriod(view.lang, period)} ${value}${unit} ${publisher} ${source_url}`,
    ),
  )
}
