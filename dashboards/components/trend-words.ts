import type { Figure, IndicatorMeta } from '../../src/domain/page-data.js'
import type { IndicatorTrend } from '../../src/domain/topic-data.js'
import { sayChange } from './change-words.js'
import { sayDifference, sayValue } from './number.js'
import { sayPeriod } from './period.js'
import type { View } from './view.js'
import { wrongSide } from './words.js'

/** A trend in one sentence: the city now, against a year ago, against its line; from the figure itself where it is known. */
export function sayTrend(
  view: View,
  indicator: IndicatorMeta,
  data: IndicatorTrend,
  figures: readonly Figure[],
): string {
  const values = data.series.find(({ region_code }) => view.isCity(region_code))?.values ?? []
  const last = values.findLastIndex((value) => value !== null)
  const rounded = values[last]
  if (rounded == null) return view.say('trend.nothing', { city: view.site.city.region_name })
  const known = figures.find(({ region_code, period }) => view.isCity(region_code) && period === data.periods[last])
  const value = known?.value ?? rounded
  const back = indicator.frequency === 'A' ? 1 : indicator.frequency === 'Q' ? 4 : 12
  const change = sayChange(
    view,
    indicator,
    value,
    known ? (known.year_before?.value_before ?? null) : (values[last - back] ?? null),
  )
  const line = data.warning[last] ?? null
  const isWrong = line !== null && (indicator.direction === 'higher_is_better' ? value < line : value > line)
  const parts = [
    view.say('trend.now', {
      city: view.site.city.region_name,
      period: sayPeriod(view.lang, data.periods[last] ?? ''),
      value: sayValue(view.lang, indicator, value),
    }),
    change && view.say(indicator.frequency === 'A' ? 'change.previous_year' : 'change.year', { change }),
    line !== null &&
      (isWrong
        ? view.say('trend.wrong', {
            side: wrongSide(view, indicator),
            amount: sayDifference(view.lang, indicator, value - line),
          })
        : view.say('trend.right')),
  ]
  return parts.filter(Boolean).join(view.say('comma'))
}
