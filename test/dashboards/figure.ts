import type { Change, Figure } from '../../src/domain/page-data.js'

/** A figure of 石岑县 that is fine, with what a test wants to be different. */
export function figure(changes: Partial<Figure> = {}): Figure {
  return {
    region_code: '990325',
    indicator_id: 'nonpublic_coverage_pct',
    period: '2026-10',
    value: 83.2,
    numerator: 401,
    denominator: 482,
    units_expected: 13,
    units_reported: 13,
    status: 'ok',
    warning: 80,
    critical: 75,
    target: 100,
    gap: null,
    arrival_period: null,
    target_gap: null,
    target_arrival_period: null,
    pace: 0.2,
    previous: change(83, 0.2, 0),
    year_before: change(81.3, 1.9, 0),
    ...changes,
  }
}

/** A change from a value by its parts: numerator, denominator, and units that reported only once. */
export function change(value_before: number, from_numerator: number, from_denominator: number, from_units = 0): Change {
  return { value_before, from_numerator, from_denominator, from_units, is_same_units: from_units === 0 }
}
