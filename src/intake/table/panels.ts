import type { Cell, Grid } from '../reading/grid.js'
import type { FoundTable, Heading } from './find-table.js'

const nothing: Cell = { text: '', value: null }

/**
 * A table whose headings stand twice and more beside each other, to save paper, as one table for each panel; any other table as it
 * is. Each panel sees its own cells below the header only, at their own addresses.
 */
export function panelsOf(found: FoundTable): FoundTable[] {
  const groups = groupsOf(found.headings)
  const [first, ...others] = groups
  if (first === undefined || others.length === 0) return [found]
  const key = keyOf(first)
  // Panels repeat each other; headings that only share a name are a mistake, and said so elsewhere.
  if (others.some((group) => keyOf(group) !== key)) return [found]
  const starts = groups.map((group) => group[0]?.at ?? 0)
  return groups.map((headings, index) => {
    const [left, right] = [index === 0 ? 0 : (starts[index] ?? 0), starts[index + 1] ?? Number.POSITIVE_INFINITY]
    return { ...found, headings, grid: within(found.grid, found.last, left, right), panel: index }
  })
}

/** The headings cut before each that means the same as the first one that means anything. */
function groupsOf(headings: readonly Heading[]): Heading[][] {
  const first = headings.find(({ meaning }) => meaning !== null)
  const groups: Heading[][] = [[]]
  for (const heading of headings) {
    if (heading !== first && heading.meaning !== null && nameOf(heading) === nameOf(first)) groups.push([])
    groups.at(-1)?.push(heading)
  }
  return groups
}

function nameOf(heading: Heading | undefined): string {
  const meaning = heading?.meaning
  if (!meaning) return ''
  return 'column' in meaning ? meaning.column.name : `${meaning.role} ${heading.path.at(-1)}`
}

/** A column of its own between panels, 备注 after the last one and the like do not make them different. */
function keyOf(group: readonly Heading[]): string {
  const meant = group.filter(({ meaning }) => meaning !== null && !('role' in meaning && meaning.role === 'ignored'))
  return [...new Set(meant.map(nameOf))].sort().join('|')
}

function within(grid: Grid, last: number, left: number, right: number): Grid {
  return {
    ...grid,
    rows: grid.rows.map((row, index) =>
      index <= last ? row : { ...row, cells: row.cells.map((cell, at) => (at >= left && at < right ? cell : nothing)) },
    ),
  }
}
