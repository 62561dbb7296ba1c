/** Bands between the bounds of `incomeBounds`, in yuan: the lowest and highest value, and which end a round sum falls on. */
const bands = [
  { low: 0, high: 0, round: 'high' },
  { low: 1_500, high: 50_000, round: 'high' },
  { low: 50_100, high: 100_000, round: 'high' },
  { low: 100_100, high: 179_900, round: null },
  { low: 180_000, high: 500_000, round: 'both' },
  { low: 500_100, high: 999_900, round: null },
  { low: 1_000_000, high: 3_800_000, round: 'low' },
] as const

/**
 * The income of the village at a place among its county's, poorest first, in yuan (whole hundreds).
 * @param bounds how many villages lie at or below each bound, ascending
 * @param onBounds whether villages at the end of a band stand exactly on its bound
 */
export function bandIncome(bounds: readonly number[], villages: number, place: number, onBounds: boolean): number {
  const index = bounds.filter((count) => count <= place).length
  const band = bands[index] ?? bands[0]
  if (band.high === 0) return 0
  const first = index === 0 ? 0 : (bounds[index - 1] ?? 0)
  const last = (bounds[index] ?? villages) - 1
  if (onBounds && place === last && (band.round === 'high' || band.round === 'both')) return band.high
  if (onBounds && place === first && (band.round === 'low' || band.round === 'both')) return band.low
  // Within a band there are more poor villages than rich ones.
  const exact = band.low * (band.high / band.low) ** ((place - first + 0.5) / (last - first + 1))
  return Math.min(Math.max(Math.round(exact / 100) * 100, band.low), band.high)
}
