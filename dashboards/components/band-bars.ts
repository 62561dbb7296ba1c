import { html } from 'htl'
import type { Figure } from '../../src/domain/page-data.js'
import type { RegionCode } from '../../src/domain/region.js'
import type { BandCount } from '../../src/domain/region-data.js'
import { isBand, bands as order } from './band.js'
import { figure } from './figure.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { barX, plot, text } from './plot.js'
import { markChosen, placeMarks } from './region-choice.js'
import { type Subject, saySilent, sayTraced } from './returned.js'
import { table } from './table.js'
import type { View } from './view.js'

/** What the bars are: regions, the first of which the finding is about, or the years of one region; with shares or counts on them. */
export interface BandBarsOptions {
  whole: RegionCode
  by?: 'region' | 'period'
  label?: 'share' | 'count'
  /** A figure of the same return, region and year, which knows how many units reported. */
  returned?: Figure | null
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
  { whole, by = 'region', label = 'share', returned = null }: BandBarsOptions,
): HTMLElement {
  const last = rows.at(-1)
  if (!last) return html`<p class="empty">${view.say('dots.empty')}</p>`
  const subject: Subject = { kind: 'bands', indicator: null, period: last.period, whole: returned }
  const keyOf = (row: BandCount) => (by === 'period' ? row.period : row.region_code)
  const shortName = (key: string) => (by === 'period' ? sayPeriod(view.lang, key) : view.shortName(key))
  const keys = [...new Set(rows.map(keyOf))].sort((a, b) => Number(b === whole) - Number(a === whole))
  const rowsOf = (key: string) => rows.filter((row) => keyOf(row) === key)
  const segments = keys.flatMap((key) => segmentsOf(key, rowsOf(key)))
  // The finding is of the region itself, in its last year.
  const told = segments.filter(({ bar }) => bar === (by === 'period' ? keys.at(-1) : whole))
  const total = told.reduce((sum, { villages }) => sum + villages, 0)
  const low = told.filter(({ index }) => index <= 1).reduce((sum, { villages }) => sum + villages, 0)
  const period = sayPeriod(view.lang, last.period)
  const title = view.say('bands.title', {
    period,
    region: view.isCity(whole) ? view.say('bands.city') : view.name(whole),
    total: sayNumber(view.lang, total),
    low: sayNumber(view.lang, low),
    share: sayNumber(view.lang, total ? (100 * low) / total : 0, 1),
  })
  const silent =
    by === 'region' && view.isCity(whole)
      ? view.site.counties.map(({ region_code }) => region_code).filter((code) => !keys.includes(code))
      : []
  const labelled = (segment: Segment) => (segment.to - segment.from) * (width - 70) > (label === 'count' ? 18 : 36)
  const drawing = plot({
    width,
    height: keys.length * 26 + 30,
    marginLeft: 64,
    marginRight: 16,
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
    ],
    tips: {
      marks: segments,
      x: ({ from, to }: Segment) => (from + to) / 2,
      y: 'bar',
      words: (row) =>
        [
          `${shortName(row.bar)}  ${sayBand(view, row.band)}`,
          view.say('bands.villages', {
            count: sayNumber(view.lang, row.villages),
            share: sayNumber(view.lang, (row.to - row.from) * 100, 1),
          }),
          ...(by === 'period' ? [] : [period]),
          sayTraced(view, returned),
        ].join('\n'),
      row: ({ bar }) => bar,
      keys: view.say('chart.keys'),
    },
  })
  if (by === 'region') {
    placeMarks(
      drawing,
      'bar',
      segments.map(({ bar }) => bar),
    )
    placeMarks(drawing, 'y-axis tick label', keys)
    markChosen(drawing, view.chosen?.() ?? null)
  }
  return figure(view, {
    subject,
    title,
    unit: view.say(label === 'count' ? 'bands.how.count' : 'bands.how'),
    drawing: html`<div>${bandKey(view)}${drawing}</div>`,
    notes: [view.say('bands.rule'), ...(silent.length ? [saySilent(view, silent)] : [])],
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

function bandTable(view: View, bars: { name: string; rows: readonly BandCount[] }[], head: string): HTMLElement {
  return table<(typeof bars)[number]>(
    view.say('bands.caption'),
    [
      { head, cell: ({ name }) => name },
      ...order.map((band) => ({
        head: sayBand(view, band),
        number: true,
        unit: view.say('unit.villages'),
        value: ({ rows }: (typeof bars)[number]) => rows.find((row) => row.band === band)?.villages ?? 0,
        cell: ({ rows }: (typeof bars)[number]) =>
          sayNumber(view.lang, rows.find((row) => row.band === band)?.villages ?? 0),
      })),
    ],
    bars,
  )
}
