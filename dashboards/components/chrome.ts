import type { SiteData } from '../../src/domain/page-data.js'
import type { Lang } from '../../src/domain/text.js'
import { type MessageKey, t } from './messages.js'
import { sayDay, sayPeriod } from './period.js'
import type { SearchWords } from './search-words.js'

/** The pages in the navigation, in order. */
export const navigation: readonly { path: string; name: MessageKey }[] = [
  { path: '/', name: 'overview.name' },
  { path: '/coverage', name: 'coverage.name' },
  { path: '/income', name: 'income.name' },
  { path: '/stipend', name: 'stipend.name' },
  { path: '/foundations', name: 'foundations.name' },
  { path: '/team', name: 'team.name' },
  { path: '/burden', name: 'burden.name' },
  { path: '/tasks', name: 'tasks.name' },
  { path: '/alerts', name: 'alerts.name' },
  { path: '/changes', name: 'changes.name' },
  { path: '/brief', name: 'brief.name' },
  { path: '/quality', name: 'quality.name' },
  { path: '/methodology', name: 'methodology.name' },
]

/** Pages to which a chosen region and period go along. */
const keptTo = new Set(['/', '/coverage', '/income', '/stipend', '/foundations', '/team', '/burden', '/tasks'])

/** A page that is reached from regions and topics, and by the search. */
const comparePage = { path: '/compare', name: 'compare.name' } as const

/** The head of every page as HTML text, written at build time: ribbon, name, navigation, and what the figures are of. */
export function header(site: SiteData, lang: Lang, path: string): string {
  const links = navigation.map(({ path: page, name }) => {
    const target = targetOf(page, site)
    const isHere = target === (path === '/index' ? '/' : path)
    const keeps = keptTo.has(page) ? ' data-keeps="region period"' : ''
    return `<li><a href="${target}"${keeps}${isHere ? ' aria-current="page"' : ''}>${escapeHtml(t(lang, name))}</a></li>`
  })
  return `${ribbon(site, lang)}<div class="masthead">
<a class="brand" href="/"><b>${escapeHtml(t(lang, 'site.name'))}</b> ${escapeHtml(site.city.region_name)}</a>
<nav aria-label="${escapeHtml(t(lang, 'site.navigation'))}"><ul class="site-links">${links.join('')}</ul></nav>
${searchBox(site, lang)}
${dataStamp(site, lang)}
${languageLink(lang)}
</div>`
}

/** Where a page of the navigation is: the bulletin's address names its month. */
function targetOf(path: string, site: SiteData): string {
  return path === '/brief' ? `${path}/${site.period}` : path
}

/** What every page's head loads for the search box: its script, and where the index is, read on first use. */
export const searchScript =
  '<link rel="search-index" href="/data/search.json"><script type="module" src="/components/search-box.js"></script>'

/** The box to find regions and indicators. Without scripts it is not shown. */
export function searchBox(site: SiteData, lang: Lang): string {
  const words: SearchWords = {
    lang,
    count: t(lang, 'search.count', { count: '{count}' }),
    none: t(lang, 'search.none', { query: '{query}' }),
    more: t(lang, 'search.more', { count: '{count}' }),
    failed: t(lang, 'search.failed'),
    kinds: Object.fromEntries(
      (['province', 'prefecture', 'county', 'township', 'indicator', 'page'] as const).map((kind) => [
        kind,
        t(lang, `search.kind.${kind}`),
      ]),
    ),
    pages: Object.fromEntries(
      [...navigation, comparePage].map(({ path, name }) => [targetOf(path, site).slice(1), t(lang, name)]),
    ),
    separator: t(lang, 'middot'),
  }
  return `<div class="search" role="search" data-words="${escapeHtml(JSON.stringify(words))}">
<input type="search" role="combobox" aria-label="${t(lang, 'search.label')}" placeholder="${t(lang, 'search.hint')}" aria-autocomplete="list"
aria-expanded="false" aria-controls="search-results" aria-keyshortcuts="/" autocomplete="off" spellcheck="false">
<div class="search-found"><ul id="search-results" role="listbox" aria-label="${t(lang, 'search.results')}" hidden></ul>
<p class="unseen" role="status"></p></div></div><noscript><style>.search { display: none }</style></noscript>`
}

/** The way to the same page in the other language; the step after the build knows its address. */
function languageLink(lang: Lang): string {
  const other = lang === 'zh' ? 'en' : 'zh-CN'
  return `<a class="language" lang="${other}" hreflang="${other}" href="#other-language">${t(lang, 'site.other')}</a>`
}

/** The band that says that the city shown is fictional; nothing for a real one. */
export function ribbon(site: SiteData, lang: Lang): string {
  return site.sample ? `<p class="ribbon" role="note">${escapeHtml(t(lang, 'site.ribbon'))}</p>` : ''
}

/** Which month the figures are of, which release this is, and up to which day returns are taken into account. */
export function dataStamp(site: SiteData, lang: Lang): string {
  const words = { period: sayPeriod(lang, site.period), release: site.release, day: sayDay(lang, site.as_of) }
  return `<p class="stamp"><b>${escapeHtml(words.period)}</b> <span>${escapeHtml(t(lang, 'site.stamp', words))}</span></p>`
}

/** The foot of every page. */
export function footer(site: SiteData, lang: Lang): string {
  const words = { release: site.release, day: sayDay(lang, site.as_of) }
  return `<p>${escapeHtml(t(lang, 'site.footer', words))}</p>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
