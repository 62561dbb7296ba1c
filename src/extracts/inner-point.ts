type Position = readonly number[]

/** A point inside of a polygon, and how far it is from the border. */
export interface InnerPoint {
  x: number
  y: number
  room: number
}

const steps = 12
const refinements = 4

/**
 * About the point of a polygon (outline and holes) that is farthest from its border, where a label has most room: the best of a grid over it,
 * then of ever finer grids around the best. `room` is negative when no point of the grid lies inside.
 */
export function innerPoint(rings: readonly (readonly Position[])[]): InnerPoint {
  const points = rings.flat()
  const [xs, ys] = [points.map(([x = 0]) => x), points.map(([, y = 0]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  let [width, height] = [right - left, bottom - top]
  let best = at(rings, left + width / 2, top + height / 2)
  for (let round = 0; round <= refinements; round += 1) {
    const center = best
    for (let column = 0; column <= steps; column += 1)
      for (let row = 0; row <= steps; row += 1) {
        const x = center.x + (column / steps - 0.5) * width
        const y = center.y + (row / steps - 0.5) * height
        const point = at(rings, x, y)
        if (point.room > best.room) best = point
      }
    width /= steps / 3
    height /= steps / 3
  }
  return best
}

/** The point with its distance from the nearest border, negative outside: inside is where a line to the left crosses an odd number. */
function at(rings: readonly (readonly Position[])[], x: number, y: number): InnerPoint {
  let isInside = false
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    let [ax = 0, ay = 0] = ring[ring.length - 1] ?? []
    for (const [bx = 0, by = 0] of ring) {
      if (ay > y !== by > y && x > ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside
      nearest = Math.min(nearest, toSegment(x, y, ax, ay, bx, by))
      ;[ax, ay] = [bx, by]
    }
  }
  const room = Math.sqrt(nearest)
  return { x, y, room: isInside ? room : -room }
}

/** The square of a point's distance from a segment. */
function toSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - share * dx) ** 2 + (y - ay - share * dy) ** 2
}
