import { html } from 'htl'
import type { FigureHistory } from '../../src/domain/history-data.js'
import type { Figure } from '../../src/domain/page-data.js'
import type { Period } from '../../src/domain/period.js'
import type { RegionCode } from '../../src/domain/region.js'
import type { IndicatorTrend, NationalSeries, TopicData } from '../../src/domain/topic-data.js'
import { sayBreak, sayCarried, shownBreaks } from './breaks.js'
import { figure } from './figure.js'
import { remarksOf } from './history-words.js'
import { spread, textWidth } from './labels.js'
import { sayLine, sayTick } from './number.js'
import { periodDate, sayPeriod } from './period.js'
import { dot, halo, line, type Markish, plot, ruleX, text } from './plot.js'
import { saySilent } from './returned.js'
import { valueDomain, yearTicks } from './trend-axis.js'
import { endLabels } from './trend-labels.js'
import { nationalMarks, nationalPoints, sayNational } from './trend-national.js'
import { trendPoints } from './trend-points.js'
import { trendTable } from './trend-table.js'
import { sayTrend } from './trend-words.js'
import type { View } from './view.js'

export interface TrendData {
  trend: IndicatorTrend
  /** Figures of this indicator of which more is known than the value: their points say it. */
  figures: readonly Figure[]
  /** Published series of exactly this indicator's definition. */
  national: readonly NationalSeries[]
  breaks: TopicData['breaks']
  /** What became of figures after they were first known. */
  history?: FigureHistory
  /** A county to set in colour. */
  selected?: RegionCode | null
  /** An earlier period that the page shows beside it: marked by an upright line. */
  period?: Period | null
}

/** A line of the day holds until the next one: a step. */
const threshold = { x: 'date', y: 'value', strokeWidth: 1.5, curve: 'step-after' } as const

