import type { IndicatorMeta } from '../../src/domain/page-data.js'

/** Bounds of the value axis: what is drawn with a little room, never outside what the unit can be. */
export function valueDomain(indicator: IndicatorMeta, values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value): value is number => value !== null)
  const low = Math.min(...known)
  const high = Math.max(...known)
  const span = high - low || Math.abs(high) || 1
  const magnitude = 10 ** Math.floor(Math.log10(span / 5))
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => span / size <= 6) ?? span
  const ceiling = indicator.unit === 'pct' ? 100 : Number.POSITIVE_INFINITY
  // An axis that nearly reaches zero starts there; any other starts at a round number, and says so.
  const start = low >= 0 && low < span * 0.4 ? 0 : Math.floor((low - span * 0.02) / step) * step
  return [start, Math.min(ceiling, high + span * 0.06)]
}

/** January of every year that has room for its name. */
export function yearTicks(start: Date, end: Date, width: number): Date[] {
  const from = start.getUTCFullYear() + (start.getUTCMonth() > 0 ? 1 : 0)
  const count = end.getUTCFullYear() - from + 1
  const every = Math.ceil((count * 42) / Math.max(100, width - 160))
  return Array.from({ length: count }, (_, index) => from + index)
    .filter((year) => (end.getUTCFullYear() - year) % every === 0)
    .map((year) => new Date(Date.UTC(year, 0, 1)))
}
