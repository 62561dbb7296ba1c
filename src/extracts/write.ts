import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Brief } from '../domain/brief.js'
import type { BriefFacts } from '../domain/brief-facts.js'
import type { OriginData } from '../domain/figure-origin.js'
import type { MapData } from '../domain/map-data.js'
import type { AlertsData, IndicatorTrend, SiteData } from '../domain/page-data.js'
import type { ReleaseState } from '../domain/release-state.js'
import type { TaskLinesData } from '../domain/task-data.js'
import type { Lang } from '../domain/text.js'
import type { Threshold } from '../domain/threshold.js'
import type { Topic } from '../domain/topic.js'
import type { Run } from '../warehouse/load-reference.js'
import type { Model } from '../warehouse/model.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { alertsOf } from './alerts.js'
import { askedData } from './asked.js'
import { breaksOf } from './breaks.js'
import { briefFacts } from './brief-facts.js'
import { countyOrigins } from './county-origins.js'
import { figuresOf, recentValues } from './figures.js'
import { historyOf } from './history.js'
import { mapData } from './map.js'
import { indicatorMeta, methodologyData } from './methodology.js'
import { nearMissesOf } from './near-misses.js'
import { overviewData } from './overview.js'
import { qualityData } from './quality.js'
import { regionData, regionNames } from './region.js'
import { releaseChanges } from './release-changes.js'
import { taskLines } from './task-lines.js'
import { pagesOf, topicData } from './topic.js'
import { trendsOf } from './trends.js'

/** What the page data is made from besides the warehouse. */
export interface PageDataInput {
  topics: readonly Topic[]
  models: readonly Model[]
  thresholds: readonly Threshold[]
  map: MapData
  run: Run
  release: string
  /** What the release says. */
  state: ReleaseState
  /** What the release said that this one is compared with; null when there is none. */
  previous: ReleaseState | null
  /** True when the figures are the fictional city's. */
  sample: boolean
  /** Hides personal numbers in what senders wrote freely: file names, reasons given. */
  mask: (text: string) => string
  /** Writes the monthly bulletin. */
  writeBrief: (facts: BriefFacts) => Brief
}

/** Writes every JSON file that the pages read into a folder. */
export async function writePageData(warehouse: Warehouse, folder: string, input: PageDataInput): Promise<void> {
  const { topics, run, state } = input
  const { city } = state
  const [cityName] = await regionNames(warehouse, 'region_code', city)
  if (!cityName) throw new Error(`no name for region ${city}`)
  const counties = (await regionNames(warehouse, 'region_level', 'county')).filter(
    ({ region_code }) => region_code !== city,
  )
  const write = async (name: string, content: unknown) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(content))
  }
  const site: SiteData = {
    sample: input.sample,
    city: cityName,
    period: run.period,
    release: input.release,
    as_of: run.as_of,
    indicators: indicatorMeta(topics),
    counties,
  }
  await write('site.json', site)
  const figures = await figuresOf(warehouse, city, run.period)
  const recent = await recentValues(warehouse, city, run.period, 13)
  const alerts = await alertsOf(warehouse, run.period, recent)
  const near_misses = await nearMissesOf(warehouse, figures)
  const breaks = await breaksOf(warehouse)
  const history = await historyOf(warehouse, topics)
  const allTrends: IndicatorTrend[] = []
  for (const [page, own] of pagesOf(topics)) {
    const trends: IndicatorTrend[] = []
    for (const { dataset } of own) trends.push(...(await trendsOf(warehouse, city, dataset.id)))
    allTrends.push(...trends)
    await write(`${page}.json`, await topicData(warehouse, own, city, figures, trends, breaks, history))
  }
  const overview = await overviewData(warehouse, topics, city, run.period, { figures, trends: allTrends, alerts })
  await write('overview.json', overview)
  await write('map.json', mapData(input.map, counties))
  await write('alerts.json', { alerts, near_misses } satisfies AlertsData)
  const lines = await taskLines(warehouse, input.mask)
  await write('task-lines.json', { lines } satisfies TaskLinesData)
  await write('asked.json', await askedData(warehouse, topics))
  await write('quality.json', await qualityData(warehouse, topics, run.period, input.mask))
  await write('methodology.json', await methodologyData(warehouse, topics, input.models, input.thresholds))
  const headlines = topics.flatMap(({ indicators }) =>
    indicators.filter(({ headline }) => headline).map(({ id }) => id),
  )
  const isCounty = new Set(counties.map(({ region_code }) => region_code))
  const shown = figures.filter(({ region_code }) => isCounty.has(region_code))
  const origins = await countyOrigins(warehouse, shown, input)
  for (const county of counties) {
    const data = await regionData(warehouse, county, {
      figures,
      alerts,
      near_misses,
      lines,
      recent,
      breaks,
      headlines,
      history,
    })
    await write(`regions/${county.region_code}.json`, data)
    await write(`lineage/${county.region_code}.json`, origins.get(county.region_code) ?? noOrigins(input.release))
  }
  await write('changes.json', releaseChanges(input.previous, state))
  const facts = await briefFacts(warehouse, { topics, site, overview, figures, trends: allTrends, alerts })
  await write('brief.json', input.writeBrief(facts))
}

/** Of a county without any figure: the page reads the file all the same. */
function noOrigins(release: string): OriginData {
  return { release, figures: [], rows: {}, files: {} }
}
