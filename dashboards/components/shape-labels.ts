import type { CountyShape, ShapeMap } from '../../src/domain/map-data.js'
import { spread } from './labels.js'

/** Where the words of a county stand: inside its outline, beside the map at the end of a line, or nowhere on it. */
export interface PlacedLabel {
  place: CountyShape
  at: 'inside' | 'beside' | 'below'
  /** In pixels of the drawing. */
  x: number
  y: number
}

/** Half the diagonal of three short lines, and the height of one. */
const inside = 32
const line = 22

/**
 * Words stand inside where there is room for them; the others beside the map, in the order of their counties from the top down, as many as
 * find room, so that nothing lies over anything. `besideAt` is where those begin; null where the drawing is too narrow for any.
 */
export function placeLabels(map: ShapeMap, scale: number, besideAt: number | null): PlacedLabel[] {
  const isRoomy = ({ room }: CountyShape) => room * scale >= inside
  const small = map.places.filter((place) => !isRoomy(place)).sort((a, b) => a.y - b.y)
  const capacity = besideAt === null ? 0 : Math.floor((map.height * scale) / line)
  // The smallest need it most: a larger one is at least found by its neighbours.
  const named = new Set(
    small.length <= capacity ? small : [...small].sort((a, b) => b.room - a.room).slice(0, capacity),
  )
  const beside = small.filter((place) => named.has(place))
  const heights = spread(
    beside.map(({ y }) => y * scale),
    line,
    line / 2,
    map.height * scale - line / 2,
  )
  return map.places.map((place): PlacedLabel => {
    const [x, y] = [place.x * scale, place.y * scale]
    if (isRoomy(place)) return { place, at: 'inside', x, y }
    const index = beside.indexOf(place)
    return index === -1
      ? { place, at: 'below', x, y }
      : { place, at: 'beside', x: besideAt ?? 0, y: heights[index] ?? y }
  })
}