/** Every county as a light line, the city in bold, the line of the day as a step, published national figures as points. */
export function trend(data: TrendData, view: View, width: number): HTMLElement {
  const { lang } = view
  const indicator = view.indicator(data.trend.indicator_id)
  const { periods } = data.trend
  const dates = periods.map(periodDate)
  const remarks = remarksOf(data.history, view)
  const points = trendPoints(data, view, remarks)
  if (points.every(({ value }) => value === null)) return html`<p class="empty">${view.say('dots.empty')}</p>`
  const city = points.filter(({ code }) => view.isCity(code))
  const selected = points.filter(({ code }) => code === data.selected)
  const national = nationalPoints(data.national, view)
  const step = (values: (number | null)[]) =>
    values.map((value, index) => ({ date: dates[index] ?? new Date(0), value }))
  const warning = step(data.trend.warning)
  const critical = step(data.trend.critical)

  const [low, high] = valueDomain(
    indicator,
    [...points, ...warning, ...critical, ...national].map(({ value }) => value),
  )
  const first = national[0]?.date ?? dates[0] ?? new Date(0)
  const start = dates[0] && dates[0] < first ? dates[0] : first
  const end = dates.at(-1) ?? start
  const height = Math.round(Math.min(320, Math.max(240, width * 0.46)))
  const labels = endLabels(view, indicator, {
    city,
    selected,
    selectedCode: data.selected ?? null,
    warning,
    critical,
  })
  const margin = {
    top: 14,
    bottom: 24,
    left: 48,
    right: 12 + Math.max(60, ...labels.map((label) => textWidth(label.words) + 4)),
  }
  const toPixel = (value: number) =>
    margin.top + ((high - value) / (high - low)) * (height - margin.top - margin.bottom)
  const toValue = (pixel: number) =>
    high - ((pixel - margin.top) / (height - margin.top - margin.bottom)) * (high - low)
  const places = spread(
    labels.map(({ value }) => toPixel(value)),
    15,
    8,
    height - margin.bottom,
  )
  const placed = labels.map((label, index) => ({ ...label, y: toValue(places[index] ?? 0) }))
  const begin = data.trend.periods[0] ?? ''
  const breaks = shownBreaks(data.breaks, data.selected ?? null, view).filter(({ period }) => period > begin)
  const carried = sayCarried(view, data.trend.series, data.selected ?? null)
  const changed = points.filter((point) => point.value !== null && point.remarks.length > 0)
  const target = data.trend.target.at(-1)
  const latest = data.trend.periods.at(-1) ?? view.site.period
  const whole = data.figures.find(({ region_code, period }) => view.isCity(region_code) && period === latest) ?? null
  const notDue = data.figures.filter(({ status }) => status === 'not_due').map(({ region_code }) => region_code)
  const silent = data.trend.series
    .filter(({ region_code: code, values }) => values.at(-1) === null && !notDue.includes(code))
    .map(({ region_code }) => region_code)
  const finding = sayTrend(view, indicator, data.trend, data.figures)

  const drawing = plot({
    width,
    height,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    marginRight: margin.right,
    label: finding,
    x: {
      type: 'utc',
      domain: [start, end],
      ticks: yearTicks(start, end, width),
      tickFormat: (date: Date) => String(date.getUTCFullYear()),
      tickSize: 3,
      label: null,
    },
    y: {
      domain: [low, high],
      ticks: 5,
      tickFormat: (value: number) => sayTick(lang, indicator, value),
      tickSize: 0,
      grid: true,
      label: null,
    },
    marks: [
      ruleX(
        breaks.map(({ period }) => periodDate(period)),
        { stroke: 'var(--ink-3)', strokeDasharray: '1 3' },
      ),
      ...(data.period ? periodMark(data.period, high, lang) : []),
      line(
        points.filter(({ code }) => !view.isCity(code)),
        { x: 'date', y: 'value', z: 'run', stroke: 'var(--data-light)', strokeWidth: 1 },
      ),
      line(warning, { ...threshold, stroke: 'var(--warning)', strokeDasharray: '5 3' }),
      line(critical, { ...threshold, stroke: 'var(--critical)', strokeDasharray: '2 3' }),
      line(selected, { x: 'date', y: 'value', z: 'run', stroke: 'var(--accent)', strokeWidth: 2 }),
      line(city, { x: 'date', y: 'value', z: 'run', stroke: 'var(--ink)', strokeWidth: 2.75 }),
      dot(changed, {
        x: 'date',
        y: 'value',
        r: 2.5,
        fill: 'var(--surface)',
        stroke: 'var(--ink-3)',
        strokeWidth: 1.25,
      }),
      ...nationalMarks(national),
      ...[400, 600].map((fontWeight) =>
        text(
          placed.filter(({ weight }) => weight === fontWeight),
          { x: () => end, y: 'y', text: 'words', dx: 8, textAnchor: 'start', fill: 'color', fontWeight },
        ),
      ),
    ],
    tips: {
      marks: points,
      x: 'date',
      y: 'value',
      words: (point) => point.words(),
      row: ({ code }) => code,
      keys: view.say('chart.keys'),
    },
  })

  return figure(view, {
    subject: { kind: 'trend', indicator, period: latest, whole, parts: data.figures },
    title: finding,
    unit: view.say('trend.how', { unit: view.say(`axis.${indicator.unit}`) }),
    drawing,
    notes: [
      ...(target == null ? [] : [view.say('trend.target', { value: sayLine(lang, indicator, target) })]),
      ...(low > 0 ? [view.say('trend.shortened', { from: sayLine(lang, indicator, low) })] : []),
      ...breaks.map((each) => sayBreak(view, each)),
      ...(carried === null ? [] : [carried]),
      ...(silent.length ? [saySilent(view, silent)] : []),
      ...(changed.length ? [view.say('history.dots', { count: changed.length })] : []),
    ],
    table: () => trendTable(view, indicator, data.trend, remarks),
    lines: { trend: data.trend, remarks },
    sources: sayNational(data.national, view),
    ...(data.selected ? { filters: view.say('trend.selected', { region: view.name(data.selected) }) } : {}),
  })
}

/** An upright line at a period, with its name at the top. */
function periodMark(period: Period, top: number, lang: View['lang']): Markish[] {
  const mark = [{ date: periodDate(period), value: top, words: sayPeriod(lang, period) }]
  return [
    ruleX(mark, { x: 'date', stroke: 'var(--ink-2)', strokeWidth: 1.5 }),
    text(mark, { x: 'date', y: 'value', text: 'words', dy: -7, ...halo, fill: 'var(--ink)', fontWeight: 600 }),
  ]
}
