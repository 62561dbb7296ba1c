/**
 * Parts rounded so that they add up to the rounded total, in whole steps: each goes down, then those that lost most go up by one until the
 * sum is right. A part never changes its sign, and is less than a step from what it is.
 */
export function roundedParts(parts: readonly number[], total: number, step: number): number[] {
  // What differs from a whole step only by the noise of floating point is that step.
  const steps = (value: number) => Math.round((value / step) * 1e6) / 1e6
  const rounded = parts.map((part) => Math.floor(steps(part)))
  const missing = Math.round(steps(total)) - rounded.reduce((sum, part) => sum + part, 0)
  const lossOf = (index: number) => steps(parts[index] ?? 0) - (rounded[index] ?? 0)
  const byLoss = parts.map((_, index) => index).sort((a, b) => lossOf(b) - lossOf(a))
  for (const index of byLoss.slice(0, Math.max(0, missing))) rounded[index] = (rounded[index] ?? 0) + 1
  return rounded.map((part) => part * step)
}
