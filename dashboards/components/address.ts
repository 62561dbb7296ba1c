/** What was chosen of a thing that the page's address keeps; empty when nothing was. */
export function chosenInAddress(name: string): string {
  return new URL(location.href).searchParams.get(name) ?? ''
}

/** True when the address names a thing at all, with a value or without. */
export function isInAddress(name: string): boolean {
  return new URL(location.href).searchParams.has(name)
}

/**
 * Keeps choices in the page's address, so that a link shows the same, and in the link to the same page in the other language. An empty choice
 * is taken out; with none the link alone is brought up to date.
 */
export function keepInAddress(choices: Readonly<Record<string, string>> = {}): void {
  const address = new URL(location.href)
  for (const [name, value] of Object.entries(choices))
    if (value === '') address.searchParams.delete(name)
    else address.searchParams.set(name, value)
  history.replaceState(null, '', address)
  // What stays chosen from page to page.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keeps]')) {
    const kept = new URLSearchParams()
    for (const name of link.dataset.keeps?.split(' ') ?? []) {
      const value = address.searchParams.get(name)
      if (value) kept.set(name, value)
    }
    link.search = kept.toString()
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language')) {
    link.search = address.search
    link.hash = address.hash
  }
}
