import { html } from 'htl'
import type { FigureHistory } from '../../src/domain/history-data.js'
import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import type { RegionLevel } from '../../src/domain/region.js'
import { fillOf, isHollow, strokeOf, symbolOf } from './dot-marks.js'
import { figure } from './figure.js'
import { figureTable } from './figure-table.js'
import { type Remarks, remarksOf } from './history-words.js'
import { flagLanes, stack, textWidth } from './labels.js'
import { sayTick } from './number.js'
import { dot, halo, plot, ruleX, text } from './plot.js'
import { type HeadedLine, regionLines } from './region-lines.js'
import { isBelow, type View } from './view.js'
import { figureLines, sayFigure, wrongSide } from './words.js'

export interface RegionDotsData {
  /** Figures of regions of one level, all of one indicator. */
  figures: readonly Figure[]
  /** The figure of the region above them, as a mark to compare with. */
  whole: Figure | null
  level: RegionLevel
  /** What became of figures after they were first known. */
  history?: FigureHistory
}

const size = 12
const lane = 16

/** Regions as dots along the value, with the lines; only those beyond a line are named. Not a ranking: no places, no order. */
export function regionDots(data: RegionDotsData, view: View, width: number): HTMLElement | null {
  const any = data.figures[0] ?? data.whole
  if (!any) return null
  const indicator = view.indicator(any.indicator_id)
  const known = data.figures
    .filter((row): row is Figure & { value: number } => row.value !== null)
    .sort((a, b) => a.value - b.value)
  const silent = data.figures.filter((row) => row.value === null && row.status !== 'not_due')
  const below = data.figures.filter(isBelow)
  const level = view.say(`level.${data.level}`)
  const side = wrongSide(view, indicator)
  const small = known.filter(isHollow)
  const judged = known.length - small.length
  const title =
    known.length === 0
      ? view.say('dots.nobody', { total: data.figures.length, level })
      : below.length
        ? view.say('dots.below', { total: data.figures.length, count: below.length, level, side })
        : known.length > 0 && known.every(({ status }) => status === null)
          ? view.say('dots.no_line', { total: known.length, level })
          : judged > 0 || small.length === 0
            ? view.say('dots.none', { total: judged, level, side })
            : view.say('dots.unjudged', { total: small.length, level })
  const namesOf = (rows: readonly Figure[]) =>
    rows.map(({ region_code }) => view.shortName(region_code)).join(view.say('list.comma'))
  const label = below.length ? `${title}${view.say('colon')}${namesOf(below)}` : title
  const remarks = remarksOf(data.history, view)
  const all = [...(data.whole ? [data.whole] : []), ...data.figures]
  const { lines, remark } = regionLines(data.figures, indicator, view)
  return figure(view, {
    subject: { kind: 'dots', indicator, period: any.period, whole: data.whole, parts: data.figures },
    title,
    unit: view.say('dots.how', { unit: view.say(`axis.${indicator.unit}`), level }),
    drawing: known.length
      ? draw(known, data.whole, lines, view, indicator, width, label, remarks)
      : html`<p class="empty">${view.say('dots.empty')}</p>`,
    notes: [
      ...(remark ? [remark] : []),
      ...(small.length ? [view.say('dots.small', { count: small.length })] : []),
      ...(silent.length ? [view.say('dots.silent', { names: namesOf(silent) })] : []),
    ],
    table: () => figureTable(view, indicator, all, remarks),
    lines: { figures: all, remarks },
  })
}

