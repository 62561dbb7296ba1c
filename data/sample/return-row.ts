import { monthsOf, type Period } from '../../src/domain/period.js'
import { codeIn, type Place } from './city.js'

/** One row of a return before it is written to a file: values by column name, in stored units. */
export interface ReturnRow {
  period: Period
  region_code: string
  region_name: string
  values: Readonly<Record<string, number | string>>
}

/** A place's row in a month, under the code that it has then. */
export function rowOf(place: Place, month: Period, values: ReturnRow['values']): ReturnRow {
  return { period: month, region_code: codeIn(place, month), region_name: place.name, values }
}

/** A place's row in a quarter, under the code that it has at its end. */
export function quarterRow(place: Place, quarter: Period, values: ReturnRow['values']): ReturnRow {
  return { ...rowOf(place, monthsOf(quarter).last, values), period: quarter }
}
