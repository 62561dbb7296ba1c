import type { Period } from '../../src/domain/period.js'
import { apportion } from './apportion.js'
import { chance } from './chance.js'
import { type County, changeMonth } from './counties.js'
import { townName, villageName } from './names.js'

/** A place that keeps its identity when its code changes: `code` is its first one, `recoded` that from the change on. */
export interface Place {
  code: string
  recoded: string | null
  name: string
}

/** A township with what it has in the first month: firms (家), social organisations (个). */
export interface Township extends Place {
  county: County
  villages: readonly Place[]
  firms: number
  social: number
}

/** The code of a place in a month. */
export function codeIn(place: Place, month: Period): string {
  return place.recoded !== null && month >= changeMonth ? place.recoded : place.code
}

/** Every township of the counties with its villages, by first code within each. */
export function buildTownships(counties: readonly County[]): Township[] {
  const taken = new Map<string, number>()
  let townships = 0
  return counties.flatMap((county) => {
    const kinds = kindsOf(county)
    const weights = (purpose: string, street: number) =>
      kinds.map((kind, index) => (kind === '街道' ? street : 1) * (0.6 + chance(county.code, purpose, index)))
    const firms = apportion(county.firms, weights('firms', 1.8))
    const social = apportion(county.social, weights('social', 1.8))
    const villages = apportion(county.villages - kinds.length, weights('villages', 0.6))
    const start = Math.floor(chance(county.code, 'names') * 1000)
    let named = 0
    return kinds.map((kind, index): Township => {
      const serial = serialOf(kind, kinds.indexOf(kind), index)
      const code = `${county.code}${serial}`
      const recoded = county.successor && `${county.successor}${nextSerial(taken, county.successor, kind)}`
      const count = 1 + (villages[index] ?? 0)
      const communities = kind === '街道' ? Math.ceil(count * 0.6) : kind === '镇' ? 1 : 0
      return {
        county,
        code,
        recoded,
        name: `${townName(townships++)}${kind}`,
        villages: Array.from({ length: count }, (_, order): Place => {
          const own = order < communities ? 1 + order : 200 + order - communities
          const end = String(own).padStart(3, '0')
          const name = `${villageName(start, named++)}${order < communities ? '社区' : '村'}`
          return { code: code + end, recoded: recoded && recoded + end, name }
        }),
        firms: firms[index] ?? 0,
        social: social[index] ?? 0,
      }
    })
  })
}

type Kind = '街道' | '镇' | '乡'

function kindsOf({ streets, towns, region_class }: County): Kind[] {
  const rural = region_class === 'urban' ? 0 : Math.floor(towns * (region_class === 'mountain' ? 0.6 : 0.4))
  return [
    ...Array<Kind>(streets).fill('街道'),
    ...Array<Kind>(towns - rural).fill('镇'),
    ...Array<Kind>(rural).fill('乡'),
  ]
}

/** Where the numbering of a kind begins: 001 for 街道, 100 for 镇, 200 for 乡, as in the statistical code lists. */
const serials: Record<Kind, number> = { 街道: 1, 镇: 100, 乡: 200 }

function serialOf(kind: Kind, first: number, index: number): string {
  return String(serials[kind] + index - first).padStart(3, '0')
}

/** Two counties merge into one code, so their townships are numbered on instead of keeping their last three digits. */
function nextSerial(taken: Map<string, number>, county: string, kind: Kind): string {
  const key = county + kind
  const order = taken.get(key) ?? 0
  taken.set(key, order + 1)
  return serialOf(kind, 0, order)
}
