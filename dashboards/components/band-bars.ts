import { html } from 'htl'
import type { TopicData } from '../../src/domain/page-data.js'
import { isBand, bands as order } from './band.js'
import { figure } from './figure.js'
import { sayNumber } from './number.js'
import { sayPeriod } from './period.js'
import { barX, plot, pointer, text, tip } from './plot.js'
import { markChosen, placeMarks } from './region-choice.js'
import { table } from './table.js'
import type { View } from './view.js'

type BandRow = TopicData['bands'][number]

interface Segment {
  code: string
  region: string
  band: string
  villages: number
  from: number
  to: number
  index: number
}

/** Villages by income band: a 100 % bar for the city and each region, bands in their own order, lightest for the highest. */
export function bandBars(rows: readonly BandRow[], view: View, width: number): HTMLElement {
  const codes = [...new Set(rows.map(({ region_code }) => region_code))].sort(
    (a, b) => Number(view.isCity(b)) - Number(view.isCity(a)),
  )
  const segments = codes.flatMap((code) =>
    segmentsOf(
      code,
      view.shortName(code),
      rows.filter((row) => row.region_code === code),
    ),
  )
  const city = segments.filter(({ region }) => region === view.site.city.short_name)
  const total = city.reduce((sum, { villages }) => sum + villages, 0)
  const low = city.filter(({ index }) => index <= 1).reduce((sum, { villages }) => sum + villages, 0)
  const period = sayPeriod(view.lang, rows[0]?.period ?? view.site.period)
  const title = view.say('bands.title', {
    period,
    total: sayNumber(view.lang, total),
    low: sayNumber(view.lang, low),
    share: sayNumber(view.lang, total ? (100 * low) / total : 0, 1),
  })
  const labelled = (segment: Segment) => (segment.to - segment.from) * (width - 70) > 36
  const drawing = plot({
    width,
    height: codes.length * 26 + 30,
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
      tip(
        segments,
        pointer({
          x: ({ from, to }: Segment) => (from + to) / 2,
          y: 'region',
          maxRadius: 60,
          lineHeight: 1.4,
          title: (row: Segment) =>
            `${row.region}  ${sayBand(view, row.band)}\n${view.say('bands.villages', { count: sayNumber(view.lang, row.villages), share: sayNumber(view.lang, (row.to - row.from) * 100, 1) })}\n${period}`,
        }),
      ),
    ],
  })
  placeMarks(
    drawing,
    'bar',
    segments.map(({ code }) => code),
  )
  placeMarks(drawing, 'y-axis tick label', codes)
  markChosen(drawing, view.chosen?.() ?? null)
  return figure(view, {
    chart: 'bands',
    title,
    unit: view.say('bands.how'),
    drawing: html`<div>${bandKey(view)}${drawing}</div>`,
    notes: [view.say('bands.rule')],
    table: () => bandTable(view, codes, rows),
  })
}

/** The name of a band; a band that the catalog does not know shows its id. */
export function sayBand(view: View, band: string): string {
  return isBand(band) ? view.say(`band.${band}`) : band
}

function segmentsOf(code: string, region: string, rows: readonly BandRow[]): Segment[] {
  const total = rows.reduce((sum, { villages }) => sum + villages, 0)
  let sum = 0
  return order.flatMap((band, index) => {
    const villages = rows.find((row) => row.band === band)?.villages ?? 0
    const from = sum / (total || 1)
    sum += villages
    return villages === 0 ? [] : [{ code, region, band, villages, index, from, to: sum / (total || 1) }]
  })
}

function bandKey(view: View): HTMLElement {
  return html`<ul class="key">${order.map(
    (band, index) => html`<li><i style=${`background: var(--band-${index + 1})`}></i>${sayBand(view, band)}</li>`,
  )}</ul>`
}

function bandTable(view: View, codes: string[], rows: readonly BandRow[]): Node {
  return table(
    view.say('bands.caption'),
    [
      { head: view.say('head.region'), cell: (code: string) => view.name(code) },
      ...order.map((band) => ({
        head: sayBand(view, band),
        number: true,
        cell: (code: string) =>
          sayNumber(view.lang, rows.find((row) => row.region_code === code && row.band === band)?.villages ?? 0),
      })),
    ],
    codes,
  )
}
