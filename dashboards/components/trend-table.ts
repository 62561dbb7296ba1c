import type { IndicatorMeta, IndicatorTrend } from '../../src/domain/page-data.js'
import { sayLine, sayValue } from './number.js'
import { sayPeriod } from './period.js'
import { table } from './table.js'
import type { View } from './view.js'

/** A trend as a table, newest first: the line of the day, the city and every county. */
export function trendTable(view: View, indicator: IndicatorMeta, data: IndicatorTrend): Node {
  type Row = { period: string; index: number }
  const rows = data.periods.map((period, index): Row => ({ period, index })).reverse()
  return table<Row>(
    view.pick(indicator.name),
    [
      { head: view.say('head.period'), cell: ({ period }) => sayPeriod(view.lang, period) },
      {
        head: view.say('line.warning.name'),
        number: true,
        cell: ({ index }) => (data.warning[index] == null ? '' : sayLine(view.lang, indicator, data.warning[index])),
      },
      ...data.series.map((series) => ({
        head: view.shortName(series.region_code),
        number: true,
        cell: ({ index }: { index: number }) => sayValue(view.lang, indicator, series.values[index] ?? null),
      })),
    ],
    rows,
  )
}
