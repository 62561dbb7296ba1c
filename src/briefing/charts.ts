import type { BriefChart } from '../domain/brief.js'
import type { BriefFacts } from '../domain/brief-facts.js'
import { type Frequency, periodText } from '../domain/period.js'
import { fill, type Text } from '../domain/text.js'
import { sayValue } from '../domain/value-words.js'
import { sayLine, withUnit } from './words/figure-words.js'

/** Periods that a chart shows at most: three years and the month that begins them. */
const shown: Record<Frequency, number> = { M: 37, Q: 13, A: 10 }

/** The course of every headline indicator that has one, against its line. */
export function chartsOf({ site, courses }: Pick<BriefFacts, 'site' | 'courses'>): BriefChart[] {
  return site.indicators.flatMap((indicator) => {
    const course = courses.find(({ indicator_id }) => indicator_id === indicator.id)
    if (!indicator.headline || !course) return []
    const last = (list: readonly (number | null)[]) => list.slice(-shown[indicator.frequency])
    const periods = course.periods.slice(-shown[indicator.frequency])
    const [values, warning] = [last(course.values), last(course.warning)]
    const known = values.flatMap((value, index) => (value === null ? [] : [{ value, period: periods[index] ?? '' }]))
    const [first, latest] = [known[0], known.at(-1)]
    if (!first || !latest) return []
    const line = warning.at(-1) ?? null
    const said = {
      name: indicator.name,
      from: periodText(first.period),
      to: periodText(latest.period),
      before: sayValue(indicator, first.value),
      now: sayValue(indicator, latest.value),
      line:
        line === null
          ? none
          : fill({ zh: '，预警线{line}', en: ', warning line {line}' }, { line: sayLine(indicator, line) }),
    }
    return [
      {
        indicator_id: indicator.id,
        title: withUnit(indicator.name, indicator),
        alt: fill(
          {
            zh: '{name}：{from}{before}，{to}{now}{line}',
            en: '{name}: {before} in {from}, {now} in {to}{line}',
          },
          said,
        ),
        periods,
        values,
        warning,
        labels: {
          value: said.now,
          warning:
            line === null ? null : fill({ zh: '预警线{line}', en: 'line {line}' }, { line: sayLine(indicator, line) }),
        },
      },
    ]
  })
}

const none: Text = { zh: '', en: '' }
