import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AlertsData } from '../domain/alert-data.js'
import type { Brief } from '../domain/brief.js'
import type { BriefFacts } from '../domain/brief-facts.js'
import type { MapData } from '../domain/map-data.js'
import type { SiteData } from '../domain/page-data.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import type { ReleaseState } from '../domain/release-state.js'
import type { TaskLinesData } from '../domain/task-data.js'
import type { Threshold } from '../domain/threshold.js'
import type { Topic } from '../domain/topic.js'
import type { IndicatorTrend } from '../domain/topic-data.js'
import type { Run } from '../warehouse/load-reference.js'
import type { Model } from '../warehouse/model.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { alertsOf } from './alerts.js'
import { askedData } from './asked.js'
import { breaksOf } from './breaks.js'
import { briefFacts } from './brief-facts.js'
import { compareData } from './compare.js'
import { earlierData } from './earlier.js'
import { figuresOf, recentValues } from './figures.js'
import { historyOf } from './history.js'
import { mapData } from './map.js'
import { indicatorMeta, methodologyData } from './methodology.js'
import { nearMissesOf } from './near-misses.js'
import { overviewData } from './overview.js'
import { qualityData } from './quality.js'
import { regionPages } from './region.js'
import { regionOrigins } from './region-origins.js'
import { RegionsOfToday } from './regions-of-today.js'
import { releaseChanges } from './release-changes.js'
import { searchData } from './search.js'
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
  const regions = await RegionsOfToday.read(warehouse, city)
  const counties = regions.ofLevel('county')
  const write = async (name: string, content: unknown) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(content))
  }
  const site: SiteData = {
    sample: input.sample,
    city: regions.city,
    period: run.period,
    release: input.release,
    as_of: run.as_of,
    indicators: indicatorMeta(topics),
    counties,
  }
  await write('site.json', site)
  await write('search.json', await searchData(warehouse, city, topics))
  const figures = await figuresOf(warehouse, city, run.period)
  const recent = await recentValues(warehouse, city, run.period, 13)
  const allAlerts = await alertsOf(warehouse, run.period, recent, RegionLevel.options)
  const allNear = await nearMissesOf(warehouse, figures)
  const allBreaks = await breaksOf(warehouse)
  // A township's are told on its own page.
  const isListed = ({ region_code }: { region_code: RegionCode }) => !regions.isOfLevel(region_code, 'township')
  const [alerts, near_misses, breaks] = [
    allAlerts.filter(isListed),
    allNear.filter(isListed),
    allBreaks.filter(isListed),
  ]
  const history = await historyOf(warehouse, topics)
  const allTrends: IndicatorTrend[] = []
  for (const [page, own] of pagesOf(topics)) {
    const trends: IndicatorTrend[] = []
    for (const { dataset } of own) trends.push(...(await trendsOf(warehouse, city, dataset.id)))
    allTrends.push(...trends)
    await write(`${page}.json`, await topicData(warehouse, own, city, figures, trends, breaks, history))
    await write(`earlier/${page}.json`, await earlierData(warehouse, own, city))
  }
  const overview = await overviewData(warehouse, topics, city, run.period, { figures, trends: allTrends, alerts })
  await write('overview.json', overview)
  await write('map.json', mapData(input.map, counties))
  await write('alerts.json', { alerts, near_misses } satisfies AlertsData)
  await write('compare.json', compareData(figures, recent, city))
  const lines = await taskLines(warehouse, input.mask)
  await write('task-lines.json', { lines } satisfies TaskLinesData)
  await write('asked.json', await askedData(warehouse, topics))
  await write('quality.json', await qualityData(warehouse, topics, run.period, input.mask))
  await write('methodology.json', await methodologyData(warehouse, topics, input.models, input.thresholds))
  const headlines = topics.flatMap(({ indicators }) =>
    indicators.filter(({ headline }) => headline).map(({ id }) => id),
  )
  const pages = [...counties, ...regions.ofLevel('township')]
  const isPage = new Set(pages.map(({ region_code }) => region_code))
  const shown = figures.filter(({ region_code }) => isPage.has(region_code))
  const origins = await regionOrigins(warehouse, shown, input)
  const pageOf = await regionPages(warehouse, {
    ...{ topics, regions, month: run.period, figures, recent, history, headlines, lines },
    ...{ alerts: allAlerts, near_misses: allNear, breaks: allBreaks },
  })
  for (const region of pages) {
    await write(`regions/${region.region_code}.json`, pageOf(region))
    await write(`lineage/${region.region_code}.json`, origins.of(region.region_code))
  }
  await write('formulas.json', origins.formulas)
  await write('changes.json', releaseChanges(input.previous, state))
  const facts = await briefFacts(warehouse, { topics, site, overview, figures, trends: allTrends, alerts })
  await write('brief.json', input.writeBrief(facts))
}
