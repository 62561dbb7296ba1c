/**
 * A number in [0, 1) that depends on its key and on nothing else: the same place and purpose give the same number in every run,
 * in whatever order things are asked.
 */
export function chance(...key: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const character of key.join('/')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  // Neighbouring keys (…01, …02) would give neighbouring numbers without these rounds.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/**
 * A whole number for a fraction of things. Each place rounds at its own point, so a rate of 2 % over many small places stays
 * 2 % in their sum, and a rate that only rises gives a count that only rises.
 */
export function wholeOf(exact: number, phase: number): number {
  return Math.floor(exact + phase + 1e-9)
}
