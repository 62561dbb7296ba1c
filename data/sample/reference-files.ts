import { stringify } from 'csv-stringify/sync'
import { Region, RegionChange } from '../../src/domain/region.js'
import { Tile } from '../../src/domain/tile-grid.js'
import type { Township } from './city.js'
import { type Area, sampleCity } from './prefectures.js'
import { regionChangesOf, regionsOf } from './regions.js'
import { type SampleFile, utf8 } from './sample-file.js'
import { tilesOf } from './tile-grid.js'

/** The tables that an installation keeps about its regions, and the mark that says that they do not exist. */
export function referenceFiles(area: Area, townships: readonly Township[]): SampleFile[] {
  const file = (name: string, text: string): SampleFile => ({
    path: `reference/${name}`,
    bytes: utf8(text),
    received_at: null,
  })
  const table = (columns: string[], rows: readonly object[]) => stringify([...rows], { header: true, columns })
  const { code, name } = area.province ?? sampleCity
  const mark = { fictional: true, city: code, name }
  return [
    file('regions.csv', table(Object.keys(Region.shape), regionsOf(area, townships))),
    file('region-changes.csv', table(Object.keys(RegionChange.shape), regionChangesOf(townships))),
    file('tile-grid.csv', table(Object.keys(Tile.shape), tilesOf(area.prefectures))),
    file('sample.json', `${JSON.stringify(mark, null, 2)}\n`),
  ]
}
