import type { Alert } from '../domain/alert-data.js'
import type { Figure, OverviewData } from '../domain/page-data.js'
import { monthOfReceipt, type Period, shiftPeriod } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { IndicatorTrend } from '../domain/topic-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { completenessOf } from './completeness.js'
import { figuresOf, type PlacedFigure, pick } from './figures.js'

/** What other pages show as well. */
export interface OverviewParts {
  figures: readonly PlacedFigure[]
  trends: readonly IndicatorTrend[]
  alerts: readonly Alert[]
}

/** Everything on the first page. */
export async function overviewData(
  warehouse: Warehouse,
  topics: readonly Topic[],
  city: RegionCode,
  month: Period,
  { figures, trends, alerts }: OverviewParts,
): Promise<OverviewData> {
  const headlines = topics.flatMap(({ indicators }) =>
    indicators.filter(({ headline }) => headline).map(({ id }) => id),
  )
  const isShown = ({ region_level, indicator_id }: PlacedFigure) =>
    region_level === 'county' && headlines.includes(indicator_id)
  const ofCity = pick(figures, ({ region_code }) => region_code === city)
  const ofCounties = pick(figures, isShown)
  const before = pick(await figuresOf(warehouse, city, shiftPeriod(month, -1), ['county']), isShown)
  const ofMonth = await monthOf(warehouse, month)
  const open = alerts.filter(({ state }) => state === 'open')

  const cards = headlines.flatMap((id) => {
    const figure = ofCity.find((candidate) => candidate.indicator_id === id)
    const trend = trends.find((candidate) => candidate.indicator_id === id)
    if (!figure || !trend) return []
    const counties = ofCounties.filter((candidate) => candidate.indicator_id === id)
    const values = trend.series[0]?.values ?? []
    return [
      {
        figure,
        trend: { periods: trend.periods, warning: trend.warning, values },
        below: counties.filter(isBelow).length,
        counties: counties.length,
      },
    ]
  })
  const critical = regionsWith(ofCounties, (figure) => figure.status === 'critical')
  return {
    counties: new Set(ofCounties.map((figure) => figure.region_code)).size,
    critical: critical.size,
    critical_before: regionsWith(before, (figure) => figure.status === 'critical').size,
    warning: [...regionsWith(ofCounties, isBelow)].filter((code) => !critical.has(code)).length,
    cards,
    grid: ofCounties,
    opened: open.filter(({ opened_period }) => ofMonth.has(opened_period)),
    closed: alerts.filter(({ closed_period }) => closed_period !== null && ofMonth.has(closed_period)),
    withdrawn: alerts.filter(({ withdrawn_on }) => withdrawn_on?.slice(0, 7) === monthOfReceipt(month)),
    open_alerts: open.length,
    silent_alerts: open.filter(({ silent_periods }) => silent_periods > 0).length,
    completeness: await completenessOf(warehouse, month),
  }
}

function isBelow(figure: Figure): boolean {
  return figure.status === 'critical' || figure.status === 'warning'
}

function regionsWith(figures: readonly Figure[], condition: (figure: Figure) => boolean): Set<RegionCode> {
  return new Set(figures.filter(condition).map((figure) => figure.region_code))
}

/** The periods of any frequency that end in the month. */
async function monthOf(warehouse: Warehouse, month: Period): Promise<Set<Period>> {
  const rows = await warehouse.query<{ period: string }>(
    'select distinct period from raw.calendar where last_month = $1',
    [month],
  )
  return new Set(rows.map(({ period }) => period))
}
