import type { Figure } from '../../src/domain/page-data.js'
import type { Period } from '../../src/domain/period.js'
import type { RegionCode } from '../../src/domain/region.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import type { Remarks } from './history-words.js'
import { sayValue } from './number.js'
import { periodDate, sayPeriod } from './period.js'
import { sayTraced } from './returned.js'
import type { View } from './view.js'
import { figureLines } from './words.js'

/** A figure on a line of a trend. */
export interface TrendPoint {
  code: RegionCode
  period: Period
  date: Date
  value: number | null
  /** Points of one run are joined by a line: those of a region, of each year apart where every January begins anew. */
  run: string
  /** What became of it after it was first known. */
  remarks: readonly string[]
  /** All that its tip says. */
  words(): string
}

/**
 * The points of every series. A series is rounded for its size; where the figure itself is known it is said, so that one page never says
 * two numbers.
 */
export function trendPoints(
  data: { trend: IndicatorTrend; figures: readonly Figure[] },
  view: View,
  remarksOf: Remarks,
): TrendPoint[] {
  const { indicator_id, periods, series } = data.trend
  const indicator = view.indicator(indicator_id)
  const dates = periods.map(periodDate)
  const figures = new Map(data.figures.map((each) => [`${each.region_code} ${each.period}`, each]))
  return series.flatMap(({ region_code: code, values, carried_until: until }) =>
    values.map((rounded, index): TrendPoint => {
      const period = periods[index] ?? ''
      const known = figures.get(`${code} ${period}`)
      const value = known ? known.value : rounded
      const remarks = remarksOf({ region_code: code, indicator_id, period })
      const carried = until !== null && period <= until ? [view.say('carried.point')] : []
      return {
        code,
        period,
        date: dates[index] ?? new Date(0),
        value,
        run: indicator.counts_within_year ? `${code} ${period.slice(0, 4)}` : code,
        remarks,
        words: () =>
          known
            ? figureLines(view, known, [...remarks, ...carried])
            : [
                `${view.name(code)}  ${sayValue(view.lang, indicator, value)}`,
                sayPeriod(view.lang, period),
                ...remarks,
                ...carried,
                sayTraced(view, data.trend),
              ].join('\n'),
      }
    }),
  )
}
