import type { FormCell } from '../form.js'
import { type CellPlace, type Habit, isFigure, withCells } from './habit.js'

/** Every figure of places and totals changed by a function. */
function withFigures(change: (figure: number, at: CellPlace) => FormCell): Habit {
  return (form) =>
    withCells(form, (cell, at) => (isFigure(at.column) && typeof cell === 'number' ? change(cell, at) : cell))
}

/** Digits as the input method leaves them in full width (７８), in every n-th place. */
export function fullWidthDigits(every: number): Habit {
  return withFigures((figure, { place, kind }) =>
    kind === 'place' && place % every === 1
      ? String(figure).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
      : figure,
  )
}

/** 12,340 as text. */
export function thousandsSeparators(): Habit {
  return withFigures((figure) => (figure >= 1000 ? figure.toLocaleString('en-US') : figure))
}

/** Figures kept as text, with the green corner that nobody minds. */
export function figuresAsText(): Habit {
  return withFigures(String)
}

/** The unit typed behind the figure: 78家. */
export function unitsBehind(units: Readonly<Record<string, string>>): Habit {
  return withFigures((figure, { column, kind }) => {
    const unit = Object.entries(units).find(([prefix]) => column.startsWith(prefix))?.[1]
    return kind === 'place' && unit !== undefined ? `${figure}${unit}` : figure
  })
}

/** A column of money in 万元, without rounding. */
export function inTenThousands(column: string): Habit {
  // Yuan over ten thousand is not exact in binary; six decimals are more than there are.
  return withFigures((figure, at) => (at.column === column ? Number((figure / 10_000).toFixed(6)) : figure))
}

/** What a county writes instead of a figure. `{n}` stands for the figure in round tens. */
export interface Mark {
  /** The place, from 0. */
  place: number
  column: string
  text: string
}

/** Words and signs where figures should stand. */
export function marked(marks: readonly Mark[]): Habit {
  return withFigures((figure, { place, column, kind }) => {
    const mark = marks.find((one) => kind === 'place' && one.place === place && one.column === column)
    return mark === undefined ? figure : mark.text.replace('{n}', String(Math.max(10, Math.round(figure / 10) * 10)))
  })
}

/** A total that was typed and not added up. */
export function wrongTotal(column: string, by: number): Habit {
  return withFigures((figure, at) => (at.kind === 'total' && at.column === column ? figure + by : figure))
}

/** A sign in every cell of the total row that has no sum. */
export function signWithoutTotal(sign: string): Habit {
  return (form) =>
    withCells(form, (cell, { column, kind }) => (kind === 'total' && isFigure(column) && cell === '' ? sign : cell))
}
