/** Seconds from a try that failed to the next: longer and longer, over a day in all. */
const waits = [5, 30, 120, 600, 3600, 21_600, 86_400] as const

/** After so many tries a message is given up, until somebody asks for it again. */
export const mostTries = waits.length + 1

/** When the next try is due after the given number of tries, the last of which began at `now` (ms since 1970). */
export function nextTryAfter(tries: number, now: number): string {
  return new Date(now + (waits[tries - 1] ?? waits[waits.length - 1] ?? 0) * 1000).toISOString()
}

/** Milliseconds to wait for a try, zero when it is due; also when it lies further off than any wait: then the clock was set back. */
export function waitFor(next_try_at: string, now: number): number {
  const wait = Date.parse(next_try_at) - now
  return wait <= 0 || wait > Math.max(...waits) * 1000 ? 0 : wait
}
