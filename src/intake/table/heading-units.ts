import type { Column } from '../../domain/column.js'
import type { Dataset } from '../../domain/dataset.js'
import { tight } from '../plain-text.js'
import { factorOf } from '../rows/read-value.js'
import type { FormLines } from './form-lines.js'
import { unitsOf } from './header-book.js'
import { bracketsOf } from './header-text.js'

/** What one written unit is worth, or the text of a unit that is not known. */
export type UnitRead = { factor: number; stated: string | null } | { unknown: string }

/** A unit that would change the figure: money, or a count in tens of thousands or in percent. */
const money = /元|美金|美元/
const scale = /^[百千万亿%]/

/** The unit that a column's heading states, else the one stated for the whole sheet, else its own. */
export function headingUnit(
  column: Column,
  path: readonly string[],
  stated: string | null,
  sheet: readonly string[],
): UnitRead {
  const own = (text: string) => unitsOf(column).find((unit) => tight(unit) === text)
  const written = [...(stated === null ? [] : [tight(stated)]), ...path.toReversed().flatMap(bracketsOf)]
  for (const text of written) {
    const unit = own(text)
    if (unit !== undefined) return { factor: factorOf(column, unit), stated: unit }
    if ((column.kind === 'amount' && money.test(text)) || (column.kind === 'count' && scale.test(text)))
      return { unknown: text }
  }
  // A unit for the whole sheet speaks of money, and only to the columns that know it.
  const unit = column.kind === 'amount' ? sheet.map(own).find((known) => known !== undefined) : undefined
  return { factor: unit === undefined ? 1 : factorOf(column, unit), stated: unit ?? null }
}

/** The units of `单位：万元、个`, and the place of one that is money and that no column of the return knows. */
export function sheetUnits(lines: FormLines, dataset: Dataset) {
  const known = new Set(
    dataset.columns
      .filter(({ kind }) => kind === 'amount')
      .flatMap(unitsOf)
      .map(tight),
  )
  const stated = lines.measures.flatMap(({ text, row, at }) =>
    tight(text.replace(/[,;\s]+/g, '、'))
      .split('、')
      .map((unit) => ({ unit: unit.replace(/[()]/g, ''), row, at })),
  )
  return {
    units: stated.map(({ unit }) => unit),
    unknown: known.size === 0 ? undefined : stated.find(({ unit }) => money.test(unit) && !known.has(unit)),
  }
}
