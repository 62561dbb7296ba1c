/** About how wide a text is at 12 px: Chinese characters are square, the rest are about half as wide. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e80' ? 12 : 6.8
  return width
}

/** Moves positions apart so that neighbours are at least `gap` apart and all lie within the bounds, each as little as it goes. */
export function spread(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0))
  const placed = order.map((index) => positions[index] ?? 0)
  for (let index = 0; index < placed.length; index += 1)
    placed[index] = Math.max(placed[index] ?? 0, index === 0 ? low : (placed[index - 1] ?? 0) + gap)
  for (let index = placed.length - 1; index >= 0; index -= 1)
    placed[index] = Math.min(placed[index] ?? 0, index === placed.length - 1 ? high : (placed[index + 1] ?? 0) - gap)
  const result = [...positions]
  for (const [place, index] of order.entries()) result[index] = placed[place] ?? 0
  return result
}

/** The lowest lane, for each of the dots in order of position, in which it touches no dot before it. */
export function stack(positions: readonly number[], size: number): number[] {
  const ends: number[] = []
  return positions.map((position) => {
    const free = ends.findIndex((end) => position - end >= size)
    const lane = free === -1 ? ends.length : free
    ends[lane] = position
    return lane
  })
}

/**
 * Lanes for labels that stand on poles like flags and blow to the right: no flag covers another flag or another's pole.
 * Positions ascend. For flags that blow to the left, hand in negative positions in reverse order.
 */
export function flagLanes(positions: readonly number[], widths: readonly number[]): number[] {
  const lanes = positions.map(() => 0)
  for (let index = positions.length - 1; index >= 0; index -= 1) {
    const end = (positions[index] ?? 0) + (widths[index] ?? 0)
    for (let next = index + 1; next < positions.length && (positions[next] ?? 0) <= end; next += 1)
      lanes[index] = Math.max(lanes[index] ?? 0, (lanes[next] ?? 0) + 1)
  }
  return lanes
}
