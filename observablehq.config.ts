import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { footer, header, searchScript } from './dashboards/components/chrome.js'
import { isMessageKey, t } from './dashboards/components/messages.js'
import { sayPeriod } from './dashboards/components/period.js'
import type { SiteData } from './src/domain/page-data.js'
import type { RegionData } from './src/domain/region-data.js'
import type { Lang } from './src/domain/text.js'

const lang: Lang = process.env.JICENG_LANG === 'en' ? 'en' : 'zh'
const data = join(import.meta.dirname, 'dashboards', 'data')
const site = read<SiteData>('site.json')

function read<Content>(path: string): Content {
  const file = join(data, path)
  if (!existsSync(file))
    throw new Error(`no page data: ${file} (run "jiceng refresh", or "npm start" for the sample city)`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 14V9M8 14V4M13 14V7" stroke="#616a74" stroke-width="3"/><path d="M0 6.5h16" stroke="#b3261e"/></svg>`

interface MarkdownState {
  src: string
  env: { params?: { code?: string } }
  tokens: { type: string; attrGet(name: string): string | null; attrs: [string, string][] | null }[]
}
interface MarkdownIt {
  core: {
    ruler: {
      before(name: string, rule: string, run: (state: MarkdownState) => void): void
      push(rule: string, run: (state: MarkdownState) => void): void
    }
  }
}

/**
 * Puts the words of the catalog where a page's source says `{{key}}`, so that titles and headings are in the page before any
 * script runs. `{{lang}}` is the language; every page knows `{city}` and `{period}`, a region page also `{region}`.
 */
function addMessages(md: MarkdownIt): MarkdownIt {
  md.core.ruler.before('normalize', 'messages', (state) => {
    const code = state.env.params?.code
    const region = code ? read<RegionData>(`regions/${code}.json`).region.region_name : ''
    state.src = state.src.replace(/\{\{([\w.]+)\}\}/g, (_, key: string) => {
      if (key === 'lang') return lang
      if (!isMessageKey(key)) throw new Error(`unknown message: ${key}`)
      return t(lang, key, { region, city: site.city.region_name, period: sayPeriod(lang, site.period) })
    })
  })
  // A Chinese heading slugs to nothing: no id is better than an empty one.
  md.core.ruler.push('no_empty_ids', (state) => {
    for (const token of state.tokens)
      if (token.type === 'heading_open') token.attrs = token.attrs?.filter(([, value]) => value !== '') ?? null
  })
  return md
}

export default {
  root: 'dashboards',
  output: 'dist',
  title: t(lang, 'site.title', { city: site.city.region_name }),
  style: 'style.css',
  // Three bars against a line; written into the page, so that no browser asks for a file that is not there.
  head: `<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">${searchScript}`,
  header: ({ path }: { path: string }) => header(site, lang, path),
  footer: footer(site, lang),
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  pages: [],
  globalStylesheets: [],
  // The engine's extensions are fetched from the internet: none.
  duckdb: { extensions: { json: null, parquet: null } },
  markdownIt: addMessages,
  dynamicPaths: [
    `/brief/${site.period}`,
    ...readdirSync(join(data, 'regions'))
      .filter((name) => name.endsWith('.json'))
      .map((name) => `/regions/${name.replace(/\.json$/, '')}`),
  ],
}
