import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import { headingAsWritten, headingKey } from './header-text.js'
import { type CommonHeading, commonHeadings } from './known-headings.js'

/** What a heading means in one return: a column of it (and the unit, when the heading ends in one), or a common role. */
export type Meaning = { column: Column; unit: string | null } | CommonHeading

/** What a heading is looked up by: as it stands, and stripped of what says nothing. */
export interface HeadingKeys {
  written: string
  keyed: string
}

/** The keys of a heading with those of the merged cells above it (outermost first): all together, then without the outermost. */
export function keysOf(path: readonly string[]): HeadingKeys[] {
  const written = path.map(headingAsWritten)
  const keyed = path.map(headingKey)
  return path.map((_, from) => ({ written: written.slice(from).join(''), keyed: keyed.slice(from).join('') }))
}

/** All headings that a return accepts. */
export interface HeaderBook {
  dataset: Dataset
  /** What a heading may end in, as written and as keyed: the ends of all that it may be looked up by. */
  ends: ReadonlySet<string>
  /** The meaning of a heading, given by its keys; null when unknown. */
  meaningOf(keys: readonly HeadingKeys[]): Meaning | null
}

const books = new WeakMap<Dataset, HeaderBook>()

/** The header book of a return, made once. */
export function headerBookOf(dataset: Dataset): HeaderBook {
  const known = books.get(dataset)
  if (known) return known
  const written = new Map<string, Meaning | null>()
  const keyed = new Map<string, Meaning | null>()
  // The same heading for two columns means neither, unless a group above tells them apart.
  const put = (map: Map<string, Meaning | null>, key: string, meaning: Meaning) => {
    const before = map.get(key)
    const same =
      before === undefined || (before && 'column' in before && 'column' in meaning && before.column === meaning.column)
    map.set(key, same ? (before ?? meaning) : null)
  }
  for (const column of dataset.columns) {
    for (const name of namesOf(column)) {
      put(written, headingAsWritten(name), { column, unit: null })
      put(keyed, headingKey(name), { column, unit: null })
      for (const unit of unitsOf(column)) put(keyed, headingKey(name) + headingKey(unit), { column, unit })
    }
  }
  for (const [name, meaning] of commonHeadings) {
    if (!written.has(headingAsWritten(name))) written.set(headingAsWritten(name), meaning)
    if (!keyed.has(headingKey(name))) keyed.set(headingKey(name), meaning)
  }
  const book: HeaderBook = {
    dataset,
    ends: new Set([...written.keys(), ...keyed.keys()].flatMap(endsOf)),
    meaningOf(keys) {
      for (const key of keys) {
        const found = written.get(key.written) ?? keyed.get(key.keyed)
        if (found) return found
      }
      return null
    },
  }
  books.set(dataset, book)
  return book
}

/** A text, and what is left of it without its first sign, its first two, and so on: nothing in the end. */
function endsOf(text: string): string[] {
  return Array.from({ length: text.length + 1 }, (_, from) => text.slice(from))
}

/** Every heading under which a column may come: with and without its group, its aliases, its name in SQL. */
export function namesOf(column: Column): string[] {
  const names = [column.header.zh, ...column.aliases, column.name]
  return column.group === null ? names : [...names, column.group.zh + column.header.zh]
}

/** The units that a heading or cell may state for a column, its own first. */
export function unitsOf(column: Column): string[] {
  return [...(column.unit ? [column.unit.zh] : []), ...Object.keys(column.other_units)]
}
