import { html } from 'htl'
import type { Figure, TopicData } from '../../src/domain/page-data.js'
import { isBand, bands as order } from './band.js'
import { figure } from './figure.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { barX, plot, text } from './plot.js'
import { type Subject, saySilent, sayTraced } from './returned.js'
import { table } from './table.js'
import type { View } from './view.js'

type BandRow = TopicData['bands'][number]

interface Segment {
  region: string
  band: string
  villages: number
  from: number
  to: number
  index: number
}

/** Villages by income band: a 100 % bar for the city and each region, bands in their own order, lightest for the highest. */
export function bandBars(
  rows: readonly BandRow[],
  view: View,
  width: number,
  whole: Figure | null = null,
): HTMLElement {
  const first = rows[0]
  if (!first) return html`<p class="empty">${view.say('dots.empty')}</p>`
  const subject: Subject = { kind: 'bands', indicator: null, period: first.period, whole }
  const codes = [...new Set(rows.map(({ region_code }) => region_code))].sort(
    (a, b) => Number(view.isCity(b)) - Number(view.isCity(a)),
  )
  const segments = codes.flatMap((code) =>
    segmentsOf(
      view.shortName(code),
      rows.filter((row) => row.region_code === code),
    ),
  )
  const city = segments.filter(({ region }) => region === view.site.city.short_name)
  const total = city.reduce((sum, { villages }) => sum + villages, 0)
  const low = city.filter(({ index }) => index <= 1).reduce((sum, { villages }) => sum + villages, 0)
  const period = sayPeriod(view.lang, first.period)
  const title = view.say('bands.title', {
    period,
    total: sayNumber(view.lang, total),
    low: sayNumber(view.lang, low),
    share: sayNumber(view.lang, total ? (100 * low) / total : 0, 1),
  })
  const silent = view.site.counties.map(({ region_code }) => region_code).filter((code) => !codes.includes(code))
  const labelled = (segment: Segment) => (segment.to - segment.from) * (width - 70) > 36
  const drawing = plot({
    width,
    height: codes.length * 26 + 30,
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
    y: { domain: codes.map((code) => view.shortName(code)), label: null, tickSize: 0, padding: 0.22 },
    marks: [
      barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'region',
        fill: ({ index }: Segment) => `var(--band-${index + 1})`,
        insetRight: 1,
      }),
      text(segments.filter(labelled), {
        x: ({ from, to }: Segment) => (from + to) / 2,
        y: 'region',
        text: ({ from, to }: Segment) => `${sayNumber(view.lang, (to - from) * 100)}%`,
        fill: ({ index }: Segment) => `var(--band-ink-${index + 1})`,
      }),
    ],
    tips: {
      marks: segments,
      x: ({ from, to }: Segment) => (from + to) / 2,
      y: 'region',
      words: (row) =>
        [
          `${row.region}  ${sayBand(view, row.band)}`,
          view.say('bands.villages', {
            count: sayNumber(view.lang, row.villages),
            share: sayNumber(view.lang, (row.to - row.from) * 100, 1),
          }),
          period,
          sayTraced(view, whole),
        ].join('\n'),
      row: ({ region }) => region,
      keys: view.say('chart.keys'),
    },
  })
  return figure(view, {
    subject,
    title,
    unit: view.say('bands.how'),
    drawing: html`<div>${bandKey(view)}${drawing}</div>`,
    notes: [view.say('bands.rule'), ...(silent.length ? [saySilent(view, silent)] : [])],
    table: () => bandTable(view, codes, rows),
  })
}

/** The name of a band; a band that the catalog does not know shows its id. */
export function sayBand(view: View, band: string): string {
  return isBand(band) ? view.say(`band.${band}`) : band
}

function segmentsOf(region: string, rows: readonly BandRow[]): Segment[] {
  const total = rows.reduce((sum, { villages }) => sum + villages, 0)
  let sum = 0
  return order.flatMap((band, index) => {
    const villages = rows.find((row) => row.band === band)?.villages ?? 0
    const from = sum / (total || 1)
    sum += villages
    return villages === 0 ? [] : [{ region, band, villages, index, from, to: sum / (total || 1) }]
  })
}

function bandKey(view: View): HTMLElement {
  return html`<ul class="key">${order.map(
    (band, index) => html`<li><i style=${`background: var(--band-${index + 1})`}></i>${sayBand(view, band)}</li>`,
  )}</ul>`
}

function bandTable(view: View, codes: string[], rows: readonly BandRow[]): HTMLElement {
  const villages = (code: string, band: string) =>
    rows.find((row) => row.region_code === code && row.band === band)?.villages ?? 0
  return table(
    view.say('bands.caption'),
    [
      { head: view.say('head.region'), cell: (code: string) => view.name(code) },
      ...order.map((band) => ({
        head: sayBand(view, band),
        number: true,
        unit: view.say('unit.villages'),
        value: (code: string) => villages(code, band),
        cell: (code: string) => sayNumber(view.lang, villages(code, band)),
      })),
    ],
    codes,
  )
}
