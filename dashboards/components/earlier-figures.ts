import type { Columns, EarlierData, EarlierFigures } from '../../src/domain/earlier-data.js'
import type { Change, Figure } from '../../src/domain/page-data.js'
import type { Period } from '../../src/domain/period.js'
import { lastMonth } from './period.js'

/** Reads the figures of earlier periods, when somebody asks for one. */
export type LoadEarlier = () => Promise<EarlierData>

/** The last of an indicator's periods that had ended by the end of a period of any frequency; null when it began later. */
export function periodUntil(periods: readonly Period[], chosen: Period): Period | null {
  return periods.findLast((period) => lastMonth(period) <= lastMonth(chosen)) ?? null
}

/** The figures of one period out of the columns. A region that was not expected to report has none. */
export function figuresOf(columns: EarlierFigures, period: Period): Figure[] {
  const { indicator_id, periods, regions } = columns
  const at = periods.indexOf(period)
  if (at === -1) return []
  return regions.flatMap((region_code, index) => {
    const place = index * periods.length + at
    if (cell(columns.figures, 'units_expected', place) === null) return []
    return [
      {
        region_code,
        indicator_id,
        period,
        ...rowOf(columns.figures, figureFields, place),
        previous: changeOf(columns.previous, place),
        year_before: changeOf(columns.year_before, place),
      } as Figure,
    ]
  })
}

const figureFields = [
  'value',
  'numerator',
  'denominator',
  'units_expected',
  'units_reported',
  'status',
  'warning',
  'critical',
  'target',
  'gap',
  'arrival_period',
  'target_gap',
  'target_arrival_period',
  'pace',
] as const satisfies (keyof EarlierFigures['figures'])[]

const changeFields = ['value_before', 'from_numerator', 'from_denominator', 'from_units', 'is_same_units'] as const

/** As on the pages: a change from a value that is not known is none. */
function changeOf(columns: Columns<Change>, place: number): Change | null {
  return cell(columns, 'value_before', place) === null
    ? null
    : (rowOf(columns, changeFields, place) as unknown as Change)
}

function rowOf<Row>(columns: Columns<Row>, fields: readonly (keyof Row)[], place: number): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, cell(columns, field, place)]))
}

function cell<Row>(columns: Columns<Row>, field: keyof Row, place: number): Row[keyof Row] | null {
  return columns[field]?.[place] ?? null
}
