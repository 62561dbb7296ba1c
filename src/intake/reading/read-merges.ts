import type { Merge } from './grid.js'
import { lastOfSheet, limits } from './limits.js'
import { ReadingProblem } from './problem.js'
import type { SheetCells } from './sheet-cells.js'

/** `A1:C2` as a merge, also whole columns (`A:C`) and rows (`1:3`). Throws a `ReadingProblem` for anything else. */
export function mergeOf(range: string): Merge {
  const match = /^\$?([A-Z]{0,3})\$?(\d{0,7})(?::\$?([A-Z]{0,3})\$?(\d{0,7}))?$/.exec(range)
  if (!match || range === '') throw new ReadingProblem('damaged_part')
  const [, left = '', top = '', right = left, bottom = top] = match
  return {
    top: top === '' ? 1 : Number(top),
    bottom: bottom === '' ? lastOfSheet.row : Number(bottom),
    left: left === '' ? 0 : columnOf(left),
    right: right === '' ? lastOfSheet.column - 1 : columnOf(right),
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The merges that say something: those over a text. Cut to the used part of the sheet, for some reach to its last cell. */
export function withText(merges: readonly Merge[], { rows, ends, columns }: SheetCells): Merge[] {
  const lastRow = rows.at(-1) ?? 0
  const position = new Map<number, number>()
  if (merges.length > 0)
    rows.forEach((row, index) => {
      position.set(row, index)
    })
  return merges
    .filter(({ top, left }) => {
      const index = position.get(top)
      return index !== undefined && columns.subarray(index === 0 ? 0 : ends[index - 1], ends[index]).includes(left)
    })
    .map((merge) => ({
      ...merge,
      bottom: Math.min(merge.bottom, lastRow),
      right: Math.min(merge.right, limits.columns - 1),
    }))
}
