import type { Alert } from '../domain/alert-data.js'
import type { BriefFacts } from '../domain/brief-facts.js'
import type { OverviewData, SiteData } from '../domain/page-data.js'
import { shiftPeriod } from '../domain/period.js'
import type { RegionCode } from '../domain/region.js'
import type { Topic } from '../domain/topic.js'
import type { IndicatorTrend } from '../domain/topic-data.js'
import type { Run } from '../warehouse/load-reference.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { alertsOf } from './alerts.js'
import { figuresOf, type PlacedFigure, pick, recentValues, shownFigures, topRegion } from './figures.js'
import { indicatorMeta } from './methodology.js'
import { overviewData } from './overview.js'
import { RegionsOfToday } from './regions-of-today.js'
import { trendsOf } from './trends.js'

/** What of the page data the bulletin is written from as well. */
export interface BriefParts {
  topics: readonly Topic[]
  site: SiteData
  overview: OverviewData
  figures: readonly PlacedFigure[]
  trends: readonly IndicatorTrend[]
  alerts: readonly Alert[]
}

/** The facts of the bulletin, out of what other pages show and how the counties stood a month before. */
export async function briefFacts(warehouse: Warehouse, parts: BriefParts): Promise<BriefFacts> {
  const { topics, site, overview, figures, trends, alerts } = parts
  const city = site.city.region_code
  const before = await shownFigures(warehouse, city, shiftPeriod(site.period, -1), ['county'])
  return {
    site,
    returns: topics
      .filter(({ indicators }) => indicators.length > 0)
      .map(({ dataset }) => ({ dataset: dataset.id, title: dataset.title })),
    overview,
    figures: pick(figures, ({ region_code, region_level }) => region_code === city || region_level === 'county'),
    before: before.map(({ region_code, indicator_id, period, status }) => ({
      region_code,
      indicator_id,
      period,
      status,
    })),
    courses: trends.map(({ indicator_id, periods, warning, series }) => ({
      indicator_id,
      periods,
      warning,
      values: series[0]?.values ?? [],
    })),
    open: alerts.filter(({ state }) => state === 'open'),
    owners: alerts.flatMap(({ alert_id, tasks }) =>
      [...new Set(tasks.map(({ owner_unit }) => owner_unit))].map((owner_unit) => ({ alert_id, owner_unit })),
    ),
  }
}

/** The same of a release whose pages are not at hand, from its warehouse alone. */
export async function briefFactsOf(
  warehouse: Warehouse,
  topics: readonly Topic[],
  release: { release: string; run: Run; sample: boolean },
): Promise<BriefFacts> {
  const { period, as_of } = release.run
  const city = await topRegion(warehouse)
  const site = {
    sample: release.sample,
    ...(await namesOf(warehouse, city)),
    period,
    release: release.release,
    as_of,
    indicators: indicatorMeta(topics),
  }
  const figures = await figuresOf(warehouse, city, period)
  const alerts = await alertsOf(warehouse, period, await recentValues(warehouse, city, period, 13))
  const trends = await trendsOfAll(warehouse, topics, city)
  const overview = await overviewData(warehouse, topics, city, period, { figures, trends, alerts })
  return briefFacts(warehouse, { topics, site, overview, figures, trends, alerts })
}

async function namesOf(warehouse: Warehouse, code: RegionCode): Promise<Pick<SiteData, 'city' | 'counties'>> {
  const regions = await RegionsOfToday.read(warehouse, code)
  return { city: regions.city, counties: regions.ofLevel('county') }
}

async function trendsOfAll(
  warehouse: Warehouse,
  topics: readonly Topic[],
  city: RegionCode,
): Promise<IndicatorTrend[]> {
  const all: IndicatorTrend[] = []
  for (const { dataset, indicators } of topics)
    if (indicators.length > 0) all.push(...(await trendsOf(warehouse, city, dataset.id)))
  return all
}
