import type { SiteData } from '../../domain/page-data.js'
import type { RegionCode, RegionLevel } from '../../domain/region.js'
import type { Text } from '../../domain/text.js'

/** Parts of one sentence. */
export const clauses: Text = { zh: '，', en: ', ' }
/** Sentences within a sentence. */
export const semicolons: Text = { zh: '；', en: '; ' }

/** A word that both languages write alike: names of regions and offices, numbers. */
export function same(word: string | number): Text {
  return { zh: String(word), en: String(word) }
}

/** A day (`YYYY-MM-DD`) as both languages say it: 2026年11月10日, Nov 10, 2026. */
export function dayText(day: string): Text {
  const date = new Date(`${day}T00:00:00Z`)
  const said = (locale: string, month: 'long' | 'short') =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month, day: 'numeric', timeZone: 'UTC' }).format(date)
  return { zh: said('zh-CN', 'long'), en: said('en-US', 'short') }
}

/** With a full stop, and in English with a capital. */
export function sentence({ zh, en }: Text): Text {
  return { zh: `${zh}。`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.` }
}

/** The names behind the codes of the city and its counties; a code that is none of theirs stays as it is. */
export function regionNames({ city, counties }: Pick<SiteData, 'city' | 'counties'>): (code: RegionCode) => string {
  const names = new Map([...counties, city].map(({ region_code, region_name }) => [region_code, region_name]))
  return (code) => names.get(code) ?? code
}

/** What the units of a level are called. */
export const levelWords: Record<RegionLevel, Text> = {
  nation: { zh: '国家', en: 'nations' },
  province: { zh: '省', en: 'provinces' },
  prefecture: { zh: '市', en: 'prefectures' },
  county: { zh: '县区', en: 'counties' },
  township: { zh: '乡镇', en: 'townships' },
  village: { zh: '村', en: 'villages' },
}
