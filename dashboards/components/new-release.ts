/** How often a wall display looks whether there is a new release. */
const everyMinutes = 5

/** What a look found: another release, the same one, or no answer. */
export type Look = 'new' | 'same' | 'silent'

/** Looks at the page that is shown, as it lies on the server now: its stamp names the release. */
export async function lookForRelease(): Promise<Look> {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store', signal: AbortSignal.timeout(30_000) })
    const there = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const stamp = answer.ok ? there.querySelector('.stamp')?.textContent : null
    if (!stamp) return 'silent'
    return stamp === document.querySelector('.stamp')?.textContent ? 'same' : 'new'
  } catch {
    return 'silent'
  }
}

/** Looks again and again until `signal` ends it, and tells what was found. */
export function watchReleases(tell: (look: Look) => void, signal: AbortSignal): void {
  const timer = setInterval(async () => tell(await lookForRelease()), everyMinutes * 60_000)
  signal.addEventListener('abort', () => clearInterval(timer))
}
