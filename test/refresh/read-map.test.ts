import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { Refusal } from '../../src/domain/refusal.js'
import type { Region } from '../../src/domain/region.js'
import { readMap } from '../../src/refresh/read-map.js'

const region = (
  region_code: string,
  level: Region['region_level'],
  parent: string | null,
  to: string | null = null,
): Region => ({
  region_code,
  region_name: `${region_code}名`,
  short_name: region_code,
  region_level: level,
  parent_code: parent,
  region_class: null,
  valid_from: to === null && region_code === '990104' ? '2023-01' : '2000-01',
  valid_to: to,
})
/** Two counties of today, and two of before, one of which gave its place to 990104. */
const regions = [
  region('990100', 'prefecture', null),
  region('990101', 'county', '990100'),
  region('990102', 'county', '990100', '2022-12'),
  region('990103', 'county', '990100', '2022-12'),
  region('990104', 'county', '990100'),
  region('990101001', 'township', '990101'),
]

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-map-'))
})
const put = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
const putTiles = (...rows: string[]) => put('tile-grid.csv', `region_code,column,row\n${rows.join('\n')}\n`)

/** What is said of the map, without the folder. */
async function refusal(): Promise<{ zh: string; en: string }> {
  const error = await readMap(folder, regions).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw error ?? new Error('was taken')
  const short = (text: string) => text.replaceAll(`${folder}/`, '')
  return { zh: short(error.text.zh), en: short(error.text.en) }
}

test('without a file there is no map', async () => {
  expect(await readMap(folder, regions)).toEqual({ map: null, ignored: [] })
})

describe('tile-grid.csv', () => {
  test('gives each county its square; one of before may have the square of the one that came after', async () => {
    await putTiles('990101,1,2', '990102,3,2', '990104,3,2')
    expect((await readMap(folder, regions)).map).toEqual({
      kind: 'tiles',
      columns: 3,
      rows: 2,
      places: [
        { region_code: '990101', column: 1, row: 2 },
        { region_code: '990102', column: 3, row: 2 },
        { region_code: '990104', column: 3, row: 2 },
      ],
    })
  })

  test.each([
    [['990101,1,1'], 'tile-grid.csv：缺少县区 990104名（990104）', 'lacks 990104名 (990104): add a row'],
    [
      ['990101,1,1', '990104,1,1'],
      'tile-grid.csv 第 2、3 行：990101 和 990104 占了同一个格子（第 1 列第 1 行）',
      'line 2, 3: 990101 and 990104 have the same square (column 1, row 1)',
    ],
    [
      ['990101,1,1', '990104,2,1', '990101,3,1'],
      '第 2、4 行 region_code 列：990101 有两个格子',
      'line 2, 4, column region_code: 990101 has two squares',
    ],
    [
      ['990101,1,1', '990199,2,1'],
      '第 3 行 region_code 列：地区表里没有代码为 990199 的县区',
      'the list of regions has no county 990199',
    ],
    [['990101001,1,1'], '第 2 行 region_code 列：地区表里没有代码为 990101001 的县区', 'no county 990101001'],
    [['990101,0,1'], '第 2 行 column 列：“0”不对', 'line 2, column column: "0" is wrong'],
    [['990101,1,一'], '第 2 行 row 列：“一”不对', 'line 2, column row: "一" is wrong'],
  ])('%j is refused', async (rows, zh, en) => {
    await putTiles(...rows)
    const said = await refusal()
    expect(said.zh).toContain(zh)
    expect(said.en).toContain(en)
  })
})

/** A square of side 1 with its lower left corner there, wound clockwise or the other way: maps in the wild have both. */
const square = (x: number, y: number, isClockwise = true) => {
  const ring = [
    [x, y],
    [x, y + 1],
    [x + 1, y + 1],
    [x + 1, y],
    [x, y],
  ]
  return isClockwise ? ring : ring.reverse()
}
const outline = (code: unknown, coordinates: unknown, type = 'Polygon', property = 'region_code') => ({
  type: 'Feature',
  properties: { [property]: code, name: 'x' },
  geometry: { type, coordinates },
})
const geojson = (...features: unknown[]) => ({ type: 'FeatureCollection', features })

