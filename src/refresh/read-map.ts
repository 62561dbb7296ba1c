import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MapData } from '../domain/map-data.js'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Region } from '../domain/region.js'
import type { Text } from '../domain/text.js'
import { countiesWithout, Tile, tileContradiction } from '../domain/tile-grid.js'
import { shapeMap } from '../extracts/shape-map.js'
import { readBoundaries } from './boundaries.js'
import { ifThere } from './files.js'
import { readTable, wrongLines } from './reference-table.js'

/** Where the counties lie, those of earlier months too, and what the boundary file has besides. */
export interface MapReading {
  map: MapData
  ignored: string[]
}

/** The map of a reference folder: the installation's own boundaries, else the squares of `tile-grid.csv`, else none. Throws a Refusal. */
export async function readMap(folder: string, regions: readonly Region[]): Promise<MapReading> {
  const tiles = await readTiles(join(folder, 'tile-grid.csv'), regions)
  const boundaries = await readBoundaries(folder, regions)
  if (boundaries === null) return { map: tiles, ignored: [] }
  return { map: shapeMap(boundaries.outlines, boundaries.coordinates), ignored: boundaries.ignored }
}

async function readTiles(path: string, regions: readonly Region[]): Promise<MapData> {
  if ((await ifThere(stat(path))) === null) return null
  const table = await readTable(path, Object.keys(Tile.shape), Tile)
  const places = table.map(({ row }) => row)
  const wrong = tileContradiction(places, regions)
  if (wrong !== null) {
    const lines = table.filter(({ row }) => wrong.rows.includes(row)).map(({ line }) => line)
    throw wrongLines(path, lines, wrong.text, wrong.column)
  }
  const without = countiesWithout(new Set(places.map(({ region_code }) => region_code)), regions)
  if (without.length > 0)
    throw new Refusal(
      {
        zh: `${path}：缺少县区 ${without.map(({ region_name, region_code }) => `${region_name}（${region_code}）`).join('、')}，请各补一行；不要地图就移走此文件`,
        en: `${path} lacks ${without.map(({ region_name, region_code }) => `${region_name} (${region_code})`).join(', ')}: add a row for each, or move the file away to have no map`,
      },
      exitCodes.refused,
    )
  const [columns, rows] = [Math.max(...places.map(({ column }) => column)), Math.max(...places.map(({ row }) => row))]
  return { kind: 'tiles', columns, rows, places }
}

/** What is said of outlines that are of no county. */
export function sayIgnored(ignored: readonly string[]): Text {
  const named = ignored.slice(0, 5).join(', ')
  return {
    zh: `边界文件里有 ${ignored.length} 个图形不属于任何县区，未画：${named}`,
    en: `outlines of no county, not drawn: ${ignored.length} (${named})`,
  }
}
