import type { SiteData } from '../../src/domain/page-data.js'
import type { Lang } from '../../src/domain/text.js'
import { type MessageKey, t } from './messages.js'
import { sayDay, sayPeriod } from './period.js'

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

/** The head of every page as HTML text, written at build time: ribbon, name, navigation, and what the figures are of. */
export function header(site: SiteData, lang: Lang, path: string): string {
  const links = navigation.map(({ path: page, name }) => {
    // The bulletin's address names its month.
    const target = page === '/brief' ? `${page}/${site.period}` : page
    const isHere = target === (path === '/index' ? '/' : path)
    return `<li><a href="${target}"${isHere ? ' aria-current="page"' : ''}>${escapeHtml(t(lang, name))}</a></li>`
  })
  return `${ribbon(site, lang)}<div class="masthead">
<a class="brand" href="/"><b>${escapeHtml(t(lang, 'site.name'))}</b> ${escapeHtml(site.city.region_name)}</a>
<nav aria-label="${escapeHtml(t(lang, 'site.navigation'))}"><ul class="site-links">${links.join('')}</ul></nav>
${dataStamp(site, lang)}
${languageLink(lang)}
</div>`
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
