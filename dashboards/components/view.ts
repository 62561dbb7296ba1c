import type { Figure, IndicatorMeta, RegionName, SiteData } from '../../src/domain/page-data.js'
import type { RegionClass, RegionCode } from '../../src/domain/region.js'
import type { Lang, Text } from '../../src/domain/text.js'
import { type MessageKey, type Params, t } from './messages.js'

/** What a page hands to everything on it: the language, the width to draw in, and the names behind the codes. */
export interface View {
  lang: Lang
  /** Width of the page's content in pixels. */
  width: number
  /** Relative address of the site's root from the page, with the slash: `./` or `../`. */
  root: string
  site: SiteData
  /** The catalog in the view's language. */
  say(key: MessageKey, params?: Params): string
  /** One of a text's two languages. */
  pick(text: Text): string
  /** The indicator of an id; an unknown id throws, because the catalog and the figures come from one run. */
  indicator(id: string): IndicatorMeta
  /** The full name of a region, or its code when it is none of the page's regions. */
  name(code: RegionCode): string
  /** The short name, for charts. */
  shortName(code: RegionCode): string
  /** The class that lines may be drawn for; null when it has none. */
  regionClass(code: RegionCode): RegionClass | null
  isCity(code: RegionCode): boolean
  /** The region that readers chose to see in colour, as it is when asked; absent on pages where none can be chosen. */
  chosen?: () => RegionCode | null
}

/** What a page decides: everything else in a view follows from the site's data. */
export interface ViewOptions {
  lang: Lang
  width: number
  root?: string
  /** Further regions that the page names, such as a county's townships. */
  regions?: readonly RegionName[]
}

/** The view of one page. */
export function createView(site: SiteData, options: ViewOptions): View {
  const { lang, root = './', regions = [] } = options
  // A page that is being closed or hidden has no width: charts are never drawn narrower than the narrowest phone.
  const width = Math.max(280, options.width)
  const indicators = new Map(site.indicators.map((indicator) => [indicator.id, indicator]))
  const names = new Map([...site.counties, site.city, ...regions].map((region) => [region.region_code, region]))
  return {
    lang,
    width,
    root,
    site,
    say: (key, params) => t(lang, key, params),
    pick: (text) => text[lang],
    indicator(id) {
      const indicator = indicators.get(id)
      if (!indicator) throw new Error(`unknown indicator: ${id}`)
      return indicator
    },
    name: (code) => names.get(code)?.region_name ?? code,
    shortName: (code) => names.get(code)?.short_name ?? code,
    regionClass: (code) => names.get(code)?.region_class ?? null,
    isCity: (code) => code === site.city.region_code,
  }
}

/** True for the figures that leadership acts on: beyond the warning or the critical line. */
export function isBelow(figure: Pick<Figure, 'status'>): boolean {
  return figure.status === 'warning' || figure.status === 'critical'
}
