import { describe, expect, test } from 'vitest'
import { buildTownships } from '../../data/sample/city.js'
import { areas, sampleCity } from '../../data/sample/prefectures.js'
import { regionsOf } from '../../data/sample/regions.js'
import { tilesOf } from '../../data/sample/tile-grid.js'
import { countiesWithout, tileContradiction } from '../../src/domain/tile-grid.js'

describe.each(['city', 'province'] as const)('the squares of the %s', (scale) => {
  const { prefectures } = areas[scale]
  const tiles = tilesOf(prefectures)
  const townships = buildTownships(prefectures.flatMap(({ counties }) => counties))
  const regions = regionsOf(areas[scale], townships)

  test('contradict nothing and leave no county out', () => {
    expect(tileContradiction(tiles, regions)).toBeNull()
    expect(countiesWithout(new Set(tiles.map(({ region_code }) => region_code)), regions)).toEqual([])
  })
})

test('what came out of the merger lies where one of its parts lay; the other’s square is empty since', () => {
  const squareOf = (code: string) => {
    const { column, row } = tilesOf([sampleCity]).find(({ region_code }) => region_code === code) ?? {}
    return [column, row]
  }
  expect(squareOf('990308')).toEqual(squareOf('990306'))
  expect(squareOf('990307')).toEqual(squareOf('990381'))
  expect(tilesOf([sampleCity])).toHaveLength(15 + 2)
})
