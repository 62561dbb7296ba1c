import { geoMercatorRaw, geoPath } from 'd3-geo'
import type { Coordinates, Outlines, Polygon } from '../domain/boundaries.js'
import type { CountyShape, ShapeMap } from '../domain/map-data.js'
import type { RegionCode } from '../domain/region.js'
import { innerPoint } from './inner-point.js'

type Position = [x: number, y: number]

/** Of the longer side of the box that outlines are drawn to: a unit is about a pixel, and nothing finer is kept. */
const size = 1000

/** How each kind of position lies in a plane whose second number grows downwards. */
const flat: Record<Coordinates, (x: number, y: number) => Position> = {
  lonlat(x, y) {
    const [east, north] = geoMercatorRaw((x * Math.PI) / 180, (y * Math.PI) / 180)
    return [east, -north]
  },
  projected: (x, y) => [x, -y],
  screen: (x, y) => [x, y],
}

/**
 * Outlines as plain paths in one box, so that a browser needs no library. Positions are put on a grid of whole units and those that say
 * nothing there are left out: that goes by the position alone, so neighbours keep the same border.
 */
export function shapeMap(outlines: Outlines, coordinates: Coordinates): ShapeMap {
  const placed = new Map([...outlines].map(([code, polygons]) => [code, inPlane(polygons, flat[coordinates])]))
  const all = [...placed.values()].flat()
  const [[left, top], [right, bottom]] = geoPath().bounds({ type: 'MultiPolygon', coordinates: all })
  const scale = size / Math.max(right - left, bottom - top)
  const fit = (x: number, y: number): Position => [(x - left) * scale, (y - top) * scale]
  return {
    kind: 'shapes',
    width: Math.ceil((right - left) * scale),
    height: Math.ceil((bottom - top) * scale),
    places: [...placed].map(([code, polygons]) => countyShape(code, inPlane(polygons, fit))),
  }
}

function inPlane(polygons: readonly Polygon[], move: (x: number, y: number) => Position): Position[][][] {
  return polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => move(x, y))))
}

function countyShape(region_code: RegionCode, polygons: Position[][][]): CountyShape {
  const coarse = polygons
    .map((rings) => rings.map(onGrid).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0)
  // One smaller than the grid is drawn as it is: no county is left out.
  const kept = coarse.length > 0 ? coarse : polygons
  const [first, ...others] = kept.map(innerPoint)
  if (!first) throw new Error(`${region_code} has no outline`)
  const best = others.reduce((one, other) => (other.room > one.room ? other : one), first)
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    region_code,
    path: geoPath().digits(1)({ type: 'MultiPolygon', coordinates: kept }) ?? '',
    x: round(best.x),
    y: round(best.y),
    room: round(Math.max(0, best.room)),
  }
}

/** A ring on the grid, closed, without positions that repeat the one before or lie on the way from there to the next. */
function onGrid(ring: readonly Position[]): Position[] {
  const snapped = ring.map(([x, y]): Position => [Math.round(x), Math.round(y)])
  const distinct = snapped.filter((point, index) => index === 0 || !isSame(point, snapped[index - 1]))
  if (distinct.length > 1 && isSame(distinct[0], distinct.at(-1))) distinct.pop()
  const corners = distinct.filter((point, index) => {
    const [before, after] = [distinct.at(index - 1), distinct[(index + 1) % distinct.length]]
    return !before || !after || turn(before, point, after) !== 0
  })
  return corners[0] ? [...corners, corners[0]] : []
}

function isSame(one: Position | undefined, other: Position | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1]
}

/** Zero where three positions lie on one line. */
function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return (bx - ax) * (cy - by) - (by - ay) * (cx - bx)
}
