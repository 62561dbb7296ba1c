import type { RegionName } from '../domain/page-data.js'
import type { RegionCode, RegionLevel } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'
import { grouped } from './grouped.js'

interface Place {
  name: RegionName
  parent_code: RegionCode | null
}

/** The regions that are valid in the month, from the highest below the nation down to townships. */
export class RegionsOfToday {
  private readonly places: ReadonlyMap<RegionCode, Place>
  private readonly below: ReadonlyMap<string, Place[]>

  private constructor(
    places: readonly Place[],
    /** The region that the site is about. */
    readonly city: RegionName,
  ) {
    this.places = new Map(places.map((place) => [place.name.region_code, place]))
    this.below = grouped(places, ({ parent_code }) => (parent_code === null ? [] : [parent_code]))
  }

  static async read(warehouse: Warehouse, city: RegionCode): Promise<RegionsOfToday> {
    const rows = await warehouse.query<RegionName & Pick<Place, 'parent_code'>>(
      `select region_code, region_name, short_name, region_level, region_class, parent_code from marts.regions
       where is_current and region_level not in ('nation', 'village') order by region_code`,
    )
    const places = rows.map(({ parent_code, ...name }): Place => ({ name, parent_code }))
    const own = places.find(({ name }) => name.region_code === city)
    if (!own) throw new Error(`no name for region ${city}`)
    return new RegionsOfToday(places, own.name)
  }

  /** One of them; another code throws. */
  name(code: RegionCode): RegionName {
    const place = this.places.get(code)
    if (!place) throw new Error(`no region of today: ${code}`)
    return place.name
  }

  /** Those of a level, by code, the city apart. */
  ofLevel(level: RegionLevel): RegionName[] {
    return [...this.places.values()].flatMap(({ name }) =>
      name.region_level === level && name !== this.city ? [name] : [],
    )
  }

  /** Those right below a region, by code. */
  childrenOf(code: RegionCode): RegionName[] {
    return (this.below.get(code) ?? []).map(({ name }) => name)
  }

  /** Those above a region, from the city down. */
  above(code: RegionCode): RegionName[] {
    const parent = this.places.get(this.places.get(code)?.parent_code ?? '')
    if (code === this.city.region_code || !parent) return []
    return [...this.above(parent.name.region_code), parent.name]
  }

  isOfLevel(code: RegionCode, level: RegionLevel): boolean {
    return this.places.get(code)?.name.region_level === level
  }
}
