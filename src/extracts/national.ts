import type { Topic } from '../domain/topic.js'
import type { NationalSeries } from '../domain/topic-data.js'
import type { Warehouse } from '../warehouse/warehouse.js'

interface NationalRow {
  series: string
  period: string
  value: number
  unit: string
  definition: string
  definition_en: string
  publisher: string
  source_url: string
}

/** The published national series that indicators of these topics are shown beside: same definition only. */
export async function nationalSeriesOf(warehouse: Warehouse, topics: readonly Topic[]): Promise<NationalSeries[]> {
  const rows = await warehouse.query<NationalRow>('select * from marts.national order by series, period')
  return topics
    .flatMap(({ indicators }) => indicators)
    .flatMap((indicator) => {
      const points = rows.filter(({ series }) => series === indicator.national_series)
      const [first] = points
      if (!first) return []
      return [
        {
          series: first.series,
          indicator_id: indicator.id,
          definition: { zh: first.definition, en: first.definition_en },
          unit: first.unit,
          points: points.map(({ period, value, publisher, source_url }) => ({ period, value, publisher, source_url })),
        },
      ]
    })
}
