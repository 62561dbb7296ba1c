import type { RegionCode } from '../domain/region.js'
import type { BandCount, RegionData } from '../domain/region-data.js'
import { pageOf, type Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'

/** Years that a township's villages are followed over, at most. */
const years = 10

/** Villages by band: what a county's page and a township's take of them. */
export interface RegionBands {
  /** Of a county and its townships, in the latest period of all. */
  latest(code: RegionCode, children: readonly RegionCode[]): RegionData['bands']
  /** Of a township, in each of the last periods. */
  over(code: RegionCode): RegionData['bands']
}

/** Reads the distribution of the topic that has one, of the counties and townships of today. */
export async function regionBands(warehouse: Warehouse, topics: readonly Topic[]): Promise<RegionBands> {
  const topic = topics.find(({ bands }) => bands)
  if (!topic?.bands) return { latest: () => null, over: () => null }
  const page = pageOf(topic)
  const rows = await warehouse.query<BandCount>(
    `with of_today as (
       select distinct region_code, period from marts.expected_units
       where dataset = $1 and place in (select place from marts.regions where is_current)
     )
     select bands.region_code, bands.period, bands.band, bands.villages
     from ${topic.bands.distribution} as bands
     inner join of_today on of_today.region_code = bands.region_code and of_today.period = bands.period
     where bands.region_level in ('county', 'township')
     order by bands.period, bands.region_code, bands.band`,
    [topic.dataset.id],
  )
  const last = rows.at(-1)?.period
  const byRegion = grouped(rows, ({ region_code }) => [region_code])
  const told = (own: BandCount[]) => (own.length === 0 ? null : { page, rows: own })
  return {
    latest: (code, children) =>
      told([code, ...children].flatMap((each) => byRegion.get(each)?.filter(({ period }) => period === last) ?? [])),
    over(code) {
      const own = byRegion.get(code) ?? []
      const shown = new Set([...new Set(own.map(({ period }) => period))].slice(-years))
      return told(own.filter(({ period }) => shown.has(period)))
    },
  }
}
