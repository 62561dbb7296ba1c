import type { Merge } from './grid.js'
import { limits } from './limits.js'
import { ReadingProblem } from './problem.js'
import type { SheetCells } from './sheet-cells.js'

/** `A1:C2` as a merge. */
export function mergeOf(range: string): Merge {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(range)
  if (!match) throw new ReadingProblem('damaged_part')
  const [, left = '', top = '', right = left, bottom = top] = match
  return { top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) }
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
