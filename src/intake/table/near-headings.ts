import type { Column } from '../../domain/column.js'
import { editDistance } from '../../domain/edit-distance.js'
import type { Text } from '../../domain/text.js'
import { say } from '../messages.js'
import { addressOf } from '../reading/grid.js'
import { noText } from '../words.js'
import type { Heading } from './find-table.js'
import { namesOf } from './header-book.js'
import { headingKey } from './header-text.js'

/** How far a heading is from the names of a column, as a share of its length; 1 and above is nothing in common. */
function distance(heading: Heading, column: Column): number {
  const written = [heading.path.at(-1) ?? '', heading.path.join('')].map(headingKey)
  const names = namesOf(column).map(headingKey)
  return Math.min(
    ...written.flatMap((one) => names.map((name) => editDistance(one, name) / Math.max(one.length, name.length, 1))),
  )
}

/** For a heading that is unknown: the column still missing that it is nearly called like, as a hint. */
export function nearestHeading(heading: Heading, missing: readonly Column[]): Text {
  const [nearest] = missing.toSorted((one, other) => distance(heading, one) - distance(heading, other))
  if (nearest === undefined || distance(heading, nearest) > 0.4) return noText
  return say('hint_meant', { meant: nearest.header })
}

/** For a column that is missing: the unknown heading that is nearest to its names, as a hint. */
export function nearestUnknown(column: Column, unknown: readonly Heading[], headerRow: number): Text {
  const [nearest] = unknown.toSorted((one, other) => distance(one, column) - distance(other, column))
  if (nearest === undefined || distance(nearest, column) > 0.5) return noText
  return say('hint_found_instead', { found: nearest.path.join('-'), where: addressOf(headerRow, nearest.at) })
}
