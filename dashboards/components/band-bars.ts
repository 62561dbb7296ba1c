import { html } from 'htl'
import type { BandCount } from '../../src/domain/page-data.js'
import type { RegionCode } from '../../src/domain/region.js'
import { isBand, bands as order } from './band.js'
import { figure } from './figure.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { barX, plot, pointer, text, tip } from './plot.js'
import { table } from './table.js'
import type { View } from './view.js'

/** What the bars are: regions, the first of which the finding is about, or the years of one region; with shares or counts on them. */
export interface BandBarsOptions {
  whole: RegionCode
  by?: 'region' | 'period'
  label?: 'share' | 'count'
}

interface Segment {
  bar: string
  band: string
  villages: number
  from: number
  to: number
  index: number
}

/** Villages by income band: a 100 % bar for a region and each one below it, or each year; bands in their own order, lightest for the highest. */
export function bandBars(
  rows: readonly BandCount[],
  view: View,
  width: number,
  { whole, by = 'region', label = 'share' }: BandBarsOptions,
): HTMLElement {
  const keyOf = (row: BandCount) => (by === 'period' ? row.period : row.region_code)
  const shortName = (key: string) => (by === 'period' ? sayPeriod(view.lang, key) : view.shortName(key))
  const keys = [...new Set(rows.map(keyOf))].sort((a, b) => Number(b === whole) - Number(a === whole))
  const rowsOf = (key: string) => rows.filter((row) => keyOf(row) === key)
  const segments = keys.flatMap((key) => segmentsOf(key, rowsOf(key)))
  // The finding is of the region itself, in its last year.
  const told = segments.filter(({ bar }) => bar === (by === 'period' ? keys.at(-1) : whole))
  const total = told.reduce((sum, { villages }) => sum + villages, 0)
  const low = told.filter(({ index }) => index <= 1).reduce((sum, { villages }) => sum + villages, 0)
  const period = sayPeriod(view.lang, rows.at(-1)?.period ?? view.site.period)
  const title = view.say('bands.title', {
    period,
    region: view.isCity(whole) ? view.say('bands.city') : view.name(whole),
    total: sayNumber(view.lang, total),
    low: sayNumber(view.lang, low),
    share: sayNumber(view.lang, total ? (100 * low) / total : 0, 1),
  })
  const labelled = (segment: Segment) => (segment.to - segment.from) * (width - 70) > (label === 'count' ? 18 : 36)
  const drawing = plot({
    width,
    height: keys.length * 26 + 30,
    marginLeft: 64,
    marginRight: 8,
    marginTop: 4,
    marginBottom: 22,
    label: title,
    x: {
      domain: [0, 1],
      percent: false,
      ticks: [0, 0.25, 0.5, 0.75, 1],
      tickFormat: (share: number) => `${share * 100}%`,
      label: null,
      tickSize: 3,
    },
    y: { domain: keys, tickFormat: shortName, label: null, tickSize: 0, padding: 0.22 },
    marks: [
      barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'bar',
        fill: ({ index }: Segment) => `var(--band-${index + 1})`,
        insetRight: 1,
      }),
      text(segments.filter(labelled), {
        x: ({ from, to }: Segment) => (from + to) / 2,
        y: 'bar',
        text: ({ from, to, villages }: Segment) =>
          label === 'count' ? sayNumber(view.lang, villages) : `${sayNumber(view.lang, (to - from) * 100)}%`,
        fill: ({ index }: Segment) => `var(--band-ink-${index + 1})`,
      }),
      tip(
        segments,
        pointer({
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: 'bar',
          maxRadius: 60,
          lineHeight: 1.4,
          title: (row: Segment) =>
            `${shortName(row.bar)}  ${sayBand(view, row.band)}\n${view.say('bands.villages', { count: sayNumber(view.lang, row.villages), share: sayNumber(view.lang, (row.to - row.from) * 100, 1) })}${by === 'period' ? '' : `\n${period}`}`,
        }),
      ),
    ],
  })
  return figure(view, {
    chart: 'bands',
    title,
    unit: view.say(label === 'count' ? 'bands.how.count' : 'bands.how'),
    drawing: html`<div>${bandKey(view)}${drawing}</div>`,
    notes: [view.say('bands.rule')],
    table: () =>
      bandTable(
        view,
        keys.map((key) => ({ name: by === 'period' ? shortName(key) : view.name(key), rows: rowsOf(key) })),
        view.say(by === 'period' ? 'head.period' : 'head.region'),
      ),
  })
}

/** The name of a band; a band that the catalog does not know shows its id. */
export function sayBand(view: View, band: string): string {
  return isBand(band) ? view.say(`band.${band}`) : band
}

function segmentsOf(bar: string, rows: readonly BandCount[]): Segment[] {
  const total = rows.reduce((sum, { villages }) => sum + villages, 0)
  let sum = 0
  return order.flatMap((band, index) => {
    const villages = rows.find((row) => row.band === band)?.villages ?? 0
    const from = sum / (total || 1)
    sum += villages
    return villages === 0 ? [] : [{ bar, band, villages, index, from, to: sum / (total || 1) }]
  })
}

function bandKey(view: View): HTMLElement {
  return html`<ul class="key">${order.map(
    (band, index) => html`<li><i style=${`background: var(--band-${index + 1})`}></i>${sayBand(view, band)}</li>`,
  )}</ul>`
}

function bandTable(view: View, bars: { name: string; rows: readonly BandCount[] }[], head: string): Node {
  return table<(typeof bars)[number]>(
    view.say('bands.caption'),
    [
      { head, cell: ({ name }) => name },
      ...order.map((band) => ({
        head: sayBand(view, band),
        number: true,
        cell: ({ rows }: (typeof bars)[number]) =>
          sayNumber(view.lang, rows.find((row) => row.band === band)?.villages ?? 0),
      })),
    ],
    bars,
  )
}
