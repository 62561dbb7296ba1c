import { periodText, shiftPeriod } from '../../domain/period.js'
import type { Text } from '../../domain/text.js'
import { finding } from '../finding.js'
import { say } from '../messages.js'
import { cellAt } from '../reading/grid.js'
import type { ReadRow } from '../rows/row.js'
import type { MeasureColumn } from '../table/table.js'
import type { Recall } from './recall.js'
import { nearOthers, nearOwn, type SlippedUnit, slippedUnit, slippedUnits } from './slipped-units.js'

/** With fewer figures in a column than this, the middle one says nothing about the others. */
export const enough = 6

/** The middle one of the figures above zero of each column, by its name; null when there are not enough. */
export type Middles = ReadonlyMap<string, number | null>

/**
 * Refuses figures that were very likely written in another unit: 1.23 in a column in 元 where the region had 12,300 the period before,
 * or where the other rows have about that. Such a figure is out by a thousand times and more, so it would spoil every sum it
 * is in; an explanation lets it pass. `middles`: of all rows, where these are only some of them.
 */
export function checkMagnitude(rows: readonly ReadRow[], recall: Recall | null, middles?: Middles): void {
  for (const [measure, own] of byMeasure(rows)) {
    const units = slippedUnits(measure.column)
    if (units.length === 0) continue
    const middle = middles
      ? (middles.get(measure.column.name) ?? null)
      : medianOf(own.map((row) => figureOf(row, measure)).filter((value) => value > 0))
    for (const row of own) {
      const value = figureOf(row, measure)
      if (!(value > 0) || row.region === null || row.period === null) continue
      const before = shiftPeriod(row.period, -1)
      const last = recall?.(row.table.dataset.id, before, row.region.region_code, measure.column.name) ?? 0
      // What the region had before says more than what others have, also when it says that all is well.
      const slip = last > 0 ? fromHistory(value, last, units) : fromOthers(value, middle, units)
      if (slip === null) continue
      const basis =
        last > 0
          ? say('basis_last', { period: periodText(before), figure: last })
          : say('basis_others', { figure: middle ?? 0 })
      put(row, measure, slip, basis)
    }
  }
}

interface Slip {
  meant: number
  unit: string
}

/** Too small by a unit, or too large by one: yuan typed where the sheet says 万元. */
function fromHistory(value: number, last: number, units: readonly SlippedUnit[]): Slip | null {
  const small = slippedUnit(value, last, units, nearOwn)
  if (small) return { meant: value * small.factor, unit: small.unit }
  const large = slippedUnit(last, value, units, nearOwn)
  return large ? { meant: value / large.factor, unit: large.unit } : null
}

/** Only too small: one place may well have a thousand times what others have, hardly ever a thousandth of it. */
function fromOthers(value: number, middle: number | null, units: readonly SlippedUnit[]): Slip | null {
  if (middle === null || value > middle / 100) return null
  const small = slippedUnit(value, middle, units, nearOthers)
  return small ? { meant: value * small.factor, unit: small.unit } : null
}

function put(row: ReadRow, { at, column }: MeasureColumn, { meant, unit }: Slip, basis: Text): void {
  const original = cellAt(row.source, at).text
  const place = { sheet: row.table.sheet, row: row.source.number, at, column: column.name, original }
  const value = Number(row.values[column.name])
  const times = Math.round(Math.max(meant / value, value / meant))
  const said = { value, times, unit, basis, meant: Math.round(meant * 100) / 100 }
  const values = { header: column.header, stored: column.unit ?? '', ...said }
  row.findings.push(finding('reject', 'magnitude', place, values))
}

function figureOf({ values }: ReadRow, { column }: MeasureColumn): number {
  const value = values[column.name]
  return typeof value === 'number' ? value : Number.NaN
}

/** The rows of each column of each table. */
function byMeasure(rows: readonly ReadRow[]): Map<MeasureColumn, ReadRow[]> {
  const groups = new Map<MeasureColumn, ReadRow[]>()
  for (const row of rows) {
    for (const measure of row.table.measures) {
      const group = groups.get(measure)
      if (group) group.push(row)
      else groups.set(measure, [row])
    }
  }
  return groups
}

function medianOf(values: readonly number[]): number | null {
  return values.length < enough ? null : (values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null)
}