function draw(
  figures: (Figure & { value: number })[],
  whole: Figure | null,
  lines: readonly HeadedLine[],
  view: View,
  indicator: IndicatorMeta,
  width: number,
  label: string,
  remarks: Remarks,
): SVGSVGElement {
  const values = [
    ...figures.map(({ value }) => value),
    ...lines.map(({ value }) => value),
    ...(whole?.value == null ? [] : [whole.value]),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = (high - low || 1) * 0.05
  const ceiling = indicator.unit === 'pct' ? 100 : Number.POSITIVE_INFINITY
  const domain: [number, number] = [
    low < 0 ? low - room : Math.max(0, low - room),
    Math.max(high, Math.min(ceiling, high + room)),
  ]
  const margin = 16
  const toPixel = (value: number) => margin + ((value - domain[0]) / (domain[1] - domain[0])) * (width - 2 * margin)

  const pixels = figures.map(({ value }) => toPixel(value))
  const lanes = stack(pixels, size)
  // A tall pile is pressed together rather than making the chart tall.
  const rise = Math.min(size, 84 / (Math.max(...lanes) + 1))
  const dots = figures.map((row, index) => ({ ...row, y: size / 2 + (lanes[index] ?? 0) * rise }))
  const top = Math.max(...lanes) * rise + size + 10

  const isRight = indicator.direction === 'higher_is_better'
  const chosen = view.chosen?.() ?? null
  const isChosen = (row: Figure) => row.region_code === chosen
  const flagged = dots.filter((row) => isBelow(row) || isChosen(row))
  if (!isRight) flagged.reverse()
  const texts = flagged.map((row) => `${view.shortName(row.region_code)} ${sayFigure(view, row)}`)
  const flagLane = flagLanes(
    flagged.map(({ value }) => (isRight ? 1 : -1) * toPixel(value)),
    texts.map((words) => textWidth(words) + 10),
  )
  const flags = flagged.map((row, index) => ({
    ...row,
    words: texts[index] ?? '',
    top: top + (flagLane[index] ?? 0) * lane,
  }))
  const heads = [...lines, ...(whole?.value == null ? [] : [wholeLine(whole, whole.value, view)])]
  const headTop = top + (flags.length ? (Math.max(...flagLane) + 1) * lane : 0)
  const headRows = heads.map((head, index) => {
    const isNearEnd = toPixel(head.value) + textWidth(head.words) + 8 > width
    return { ...head, y: headTop + (heads.length - 1 - index) * lane + 6, isNearEnd }
  })
  const height = headTop + heads.length * lane + 26

  const drawing = plot({
    width,
    height,
    marginTop: 2,
    marginBottom: 24,
    marginLeft: margin,
    marginRight: margin,
    label,
    x: {
      domain,
      ticks: Math.max(2, Math.round(width / 110)),
      tickFormat: (value: number) => sayTick(view.lang, indicator, value),
      tickSize: 3,
      label: null,
    },
    y: { domain: [0, headTop + heads.length * lane], axis: null },
    marks: [
      ruleX(headRows, { x: 'value', y1: 0, y2: 'y', stroke: 'color', strokeWidth: 1.25, strokeDasharray: '4 3' }),
      ruleX(flags, { x: 'value', y1: 'y', y2: 'top', stroke: 'var(--line-strong)' }),
      text(
        headRows.filter((row) => !row.isNearEnd),
        { x: 'value', y: 'y', text: 'words', ...halo, fill: 'color', textAnchor: 'start', dx: 4 },
      ),
      text(
        headRows.filter((row) => row.isNearEnd),
        { x: 'value', y: 'y', text: 'words', ...halo, fill: 'color', textAnchor: 'end', dx: -4 },
      ),
      dot(dots, {
        x: 'value',
        y: 'y',
        r: (row: Figure) => (row.status === 'small_base' ? 3.2 : 4.5),
        symbol: symbolOf,
        fill: fillOf,
        stroke: strokeOf,
        strokeWidth: 1.25,
      }),
      dot(dots.filter(isChosen), { x: 'value', y: 'y', r: 7.5, stroke: 'var(--accent)', strokeWidth: 2.5 }),
      ...[true, false].map((isChosenOne) =>
        text(
          flags.filter((row) => isChosen(row) === isChosenOne),
          {
            x: 'value',
            y: 'top',
            text: 'words',
            textAnchor: isRight ? 'start' : 'end',
            dx: isRight ? 3 : -3,
            ...halo,
            fill: isChosenOne ? 'var(--accent)' : 'var(--ink)',
            fontWeight: isChosenOne ? 600 : 400,
          },
        ),
      ),
    ],
    tips: {
      marks: dots,
      x: 'value',
      y: 'y',
      words: (row) => figureLines(view, row, remarks(row)),
      row: () => '',
      keys: view.say('chart.keys'),
    },
  })
  for (const label of drawing.querySelectorAll('text')) {
    const flag = flags.find(({ words }) => words === label.textContent)
    if (flag) label.dataset.place = flag.region_code
  }
  return drawing
}

/** The region above as one more line, in the ink of the city. */
function wholeLine(whole: Figure, value: number, view: View): HeadedLine {
  return { value, words: `${view.shortName(whole.region_code)} ${sayFigure(view, whole)}`, color: 'var(--ink)' }
}
