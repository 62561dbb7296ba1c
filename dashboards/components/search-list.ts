import { html } from 'htl'
import type { SearchData } from '../../src/domain/search-data.js'
import { searchEntries } from './search-index.js'
import { matchingEntries, type SearchEntry } from './search-match.js'
import type { SearchWords } from './search-words.js'

/** So many results are shown: more are no longer read but scrolled. */
const shown = 10

/** How a page reads the index, and goes to another page. */
export interface SearchEffects {
  read(): Promise<SearchData>
  go(href: string): void
}

/** The index stands in the head of the page as a link, for its name changes with its content. */
const ofPage: SearchEffects = {
  async read() {
    const link = document.querySelector<HTMLLinkElement>('link[rel="search-index"]')
    const response = await fetch(link?.href ?? '')
    if (!response.ok) throw new Error(`${response.status} ${response.url}`)
    return response.json()
  },
  go: (href) => location.assign(href),
}

/**
 * Makes the box in the head a list of what is found as one types: arrow keys choose, Enter opens, Escape closes. True when it can be used, false
 * when its index could not be read.
 */
export async function searchList(input: HTMLInputElement, effects: SearchEffects = ofPage): Promise<boolean> {
  const box = input.closest<HTMLElement>('.search')
  const list = box?.querySelector<HTMLElement>('[role="listbox"]')
  const said = box?.querySelector<HTMLElement>('[role="status"]')
  if (!box || !list || !said) return false
  const words = JSON.parse(box.dataset.words ?? '') as SearchWords
  const say = (message: string, isSeen = false) => {
    said.textContent = message
    said.classList.toggle('unseen', !isSeen)
    box.classList.toggle('open', isSeen || !list.hidden)
  }
  let entries: SearchEntry[]
  try {
    entries = searchEntries(await effects.read(), words)
  } catch {
    say(words.failed, true)
    return false
  }
  const root = document.querySelector<HTMLAnchorElement>('a.brand')?.href ?? location.href
  let found: SearchEntry[] = []
  let active = 0

  const close = () => {
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
    say('')
  }
  const point = (index: number) => {
    active = index
    for (const [at, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(at === active))
    input.setAttribute('aria-activedescendant', `search-result-${active}`)
    list.children[active]?.scrollIntoView?.({ block: 'nearest' })
  }
  const show = () => {
    const query = input.value.trim()
    const all = matchingEntries(entries, query)
    found = all.slice(0, shown)
    if (found.length === 0) {
      close()
      if (query !== '') say(words.none.replace('{query}', query), true)
      return
    }
    list.replaceChildren(...found.map(option))
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    const rest = all.length - found.length
    if (rest > 0) say(words.more.replace('{count}', String(rest)), true)
    else say(words.count.replace('{count}', String(found.length)))
    point(0)
  }
  const open = (entry: SearchEntry | undefined) => {
    if (!entry) return
    close()
    input.value = ''
    // Where the site's name leads is its root in the page's language.
    effects.go(new URL(entry.href, root).href)
  }

  input.addEventListener('input', show)
  input.addEventListener('focus', () => input.value && show())
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.isComposing) return
    const isOpen = !list.hidden
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) show()
      else point((active + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
    } else if (event.key === 'Enter' && isOpen) open(found[active])
    else if (event.key === 'Escape') {
      event.preventDefault()
      if (!isOpen) input.value = ''
      close()
    }
  })
  // The box keeps the focus, or the list would close before the click is known.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const chosen = target instanceof Element ? target.closest('[role="option"]') : null
    if (chosen) open(found[[...list.children].indexOf(chosen)])
  })
  if (input.value) show()
  return true
}

function option({ label, detail }: SearchEntry, index: number): HTMLElement {
  return html`<li role="option" id=${`search-result-${index}`} aria-selected="false"><b>${label}</b> <small>${detail}</small></li>`
}
