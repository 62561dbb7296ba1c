import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryObject, Topology } from 'topojson-specification'
import { z } from 'zod'
import { BoundarySettings, type Coordinates, type Outlines, type Polygon } from '../domain/boundaries.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { normaliseCode, type Region, type RegionCode } from '../domain/region.js'
import { countiesWithout, mappedCounties } from '../domain/tile-grid.js'
import { ifThere } from './files.js'

/** What an installation's own boundary file says. */
export interface Boundaries {
  outlines: Outlines
  coordinates: Coordinates
  /** What the file calls the outlines that are of no county: they are not drawn. */
  ignored: string[]
}

/** Larger than any file that was made for a screen; reading it takes a second. */
const mostMegabytes = 20

/**
 * Reads `boundaries.json` of a reference folder, TopoJSON or GeoJSON, as `boundaries-settings.json` beside it says; null where there is
 * none. Throws a Refusal that says what is wrong with it, and the way out.
 */
export async function readBoundaries(folder: string, regions: readonly Region[]): Promise<Boundaries | null> {
  const path = join(folder, 'boundaries.json')
  const found = await ifThere(stat(path))
  if (found === null) return null
  if (found.size > mostMegabytes * 1e6)
    throw refused(path, {
      zh: `文件有 ${Math.ceil(found.size / 1e6)} MB，至多 ${mostMegabytes} MB：请先简化边界（例如用 mapshaper）`,
      en: `it has ${Math.ceil(found.size / 1e6)} MB, at most ${mostMegabytes} MB are read: simplify the boundaries first (for example with mapshaper)`,
    })
  const settings = await readSettings(join(folder, 'boundaries-settings.json'))
  const { features } = featuresOf(path, await readJson(path), settings.object)
  const given = features.map(({ properties, geometry }) => ({ found: properties?.[settings.code], geometry }))
  if (given.every(({ found: code }) => code == null))
    throw refused(path, {
      zh: `没有一个图形有属性 ${settings.code}；图形的属性有：${names(features)}。请在 boundaries-settings.json 里用 code 写明哪个属性是地区代码`,
      en: `no outline has the property ${settings.code}; their properties are ${names(features)}. Name the one that holds the region code as "code" in boundaries-settings.json`,
    })
  const counties = new Set(mappedCounties(regions).map(({ region_code }) => region_code))
  const outlines = new Map<RegionCode, readonly Polygon[]>()
  const ignored: string[] = []
  for (const { found: text, geometry } of given) {
    const code = normaliseCode(String(text ?? ''))
    const polygons = polygonsOf(geometry)
    if (code === null || !counties.has(code) || polygons.length === 0) ignored.push(String(text ?? ''))
    else outlines.set(code, [...(outlines.get(code) ?? []), ...polygons])
  }
  const without = countiesWithout(new Set(outlines.keys()), regions)
  if (without.length > 0)
    throw refused(path, {
      zh: `没有这些县区的边界：${without.map(({ region_name, region_code }) => `${region_name}（${region_code}）`).join('、')}。请补上；没有新边界之前可移走此文件，改用 tile-grid.csv 的方格图`,
      en: `it has no outline of ${without.map(({ region_name, region_code }) => `${region_name} (${region_code})`).join(', ')}. Add them, or move the file away until there are: the squares of tile-grid.csv are then shown`,
    })
  checkPositions(path, outlines, settings.coordinates)
  return { outlines, coordinates: settings.coordinates, ignored }
}

async function readSettings(path: string): Promise<BoundarySettings> {
  const there = await ifThere(stat(path))
  const parsed = BoundarySettings.safeParse(there === null ? {} : await readJson(path))
  if (parsed.success) return parsed.data
  const said = z.prettifyError(parsed.error).replaceAll('\n', ' ')
  const allowed = 'code, coordinates (lonlat, projected, screen), object'
  throw refused(path, { zh: `只能有 ${allowed}：${said}`, en: `it may hold ${allowed}: ${said}` })
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw refused(path, { zh: '不是合法的 JSON：请重新导出', en: 'it is not valid JSON: export it again' }, cause)
  }
}

/** The polygons of a geometry that enclose something; none of points and lines. */
function polygonsOf(geometry: Geometry | null): Polygon[] {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return []
  const polygons: Polygon[] = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.filter(([outline]) => outline !== undefined && outline.length > 3)
}

/** The outlines of a file, whichever of the two forms it has. */
function featuresOf(path: string, content: unknown, object: string | null): FeatureCollection {
  const { type, objects, features } = (content ?? {}) as Partial<Omit<Topology & FeatureCollection, 'type'>> & {
    type?: string
  }
  if (type === 'FeatureCollection' && Array.isArray(features)) return content as FeatureCollection
  if (type !== 'Topology' || objects === undefined)
    throw refused(path, {
      zh: '既不是 TopoJSON（Topology）也不是 GeoJSON（FeatureCollection）：请重新导出为其中一种',
      en: 'it is neither TopoJSON (a Topology) nor GeoJSON (a FeatureCollection): export it as one of them',
    })
  const keys = Object.keys(objects)
  const key = object ?? (keys.length === 1 ? keys[0] : undefined)
  const chosen = key === undefined ? undefined : objects[key]
  if (chosen === undefined)
    throw refused(path, {
      zh: `${object === null ? '有不止一个图层，或没有图层' : `没有图层 ${object}`}；图层有：${keys.join('、') || '无'}。请在 boundaries-settings.json 里用 object 写明用哪一个`,
      en: `${object === null ? 'it does not have exactly one object' : `it has no object ${object}`}; its objects are: ${keys.join(', ') || 'none'}. Name the one to use as "object" in boundaries-settings.json`,
    })
  const read = unpacked(path, content as Topology, chosen)
  return read.type === 'FeatureCollection' ? read : { type: 'FeatureCollection', features: [read] }
}

function unpacked(path: string, topology: Topology, chosen: GeometryObject) {
  try {
    return feature(topology, chosen)
  } catch (cause) {
    throw refused(
      path,
      {
        zh: '图层损坏，引用了不存在的弧段：请重新导出',
        en: 'an object names arcs that are not there: export it again',
      },
      cause,
    )
  }
}

/** Positions in metres would be taken for degrees, and no map come out of it. */
function checkPositions(path: string, outlines: Outlines, coordinates: Coordinates): void {
  const isWrong = ([x, y]: readonly number[]) =>
    !Number.isFinite(x) ||
    !Number.isFinite(y) ||
    (coordinates === 'lonlat' && (Math.abs(x ?? 0) > 180 || Math.abs(y ?? 0) > 89))
  for (const polygons of outlines.values()) {
    const wrong = polygons.flat(2).find(isWrong)
    if (wrong === undefined) continue
    const found = wrong.slice(0, 2).join(', ')
    throw refused(path, {
      zh: `坐标“${found}”不是经纬度；已投影的文件请在 boundaries-settings.json 里写 "coordinates": "projected"（纵坐标向下增大的写 "screen"）`,
      en: `the position "${found}" is no longitude and latitude; for a file that is projected already say "coordinates": "projected" in boundaries-settings.json ("screen" where the second number grows downwards)`,
    })
  }
}

function names(features: FeatureCollection['features']): string {
  return (
    [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))].slice(0, 12).join(', ') || '—'
  )
}

function refused(path: string, text: { zh: string; en: string }, cause?: unknown): Refusal {
  return new Refusal({ zh: `${path}：${text.zh}`, en: `${path}: ${text.en}` }, exitCodes.refused, { cause })
}
