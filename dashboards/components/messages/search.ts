import type { Messages } from '../messages.js'

/** Of the search box in the head of every page. */
export const search = {
  'search.label': ['查找地区和指标', 'Find a region or an indicator'],
  'search.hint': ['地区、指标、拼音首字母、代码', 'Region, indicator, pinyin or code'],
  'search.results': ['查找结果', 'Results'],
  'search.count': ['找到 {count} 个', '{count} found'],
  'search.none': ['没有找到“{query}”', 'Nothing found for “{query}”'],
  'search.more': ['还有 {count} 个，请再输入几个字', '{count} more: type a few more letters'],
  'search.failed': ['目录没有读到，请再试一次', 'The index could not be read, please try again'],
  'search.kind.province': ['省', 'Province'],
  'search.kind.prefecture': ['市', 'Prefecture'],
  'search.kind.county': ['县区', 'County'],
  'search.kind.township': ['乡镇', 'Township'],
  'search.kind.indicator': ['指标', 'Indicator'],
  'search.kind.page': ['页面', 'Page'],
} as const satisfies Messages
