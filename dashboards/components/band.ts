/** The income bands of the national agricultural statistics, from the lowest to the highest. */
export const bands = ['none', 'up_to_50k', '50k_to_100k', '100k_to_500k', '500k_to_1m', 'from_1m'] as const
export type Band = (typeof bands)[number]

/** True for a band that the catalog knows. */
export function isBand(text: string): text is Band {
  return (bands as readonly string[]).includes(text)
}
