import type { Break, FigureHistory, IndicatorTrend, TopicData } from '../domain/page-data.js'
import type { RegionCode } from '../domain/region.js'
import type { Bands, Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { type PlacedFigure, pick } from './figures.js'
import { historyPart } from './history.js'
import { nationalSeriesOf } from './national.js'

/** One topic in depth. */
export async function topicData(
  warehouse: Warehouse,
  topic: Topic,
  city: RegionCode,
  figures: readonly PlacedFigure[],
  trends: IndicatorTrend[],
  breaks: Break[],
  history: FigureHistory,
): Promise<TopicData> {
  const ids = topic.indicators.map(({ id }) => id)
  return {
    dataset: topic.dataset.id,
    trends,
    figures: pick(
      figures,
      ({ region_code, region_level, indicator_id }) =>
        ids.includes(indicator_id) && (region_code === city || region_level === 'county'),
    ),
    national: await nationalSeriesOf(warehouse, [topic]),
    ...(topic.bands ? await bandsData(warehouse, topic.bands, city) : { bands: [], transitions: [] }),
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