describe('boundaries.json', () => {
  test('as GeoJSON is drawn to a box of 1000, north up, in place of the squares', async () => {
    await putTiles('990101,1,1', '990104,2,1')
    await put('boundaries-settings.json', { coordinates: 'projected' })
    await put(
      'boundaries.json',
      geojson(outline('990101', [square(0, 0)]), outline(990104000000, [square(1, 1, false)])),
    )
    // The square of 990104 lies to the right and above: 500 wide, in the upper half of the box.
    expect((await readMap(folder, regions)).map).toEqual({
      kind: 'shapes',
      width: 1000,
      height: 1000,
      places: [
        { region_code: '990101', path: 'M0,1000L0,500L500,500L500,1000Z', x: 250, y: 750, room: 250 },
        { region_code: '990104', path: 'M500,500L1000,500L1000,0L500,0Z', x: 750, y: 250, room: 250 },
      ],
    })
  })

  test('as TopoJSON: arcs that neighbours share, an object chosen by name, a hole and an island', async () => {
    await put('boundaries-settings.json', { code: 'adcode', coordinates: 'screen', object: 'counties' })
    const ring = (x: number, y: number, side: number) => [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ]
    await put('boundaries.json', {
      type: 'Topology',
      arcs: [ring(0, 0, 100), ring(40, 40, 20), ring(190, 0, 10)],
      objects: {
        city: { type: 'GeometryCollection', geometries: [] },
        counties: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', arcs: [[0], [1]], properties: { adcode: '990101' } },
            { type: 'MultiPolygon', arcs: [[[1]], [[2]]], properties: { adcode: 990104 } },
            { type: 'Polygon', arcs: [[2]], properties: { adcode: 990105 } },
          ],
        },
      },
    })
    const { map, ignored } = await readMap(folder, regions)
    if (map?.kind !== 'shapes') throw new Error('no outlines')
    const [whole, parts] = map.places
    // 200 units wide become 1000: five times as large, the second number growing downwards.
    expect([map.width, map.height]).toEqual([1000, 500])
    expect(whole?.path).toBe('M0,0L500,0L500,500L0,500ZM200,200L300,200L300,300L200,300Z')
    expect(parts?.path).toBe('M200,200L300,200L300,300L200,300ZM950,0L1000,0L1000,50L950,50Z')
    // The label of the ring stands in the ring, not in its hole; that of the two parts in the larger.
    const isInHole = whole && whole.x > 200 && whole.x < 300 && whole.y > 200 && whole.y < 300
    expect(isInHole).toBe(false)
    expect(whole?.room).toBeGreaterThan(100)
    expect(parts).toMatchObject({ x: 250, y: 250, room: 50 })
    expect(ignored).toEqual(['990105'])
  })

  test('in degrees is drawn as Mercator: at 60° north a degree of latitude is twice as long as one of longitude', async () => {
    await put(
      'boundaries.json',
      geojson(outline('990101', [square(110, 59.5)]), outline('990104', [square(111, 59.5)])),
    )
    const { map } = await readMap(folder, regions)
    expect(map).toMatchObject({ kind: 'shapes', height: 1000, width: 1000 })
  })

  const good = [outline('990101', [square(0, 0)]), outline('990104', [square(1, 0)])]
  test.each([
    ['{"type":', null, 'boundaries.json：不是合法的 JSON', 'not valid JSON'],
    [[1, 2], null, '既不是 TopoJSON', 'neither TopoJSON'],
    [{ type: 'Topology', arcs: [], objects: { a: {}, b: {} } }, null, '图层有：a、b', 'its objects are: a, b'],
    [
      { type: 'Topology', arcs: [], objects: { a: {} } },
      { object: 'x' },
      '没有图层 x；图层有：a',
      'no object x; its objects are: a',
    ],
    [
      { type: 'Topology', arcs: [], objects: { a: { type: 'Polygon', arcs: [[7]] } } },
      null,
      '引用了不存在的弧段',
      'arcs that are not there',
    ],
    [
      geojson(...good),
      { code: 'adcode' },
      '没有一个图形有属性 adcode；图形的属性有：region_code, name',
      'no outline has the property adcode',
    ],
    [geojson(good[0]), null, '没有这些县区的边界：990104名（990104）', 'no outline of 990104名 (990104)'],
    [geojson(good[0], outline('990104', [1, 2], 'Point')), null, '没有这些县区的边界', 'no outline of 990104名'],
    [
      geojson(outline('990101', [square(500_000, 0)]), good[1]),
      null,
      '坐标“500000, 0”不是经纬度',
      '"coordinates": "projected"',
    ],
    [geojson(...good), { codes: 'adcode' }, 'boundaries-settings.json：只能有 code', 'codes'],
    [geojson(...good), { coordinates: 'degrees' }, 'coordinates (lonlat, projected, screen)', 'coordinates'],
  ])('%j with settings %j is refused', async (content, settings, zh, en) => {
    await put('boundaries.json', content)
    if (settings) await put('boundaries-settings.json', settings)
    const said = await refusal()
    expect(said.zh).toContain(zh)
    expect(said.en).toContain(en)
  })

  test('above 20 MB is not read', async () => {
    await put('boundaries.json', ' '.repeat(20_000_001))
    expect((await refusal()).zh).toContain('文件有 21 MB，至多 20 MB')
  })
})
