/** What a search looks through: one region, indicator or page. */
export interface SearchEntry {
  href: string
  /** What is shown, and under it what it is and where it belongs. */
  label: string
  detail: string
  /** Names by which it is known, in lower case. */
  names: readonly string[]
  /** Code of a region; empty otherwise. */
  code: string
  /** The readings of each character, of each name that has any. */
  pinyin: readonly (readonly (readonly string[])[])[]
  /** The place that it lies in: its name narrows a search, “临江 城关”. */
  parent: SearchEntry | null
}

/** The entries that every term of a query fits, best first; those that fit alike in the order given. */
export function matchingEntries(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  return entries
    .flatMap((entry) => {
      const fit = fitOf(entry, terms)
      return fit === null ? [] : [{ entry, fit }]
    })
    .sort((a, b) => a.fit - b.fit)
    .map(({ entry }) => entry)
}

/** What is between spaces. An input method sets apostrophes between syllables while one types. */
export function termsOf(query: string): string[] {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replaceAll(/['’]/g, '')
    .split(/\s+/)
    .filter((term) => term !== '')
}

/** How well the terms fit, less is better; null when one fits neither the entry nor the place above it, or none the entry itself. */
function fitOf(entry: SearchEntry, terms: readonly string[]): number | null {
  let fit = 0
  let isOwn = false
  for (const term of terms) {
    const own = fitOfTerm(entry, term)
    const above = entry.parent === null ? null : fitOfTerm(entry.parent, term)
    if (own === null && above === null) return null
    isOwn ||= own !== null
    fit += own ?? 10 + (above ?? 0)
  }
  return isOwn ? fit : null
}

function fitOfTerm({ names, code, pinyin }: SearchEntry, term: string): number | null {
  if (code === term || names.includes(term)) return 0
  if (names.some((name) => name.startsWith(term)) || code.startsWith(term)) return 1
  if (pinyin.some((syllables) => isRead(syllables, 0, term))) return 2
  if (names.some((name) => name.includes(term))) return 3
  return pinyin.some((syllables) => syllables.some((_, index) => isRead(syllables, index, term))) ? 4 : null
}

/**
 * Whether a term is typed pinyin of the characters from a position on: of each, one after the other, its whole reading or how it begins, so
 * that `hzs`, `hezhou` and `hezs` all find 河州市.
 */
export function isRead(syllables: readonly (readonly string[])[], from: number, term: string): boolean {
  if (term === '') return true
  return (syllables[from] ?? []).some((reading) => {
    for (let length = commonStart(reading, term); length > 0; length -= 1)
      if (isRead(syllables, from + 1, term.slice(length))) return true
    return false
  })
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}
