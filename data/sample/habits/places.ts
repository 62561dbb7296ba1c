import { shortNameOf } from '../counties.js'
import type { FormCell } from '../form.js'
import { type Habit, withCells } from './habit.js'

/** The name or code of every place changed by a function. */
function withPlaces(column: 'region_code' | 'region_name', change: (text: string, place: number) => FormCell): Habit {
  return (form) =>
    withCells(form, (cell, at) =>
      at.kind === 'place' && at.column === column && typeof cell === 'string' ? change(cell, at.place) : cell,
    )
}

/** Codes kept as numbers, as a spreadsheet makes of them. */
export function codesAsNumbers(): Habit {
  return withPlaces('region_code', Number)
}

/** 清坪 for 清坪镇. */
export function shortTownNames(): Habit {
  return withPlaces('region_name', shortNameOf)
}

/** Names moved in with full-width blanks, or spread with them to look even. */
export function paddedTownNames(): Habit {
  return withPlaces('region_name', (name, place) =>
    place % 3 === 0 ? `　${name}` : place % 3 === 1 ? `${name.slice(0, 2)}　${name.slice(2)}` : `${name}　　`,
  )
}
