import type { SearchData } from '../../src/domain/search-data.js'
import type { SearchEntry } from './search-match.js'
import type { SearchWords } from './search-words.js'

/** Everything that can be found: the city and counties, indicators, pages, and last the townships, of which there are most. */
export function searchEntries({ regions, indicators }: SearchData, words: SearchWords): SearchEntry[] {
  const { lang, kinds, pages, separator } = words
  const detail = (kind: string, ...more: string[]) => [kinds[kind] ?? kind, ...more].join(separator)
  const places = new Map<string, SearchEntry>()
  for (const { code, name, level, parent, pinyin } of regions) {
    const above = places.get(parent ?? '') ?? null
    places.set(code, {
      href: parent === null ? '.' : `regions/${code}`,
      label: name,
      detail: detail(level, ...(above ? [above.label] : [])),
      names: [name.toLowerCase()],
      code,
      pinyin: [syllablesOf(pinyin)],
      parent: above,
    })
  }
  const isTownship = new Set(regions.filter(({ level }) => level === 'township').map(({ code }) => code))
  const listed = [...places.values()]
  return [
    ...listed.filter(({ code }) => !isTownship.has(code)),
    ...indicators.map(({ id, page, name, short_name, pinyin }) => ({
      href: `${page}#${id}`,
      label: name[lang],
      detail: detail('indicator', pages[page] ?? page),
      names: [name.zh, name.en, short_name.zh, short_name.en].map((each) => each.toLowerCase()),
      code: '',
      pinyin: pinyin.map(syllablesOf),
      parent: null,
    })),
    ...Object.entries(pages).map(([path, name]) => ({
      href: path || '.',
      label: name,
      detail: detail('page'),
      names: [name.toLowerCase(), path.toLowerCase()],
      code: '',
      pinyin: [],
      parent: null,
    })),
    ...listed.filter(({ code }) => isTownship.has(code)),
  ]
}

/** `chong/zhong qing` as the readings of each character. */
function syllablesOf(pinyin: string): string[][] {
  return pinyin.split(' ').map((readings) => readings.split('/'))
}
