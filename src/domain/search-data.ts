import type { RegionCode, RegionLevel } from './region.js'
import type { Text } from './text.js'

/** `search.json`: what the search box in the head of every page looks through, read when somebody first uses it. */
export interface SearchData {
  /** The city first, then counties, then townships, by code. */
  regions: SearchRegion[]
  indicators: SearchIndicator[]
}

/** A region with a page of its own. */
export interface SearchRegion {
  code: RegionCode
  name: string
  level: RegionLevel
  parent: RegionCode | null
  /** Every reading of every character, `chong/zhong qing`: a place may be read unlike the word. */
  pinyin: string
}

/** An indicator and the page that shows it in depth. */
export interface SearchIndicator {
  id: string
  page: string
  name: Text
  short_name: Text
  /** Of the name and the short name, each character by its reading there. */
  pinyin: [name: string, short_name: string]
}
