import type { BriefRow, BriefTable } from '../../domain/brief.js'
import type { BriefFacts } from '../../domain/brief-facts.js'
import type { Figure, IndicatorMeta } from '../../domain/page-data.js'
import { fill, type Text } from '../../domain/text.js'
import { sayDifference, sayValue } from '../../domain/value-words.js'
import { sayFigure, sayLine } from '../words/figure-words.js'
import { countBeyond } from '../words/line-words.js'
import { periodText } from '../words/phrases.js'
import { cell, dash, figures, noteOf, words } from './cells.js'

/** Every indicator of the city, a row each in the order of the catalog: how it stands, how it moved, and how many counties are beyond its line. */
export function figureTable(facts: BriefFacts): BriefTable {
  const { site } = facts
  const rows = site.indicators.map((indicator) => rowOf(indicator, facts))
  return {
    kind: 'table',
    id: 'figures',
    caption: fill({ zh: '{city}主要监测指标', en: 'Indicators of {city}' }, { city: site.city.region_name }),
    note: noteOf(rows),
    columns: [
      words({ zh: '指标', en: 'Indicator' }, 30),
      figures({ zh: '本期', en: 'Now' }, 14),
      figures({ zh: '比上期', en: 'On the period before' }, 16),
      figures({ zh: '比上年同期', en: 'On the year' }, 16),
      figures({ zh: '预警线', en: 'Warning line' }, 13),
      figures({ zh: '越线县区', en: 'Counties beyond' }, 11),
    ],
    rows,
  }
}

function rowOf(indicator: IndicatorMeta, { site, figures: all }: BriefFacts): BriefRow {
  const ofIt = all.filter(({ indicator_id }) => indicator_id === indicator.id)
  const city = ofIt.find(({ region_code }) => region_code === site.city.region_code)
  const counties = ofIt.filter(({ region_code }) => region_code !== site.city.region_code)
  const { judged, beyond } = countBeyond(counties)
  const name = nameOf(indicator, city, site.period)
  const line = city?.warning ?? null
  return {
    cells: [
      cell(name),
      city ? cell(sayFigure(indicator, city), city.status) : cell(sayValue(indicator, null)),
      cell(city ? moved(indicator, city, 'previous') : dash),
      cell(city && indicator.frequency !== 'A' ? moved(indicator, city, 'year_before') : dash),
      cell(line === null ? dash : sayLine(indicator, line)),
      cell(
        judged === 0 ? dash : fill({ zh: '{beyond}/{all}', en: '{beyond}/{all}' }, { beyond, all: counties.length }),
      ),
    ],
    is_total: false,
  }
}

/** The name, with the period where it is not the bulletin's own. */
function nameOf({ name }: IndicatorMeta, figure: Figure | undefined, month: string): Text {
  if (!figure || figure.period === month) return name
  return fill({ zh: '{name}（{of}）', en: '{name} ({of})' }, { name, of: periodText(figure.period) })
}

function moved(indicator: IndicatorMeta, figure: Figure, since: 'previous' | 'year_before'): Text {
  const change = figure[since]
  if (figure.value === null || change === null || figure.status === 'small_base') return dash
  return sayDifference(indicator, figure.value - change.value_before) ?? { zh: '持平', en: 'unchanged' }
}
