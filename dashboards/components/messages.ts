import type { Lang } from '../../src/domain/text.js'
import { alerts } from './messages/alerts.js'
import { burden } from './messages/burden.js'
import { changes } from './messages/changes.js'
import { charts } from './messages/charts.js'
import { compare } from './messages/compare.js'
import { figures } from './messages/figures.js'
import { heads } from './messages/heads.js'
import { map } from './messages/map.js'
import { methodology } from './messages/methodology.js'
import { origin } from './messages/origin.js'
import { places } from './messages/places.js'
import { quality } from './messages/quality.js'
import { reading } from './messages/reading.js'
import { regions } from './messages/regions.js'
import { screen } from './messages/screen.js'
import { search } from './messages/search.js'
import { site } from './messages/site.js'
import { takeable } from './messages/takeable.js'
import { tasks } from './messages/tasks.js'
import { units } from './messages/units.js'

/** Messages by their keys, each in both languages. */
export type Messages = Readonly<Record<string, readonly [zh: string, en: string]>>

/** Every word that pages and charts show, in both languages; names of indicators, regions and returns come with the data. */
const catalog = {
  ...alerts,
  ...burden,
  ...changes,
  ...charts,
  ...compare,
  ...figures,
  ...heads,
  ...map,
  ...methodology,
  ...origin,
  ...places,
  ...quality,
  ...reading,
  ...regions,
  ...screen,
  ...search,
  ...site,
  ...takeable,
  ...tasks,
  ...units,
}

/** The key of a message. */
export type MessageKey = keyof typeof catalog

/** What stands in a message's `{places}`. */
export type Params = Readonly<Record<string, string | number>>

/** Every key of the catalog, for the test that none is unknown or unused. */
export const messageKeys = Object.keys(catalog) as MessageKey[]

/** True for a key of the catalog. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalog, key)
}

/** A message in a language, with its `{places}` filled in. */
export function t(lang: Lang, key: MessageKey, params?: Params): string {
  return fill(key, catalog[key][lang === 'zh' ? 0 : 1], params)
}

/** A text with its `{places}` filled in. A place without a value is a mistake and throws. */
export function fill(key: string, text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${key} needs a value for {${name}}`)
    return String(value)
  })
}
