import type { MapData } from '../domain/map-data.js'
import type { RegionName } from '../domain/page-data.js'

/** `map.json`: of the installation's map what the counties of the month need; null where none of them is on it. */
export function mapData(map: MapData, counties: readonly RegionName[]): MapData {
  if (map === null) return null
  const shown = new Set(counties.map(({ region_code }) => region_code))
  if (map.kind === 'shapes') {
    const places = map.places.filter(({ region_code }) => shown.has(region_code))
    return places.length > 0 ? { ...map, places } : null
  }
  const kept = map.places.filter(({ region_code }) => shown.has(region_code))
  if (kept.length === 0) return null
  // The grid begins at its first square.
  const [left, top] = [Math.min(...kept.map(({ column }) => column)), Math.min(...kept.map(({ row }) => row))]
  const places = kept.map(({ region_code, column, row }) => ({
    region_code,
    column: column - left + 1,
    row: row - top + 1,
  }))
  const [columns, rows] = [Math.max(...places.map(({ column }) => column)), Math.max(...places.map(({ row }) => row))]
  return { kind: 'tiles', columns, rows, places }
}
