import type { Dataset } from '../../domain/dataset.js'
import { cellAt, type Grid, type GridRow, isBlankRow } from '../reading/grid.js'
import { bareLabelIn, isFormLine } from './form-lines.js'
import { type HeaderBook, type HeadingKeys, headerBookOf, keysOf, type Meaning } from './header-book.js'
import { headingAsWritten, headingKey } from './header-text.js'
import { earlierGroupIn } from './reference-columns.js'

/** Where a return's table stands on a sheet: its header rows, and what each column's heading means. */
export interface FoundTable {
  grid: Grid
  dataset: Dataset
  /** Positions in `grid.rows` of the first and the last header row. */
  first: number
  last: number
  /** The number of the last header row, as a person counts it. */
  headerRow: number
  headings: Heading[]
  /** How many different columns of the return were found. */
  matched: number
  /** Which of several panels beside each other it is, from 0; absent for a table by itself. */
  panel?: number
}

/** A heading over a column: the texts above each other, outermost first, and what they mean (null: unknown). */
export interface Heading {
  at: number
  path: readonly string[]
  meaning: Meaning | null
}

/** The meaning of a heading that is known and not read. */
const unread: Meaning = { role: 'ignored', level: null }

/** How far down a sheet a header is looked for, and of how many rows it may be. */
const [searchRows, maxDepth] = [60, 4]

/** A place on a sheet that may be a header, with what stands there: worked out once, then held against every return. */
export interface HeaderPlace {
  grid: Grid
  first: number
  last: number
  headings: { at: number; path: readonly string[]; keys: readonly HeadingKeys[]; group: number }[]
}

/** Everything near the top of a sheet that may be a header of one of the returns. */
export function headerPlaces(grid: Grid, datasets: readonly Dataset[]): HeaderPlace[] {
  const ends = datasets.map((dataset) => headerBookOf(dataset).ends)
  const places: HeaderPlace[] = []
  const put = (first: number, last: number) => {
    const headings = headingsOf(grid, first, last).map(({ at, path }) => {
      return { at, path, keys: keysOf(path), group: earlierGroupIn(path) }
    })
    places.push({ grid, first, last, headings })
  }
  for (let last = 0; last < Math.min(grid.rows.length, searchRows); last++) {
    const row = grid.rows[last] as GridRow
    if (isBlankRow(row) || !mayEndHeader(grid, row, ends)) continue
    put(last, last)
    for (let first = last - 1; first > last - maxDepth && first >= 0; first--) {
      if (!isGroupRow(grid.rows[first] as GridRow, grid.rows[first + 1])) break
      put(first, last)
    }
  }
  return places
}

/**
 * True when something stands in the row that the headings of a return end in. A lowest row of a header in which nothing does
 * tells no more than the rows above it alone; rows of figures are passed over so.
 */
function mayEndHeader(grid: Grid, row: GridRow, ends: readonly ReadonlySet<string>[]): boolean {
  const isEnd = (key: string) => ends.some((known) => known.has(key))
  return row.cells.some((_, at) => {
    const text = mergedText(grid, row, at)
    return text !== '' && (isEnd(headingAsWritten(text)) || isEnd(headingKey(text)))
  })
}

/** The best of the places to read as this return, or null when there is none. */
export function findTable(places: readonly HeaderPlace[], dataset: Dataset): FoundTable | null {
  let best: { table: FoundTable; score: number } | undefined
  for (const place of places) {
    const candidate = readAs(place, dataset)
    if (candidate === null) continue
    // The highest place wins, and there the header with most rows: a row of groups may carry the unit. A lone text is a
    // group only when the headings need it; else it is a title.
    const { first, last, grid } = place
    const taller = last === best?.table.last && candidate.score === best.score && textsOf(grid.rows[first]).size > 1
    if (best === undefined || candidate.score > best.score || taller) best = candidate
  }
  return best?.table ?? null
}

/** The place read as the header of a return, and how much of it was understood; null when too little was. */
function readAs(place: HeaderPlace, dataset: Dataset): { table: FoundTable; score: number } | null {
  const book = headerBookOf(dataset)
  const headings = place.headings.map(({ at, path, keys, group }) => ({
    at,
    path,
    meaning: meaningIn(book, keys, group),
  }))
  const meanings = new Set(headings.flatMap(({ meaning }) => meaning ?? []))
  const columns = new Set([...meanings].flatMap((meaning) => ('column' in meaning ? meaning.column : [])))
  const placed = [...meanings].some((meaning) => 'role' in meaning && meaning.role.startsWith('region'))
  if (columns.size === 0 || (!placed && columns.size < 2)) return null
  const { grid, first, last } = place
  const headerRow = (grid.rows[last] as GridRow).number
  return {
    table: { grid, dataset, first, last, headerRow, headings, matched: columns.size },
    score: columns.size * 100 + meanings.size,
  }
}

/** What a heading means; under a group of an earlier period it is not read, unless the return knows it together with the group. */
function meaningIn(book: HeaderBook, keys: readonly HeadingKeys[], group: number): Meaning | null {
  return group < 0 ? book.meaningOf(keys) : (book.meaningOf(keys.slice(0, group + 1)) ?? unread)
}

/** A row of merged headings over others: several texts, or one that does not begin the row as a title does; no labelled lines. */
function isGroupRow(row: GridRow, below: GridRow | undefined): boolean {
  const texts = [...textsOf(row)]
  if (texts.length === 0 || isFormLine(row) || texts.some((text) => text.length > 40)) return false
  // 填报单位 over an empty cell is a heading of two rows; over something else it is a label, its value beside it.
  const label = bareLabelIn(row)
  if (label !== null && cellAt(below, label.at).text.trim() !== '') return false
  return texts.length > 1 || cellAt(row, 0).text.trim() === ''
}

function textsOf(row: GridRow | undefined): Set<string> {
  return new Set(row?.cells.map((cell) => cell.text.trim()).filter((text) => text !== ''))
}

function headingsOf(grid: Grid, first: number, last: number): { at: number; path: string[] }[] {
  const rows = grid.rows.slice(first, last + 1)
  const width = Math.max(...rows.map((row) => row.cells.length))
  const own = rows.map((row) => Array.from({ length: width }, (_, at) => mergedText(grid, row, at)))
  const headings: { at: number; path: string[] }[] = []
  for (let at = 0; at < width; at++) {
    const path: string[] = []
    own.forEach((texts, depth) => {
      const text = texts[at] || (depth < own.length - 1 ? groupLeftOf(own, depth, at) : '')
      if (text !== '' && headingAsWritten(text) !== headingAsWritten(path.at(-1) ?? '')) path.push(text)
    })
    if (path.length > 0) headings.push({ at, path })
  }
  return headings
}

/** Text files keep of a merged heading only its first cell: it goes on to the right as long as something stands below. */
function groupLeftOf(own: readonly string[][], depth: number, at: number): string {
  const isOver = (column: number) => own.slice(depth + 1).some((texts) => texts[column] !== '')
  if (!isOver(at)) return ''
  for (let left = at - 1; left >= 0 && isOver(left); left--) {
    const text = own[depth]?.[left] ?? ''
    if (text !== '') return text
  }
  return ''
}

function mergedText(grid: Grid, row: GridRow, at: number): string {
  const text = cellAt(row, at).text.trim()
  if (text !== '') return text
  const merge = grid.merges.find(
    ({ top, bottom, left, right }) => row.number >= top && row.number <= bottom && at >= left && at <= right,
  )
  return merge
    ? cellAt(
        grid.rows.find(({ number }) => number === merge.top),
        merge.left,
      ).text.trim()
    : ''
}
