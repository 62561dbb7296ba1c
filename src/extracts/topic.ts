import type { Break, FigureHistory } from '../domain/history-data.js'
import type { RegionCode } from '../domain/region.js'
import { type Bands, pageOf, type Topic } from '../domain/topic.js'
import type { IndicatorTrend, TopicData } from '../domain/topic-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type PlacedFigure, pick } from './figures.js'
import { historyPart } from './history.js'
import { nationalSeriesOf } from './national.js'

/** The topics of each page, in the order of the catalog; those without an indicator have none. */
export function pagesOf(topics: readonly Topic[]): Map<string, Topic[]> {
  const pages = new Map<string, Topic[]>()
  for (const topic of topics)
    if (topic.indicators.length > 0) pages.set(pageOf(topic), [...(pages.get(pageOf(topic)) ?? []), topic])
  return pages
}

/** What one page shows in depth: a topic, or several that belong together. */
export async function topicData(
  warehouse: Warehouse,
  topics: readonly Topic[],
  city: RegionCode,
  figures: readonly PlacedFigure[],
  trends: IndicatorTrend[],
  breaks: Break[],
  history: FigureHistory,
): Promise<TopicData> {
  const ids = topics.flatMap(({ indicators }) => indicators.map(({ id }) => id))
  const bands = topics.find((topic) => topic.bands)?.bands
  return {
    parts: topics.map(({ dataset }) => ({ dataset: dataset.id, title: dataset.title })),
    trends,
    figures: pick(
      figures,
      ({ region_code, region_level, indicator_id }) =>
        ids.includes(indicator_id) && (region_code === city || region_level === 'county'),
    ),
    national: await nationalSeriesOf(warehouse, topics),
    ...(bands ? await bandsData(warehouse, bands, city) : { bands: [], transitions: [] }),
    breaks,
    history: historyPart(history, (figure) =>
      trends.some(
        ({ indicator_id, series }) =>
          indicator_id === figure.indicator_id && series.some(({ region_code }) => region_code === figure.region_code),
      ),
    ),
  }
}

async function bandsData(
  warehouse: Warehouse,
  { distribution, transitions }: Bands,
  city: RegionCode,
): Promise<Pick<TopicData, 'bands' | 'transitions'>> {
  return {
    bands: await warehouse.query(
      `select region_code, period, band, villages from ${distribution}
       where period = (select max(period) from ${distribution}) and region_level in ('province', 'prefecture', 'county')
       order by region_code, band`,
    ),
    transitions: await warehouse.query(
      `select period, from_band, to_band, villages from ${transitions}
       where region_code = $1 and period = (select max(period) from ${transitions})
       order by from_band, to_band`,
      [city],
    ),
  }
}
