import type { IndicatorMeta } from '../../../src/domain/page-data.js'
import type { IndicatorTrend } from '../../../src/domain/topic-data.js'
import type { Remarks } from '../history-words.js'
import type { FileView } from '../tools.js'
import { say } from './say.js'
import { type FileColumn, headOf } from './sheet.js'

/** A period of a trend: its place in the lists beside it. */
export type TrendRow = number

/** A trend in a file: a line a period, the lines of the day and every region in a column of their own. */
export function trendColumns(
  view: FileView,
  indicator: IndicatorMeta,
  { periods, warning, critical, target, series }: IndicatorTrend,
  remarks: Remarks = () => [],
): FileColumn<TrendRow>[] {
  const measured = (head: string, values: readonly (number | null)[]): FileColumn<TrendRow> => ({
    head: headOf(head, view.say(`axis.${indicator.unit}`)),
    value: (at) => values[at] ?? null,
    decimals: () => indicator.decimals,
  })
  const remarksAt = (at: TrendRow) =>
    series.flatMap(({ region_code }) =>
      remarks({ region_code, indicator_id: indicator.id, period: periods[at] ?? '' }).map(
        (what) => `${view.shortName(region_code)} ${what}`,
      ),
    )
  return [
    { head: view.say('head.period'), value: (at) => view.sayPeriod(view.lang, periods[at] ?? '') },
    measured(view.say('line.warning.name'), warning),
    measured(view.say('line.critical.name'), critical),
    measured(view.say('head.target'), target),
    ...series.map(({ region_code, values }) => measured(view.name(region_code), values)),
    { head: say(view, 'head.remarks'), value: (at) => remarksAt(at).join(view.say('semicolon')) || null },
  ]
}
