import type { Figure } from '../../src/domain/page-data.js'

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
    previous_value: 83,
    year_before_value: 81.3,
    ...changes,
  }
}
