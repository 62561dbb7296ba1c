import { pinyin, polyphonic } from 'pinyin-pro'
import type { RegionCode } from '../domain/region.js'
import type { SearchData, SearchRegion } from '../domain/search-data.js'
import { pageOf, type Topic } from '../domain/topic.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** Regions and indicators by name, code and pinyin: grows with them and with nothing else. */
export async function searchData(
  warehouse: Warehouse,
  city: RegionCode,
  topics: readonly Topic[],
): Promise<SearchData> {
  const regions = await warehouse.query<Omit<SearchRegion, 'pinyin'>>(
    `select region_code as code, region_name as name, region_level as level,
       case when region_code <> $1 then parent_code end as parent
     from marts.regions
     where is_current and (region_code = $1 or region_level in ('county', 'township'))
     order by region_code <> $1, region_level, region_code`,
    [city],
  )
  return {
    regions: regions.map((region) => ({ ...region, pinyin: readingsOf(region.name) })),
    indicators: topics.flatMap((topic) =>
      topic.indicators.map(({ id, name, short_name }) => ({
        id,
        page: pageOf(topic),
        name,
        short_name,
        pinyin: [readingOf(name.zh), readingOf(short_name.zh)] as [string, string],
      })),
    ),
  }
}

/** `v` is how ü is typed. */
const plain = { toneType: 'none', type: 'array', v: true } as const

/** The reading of a text, a syllable a character. */
export function readingOf(text: string): string {
  return pinyin(text, plain).join(' ').toLowerCase()
}

/**
 * Every reading of each character of a place's name, the likeliest first: 重庆 is `chong/zhong qing`. Names of places keep readings that words
 * lost, and readers type either.
 */
export function readingsOf(name: string): string {
  const likely = pinyin(name, plain)
  return polyphonic(name, plain)
    .map((readings, index) => [...new Set([likely[index] ?? '', ...readings])].join('/'))
    .join(' ')
    .toLowerCase()
}
