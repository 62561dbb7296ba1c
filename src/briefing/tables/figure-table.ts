import type { BriefRow, BriefTable } from '../../domain/brief.js'
import type { BriefFacts } from '../../domain/brief-facts.js'
import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { type Frequency, frequencyOf, type Period, periodText } from '../../domain/period.js'
import { fill, type Text } from '../../domain/text.js'
import { sayDifference, sayValue } from '../../domain/value-words.js'
import { sayFigure, sayLine } from '../words/figure-words.js'
import { countBeyond } from '../words/line-words.js'
import { cell, dash, figures, noteOf, words } from './cells.js'

const previousHeads: Record<Frequency, Text> = {
  M: { zh: '比上月', en: 'On last month' },
  Q: { zh: '比上季度', en: 'On last quarter' },
  A: { zh: '比上年', en: 'On the year before' },
}

/**
 * Every indicator of the city, a row each in the order of the catalog: how it stands, how it moved, and how many counties are beyond its
 * line. A table for each period that there are figures of, the bulletin's own month first.
 */
export function figureTables(facts: BriefFacts): BriefTable[] {
  const { site } = facts
  const city = new Map(
    facts.figures
      .filter(({ region_code }) => region_code === site.city.region_code)
      .map((figure) => [figure.indicator_id, figure]),
  )
  // What was never reported stands with the figures of the month.
  const periodOf = ({ id }: IndicatorMeta) => city.get(id)?.period ?? site.period
  const periods = [...new Set([site.period, ...site.indicators.map(periodOf)])]
  return periods.flatMap((period, index) => {
    const rows = site.indicators
      .filter((indicator) => periodOf(indicator) === period)
      .map((indicator) => rowOf(indicator, city.get(indicator.id) ?? null, facts))
    return rows.length === 0 ? [] : [figureTable(index === 0 ? 'figures' : `figures-${period}`, period, rows, facts)]
  })
}

function figureTable(id: string, period: Period, rows: BriefRow[], { site }: BriefFacts): BriefTable {
  const frequency = frequencyOf(period)
  const values = { city: site.city.region_name, period: periodText(period) }
  const year = frequency === 'A' ? [] : [figures({ zh: '比上年同期', en: 'On the year' }, 17)]
  return {
    kind: 'table',
    id,
    caption: fill({ zh: '{city}监测指标（{period}）', en: 'Indicators of {city} ({period})' }, values),
    note: noteOf(rows),
    columns: [
      words({ zh: '指标', en: 'Indicator' }, 46 - 17 * year.length),
      figures({ zh: '本期', en: 'Now' }, 13),
      figures(previousHeads[frequency], 17),
      ...year,
      figures({ zh: '预警线', en: 'Warning line' }, 13),
      figures({ zh: '越线县区', en: 'Counties beyond' }, 11),
    ],
    rows: frequency === 'A' ? rows.map(({ cells, ...row }) => ({ ...row, cells: cells.toSpliced(3, 1) })) : rows,
  }
}

function rowOf(indicator: IndicatorMeta, city: Figure | null, { site, figures: all }: BriefFacts): BriefRow {
  const counties = all.filter(
    ({ indicator_id, region_code }) => indicator_id === indicator.id && region_code !== site.city.region_code,
  )
  const { judged, beyond } = countBeyond(counties)
  const line = city?.warning ?? null
  return {
    cells: [
      cell(indicator.name),
      city ? cell(sayFigure(indicator, city), city.status) : cell(sayValue(indicator, null)),
      cell(city ? moved(indicator, city, 'previous') : dash),
      cell(city ? moved(indicator, city, 'year_before') : dash),
      cell(line === null ? dash : sayLine(indicator, line)),
      cell(
        judged === 0 ? dash : fill({ zh: '{beyond}/{all}', en: '{beyond}/{all}' }, { beyond, all: counties.length }),
      ),
    ],
    is_total: false,
  }
}

function moved(indicator: IndicatorMeta, figure: Figure, since: 'previous' | 'year_before'): Text {
  const change = figure[since]
  if (figure.value === null || change === null || figure.status === 'small_base') return dash
  return sayDifference(indicator, figure.value - change.value_before) ?? { zh: '持平', en: 'unchanged' }
}
