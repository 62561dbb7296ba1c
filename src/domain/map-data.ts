import type { RegionCode } from './region.js'

/** `map.json`: where the counties lie; null where the installation says nothing of it, and then no map is shown. */
export type MapData = TileMap | ShapeMap | null

/** One square a county, on a grid that begins at column 1 and row 1. */
export interface TileMap {
  kind: 'tiles'
  columns: number
  rows: number
  places: { region_code: RegionCode; column: number; row: number }[]
}

/** One outline a county, drawn to a box of this size. */
export interface ShapeMap {
  kind: 'shapes'
  width: number
  height: number
  places: CountyShape[]
}

export interface CountyShape {
  region_code: RegionCode
  /** As the `d` of an SVG path; holes are left out by the even-odd rule. */
  path: string
  /** A point inside, as far from the border as there is one, and how far that is: there a label has most room. */
  x: number
  y: number
  room: number
}
