import { editDistance } from '../domain/edit-distance.js'
import type { Period } from '../domain/period.js'
import { Refusal } from '../domain/refusal.js'
import { normaliseCode, type RegionCode, type RegionLevel } from '../domain/region.js'
import type { Warehouse } from '../warehouse/warehouse.js'

interface Named {
  region_code: RegionCode
  region_name: string
  short_name: string
  region_level: RegionLevel
  parent_name: string | null
}

/**
 * The region that a code, a full or a short name stands for in a month, else whenever: figures of an earlier month may be carried back
 * to it. A village is known by its code only: names of villages are many. Throws a Refusal with the candidates when several bear the name, and with near ones when none does.
 */
export async function askedRegion(warehouse: Warehouse, asked: string, month: Period): Promise<Named> {
  const code = normaliseCode(asked)
  const found = await warehouse.query<Named & { is_valid: boolean; is_full: boolean }>(
    `select regions.region_code, regions.region_name, regions.short_name, regions.region_level,
       max_by(above.region_name, above.valid_from) as parent_name,
       regions.valid_from <= $3 and regions.valid_to >= $3 as is_valid,
       regions.region_code = $1 or regions.region_name = $2 as is_full
     from marts.regions
     left join marts.regions as above on above.region_code = regions.parent_code
     where regions.region_code = $1
       or (regions.region_level <> 'village' and (regions.region_name = $2 or regions.short_name = $2))
     group by all
     order by regions.region_code, is_valid desc`,
    [code ?? '', asked, month],
  )
  // A full name counts before a short one, and what is there in the month before what was or will be.
  const ranks: ((one: (typeof found)[number]) => boolean)[] = [
    (one) => one.is_full && one.is_valid,
    (one) => one.is_valid,
    (one) => one.is_full,
    () => true,
  ]
  for (const fits of ranks) {
    const best = found.filter(fits).filter((one, at, all) => all.findIndex(sameCode(one)) === at)
    const [only] = best
    if (only !== undefined && best.length === 1) return only
    if (best.length > 1) throw several(asked, best)
  }
  throw none(asked, await nearTo(warehouse, asked))
}

function sameCode({ region_code }: Named): (other: Named) => boolean {
  return (other) => other.region_code === region_code
}

/** The regions that are called or coded most alike; villages only by their code. */
async function nearTo(warehouse: Warehouse, asked: string): Promise<Named[]> {
  const isCode = /^\d+$/.test(asked)
  const all = await warehouse.query<Named>(
    `select distinct regions.region_code, regions.region_name, regions.short_name, regions.region_level,
       null as parent_name
     from marts.regions
     where is_current and region_level <> 'nation' and ${isCode ? 'starts_with(region_code, substr($1, 1, 4))' : "region_level <> 'village'"}
     order by region_code`,
    isCode ? [asked] : [],
  )
  const distance = ({ region_code, region_name, short_name }: Named) =>
    Math.min(...(isCode ? [region_code] : [region_name, short_name]).map((text) => editDistance(text, asked)))
  return all.toSorted((one, other) => distance(one) - distance(other)).slice(0, 4)
}

function listed(regions: readonly Named[]): string {
  return regions
    .slice(0, 8)
    .map(({ region_code, region_name, parent_name }) => `${parent_name ?? ''}${region_name} ${region_code}`)
    .join('、')
}

function several(asked: string, found: readonly Named[]): Refusal {
  const candidates = listed(found)
  return new Refusal({
    zh: `叫“${asked}”的地区不止一个，请写代码：${candidates}`,
    en: `several regions are called ${asked}; give the code: ${candidates.replaceAll('、', ', ')}`,
  })
}

function none(asked: string, near: readonly Named[]): Refusal {
  const candidates = listed(near)
  return new Refusal({
    zh: `没有这个地区：${asked}${candidates === '' ? '' : `；相近的有：${candidates}`}`,
    en: `no such region: ${asked}${candidates === '' ? '' : `; near it are: ${candidates.replaceAll('、', ', ')}`}`,
  })
}
