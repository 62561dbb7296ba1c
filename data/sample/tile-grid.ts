import type { Tile } from '../../src/domain/tile-grid.js'
import type { Prefecture } from './prefectures.js'

/** The squares of the sample city: urban districts in the middle, hills to the west. What came out of the merger lies where its parts lay. */
const rows = [
  [null, '990323', '990321', '990381', null],
  ['990324', '990309', '990302', '990303', '990322'],
  [null, '990325', '990304', '990305', '990306'],
  [null, '990328', '990326', '990327', null],
] as const
/** Of the two that merged, the one whose square stays empty since. */
const givesItsSquareUp = '990322'
const [columns, blocksInRow] = [5, 4]

/** A square for every county-level unit, those of before the change too. Prefectures of a province stand side by side, each laid out like the city. */
export function tilesOf(prefectures: readonly Prefecture[]): Tile[] {
  return prefectures.flatMap(({ counties }, index) => {
    const [left, top] = [(index % blocksInRow) * columns, Math.floor(index / blocksInRow) * rows.length]
    return counties.flatMap(({ code, like, successor }) => {
      const row = rows.findIndex((codes) => codes.some((each) => each === like))
      const column = rows[row]?.indexOf(like as never) ?? 0
      const square = (region_code: string): Tile => ({ region_code, column: left + column + 1, row: top + row + 1 })
      return successor === null || code === givesItsSquareUp ? [square(code)] : [square(code), square(successor)]
    })
  })
}
