import { z } from 'zod'
import type { RegionCode } from './region.js'

/**
 * How the positions of a boundary file are meant: longitude and latitude in degrees; projected, with north upwards; or as on a screen, with
 * the second number growing downwards.
 */
export const Coordinates = z.enum(['lonlat', 'projected', 'screen'])
export type Coordinates = z.infer<typeof Coordinates>

/** `reference/boundaries-settings.json`: how to read the boundary file beside it. What it does not say is as here; it may be absent. */
export const BoundarySettings = z.strictObject({
  /** The property of each outline that holds its region code. */
  code: z.string().min(1).default('region_code'),
  coordinates: Coordinates.default('lonlat'),
  /** The object of a TopoJSON file that holds the outlines; null where it has only one. */
  object: z.string().min(1).nullable().default(null),
})
export type BoundarySettings = z.infer<typeof BoundarySettings>

/** Positions one after another, the last one the same as the first. */
export type Ring = readonly (readonly number[])[]
/** The outline and then its holes. */
export type Polygon = readonly Ring[]
/** The polygons of each county, as its file has them. */
export type Outlines = ReadonlyMap<RegionCode, readonly Polygon[]>
