import type { OriginChange, OriginNode } from '../domain/figure-origin.js'
import type { Period } from '../domain/period.js'
import { type RegionCode, RegionLevel } from '../domain/region.js'
import { inList } from '../warehouse/in-list.js'
import type { Warehouse } from '../warehouse/warehouse.js'

/** Which figures' regions are looked into, and down to which level. */
export interface RegionQuestion {
  indicators: readonly string[]
  dataset: string
  /** The level of a row of the return, and the one down to which regions are named: at it or above. */
  grain: RegionLevel
  leaf: RegionLevel
  period: Period
  /** The last month of the period. */
  month: Period
  regions: readonly RegionCode[]
}

interface Leaf {
  indicator_id: string
  top: RegionCode
  region_code: RegionCode
  units: number
  share: number | null
  counted: number
  numerator: number | null
  denominator: number | null
}

interface Place {
  region_code: RegionCode
  region_name: string
  region_level: RegionLevel
  parent_code: RegionCode | null
}

/**
 * The units that a figure's region is the sum of, each with the region that it is named under: `top, region_code, unit_code, share`. $1 the
 * regions, $2 the grain, $3 the month, $4 the level of the leaves.
 */
export const unitsBelow = `
  units as (
    select distinct above.region_code as top, leaf.region_code, above.unit_code, above.share
    from marts.ancestors as above
    inner join marts.ancestors as leaf
      on leaf.unit_code = above.unit_code and leaf.region_level = $4 and not leaf.is_carried_back
      and leaf.from_month <= $3 and leaf.to_month >= $3
    where above.region_code in ${inList(1)} and above.unit_level = $2
      and above.from_month <= $3 and above.to_month >= $3
  )`

/** What `unitsBelow` is bound to. */
export function unitValues({ regions, grain, month, leaf }: RegionQuestion): string[] {
  return [regions.join(','), grain, month, leaf]
}

/** For each indicator the regions with all that their figures are the sum of, as they were in the period, down to the leaves. */
export async function regionTrees(
  warehouse: Warehouse,
  question: RegionQuestion,
): Promise<Map<string, Map<RegionCode, OriginNode>>> {
  const leaves = await leavesOf(warehouse, question)
  const places = await placesOf(warehouse, question, leaves)
  const changes = await changesAfter(warehouse, question.month)
  const trees = new Map<string, Map<RegionCode, OriginNode>>()
  for (const indicator of question.indicators) {
    const own = new Map<RegionCode, Leaf[]>()
    for (const leaf of leaves)
      if (leaf.indicator_id === indicator) own.set(leaf.top, [...(own.get(leaf.top) ?? []), leaf])
    const tops = question.regions.flatMap((code) => places.get(code) ?? [])
    trees.set(
      indicator,
      new Map(tops.map((top) => [top.region_code, treeOf(top, own.get(top.region_code) ?? [], places, changes)])),
    )
  }
  return trees
}

function leavesOf(warehouse: Warehouse, question: RegionQuestion): Promise<Leaf[]> {
  const counts = 'parts.numerator is not null and parts.denominator is not null'
  return warehouse.query<Leaf>(
    `with ${unitsBelow}
     select indicators.indicator_id, units.top, units.region_code, count(*) as units,
       case when min(units.share) = max(units.share) then cast(min(units.share) as double) end as share,
       count(*) filter (where ${counts}) as counted,
       cast(sum(cast(parts.numerator as decimal(18, 2)) * units.share) filter (where ${counts}) as double) as numerator,
       cast(sum(cast(parts.denominator as decimal(18, 2)) * units.share) filter (where ${counts}) as double) as denominator
     from units
     cross join (select unnest(string_split($6, ',')) as indicator_id) as indicators
     left join marts.indicator_parts as parts on parts.region_code = units.unit_code and parts.period = $5
       and parts.indicator_id = indicators.indicator_id
     group by indicators.indicator_id, units.top, units.region_code
     order by indicators.indicator_id, units.top, units.region_code`,
    [...unitValues(question), question.period, question.indicators.join(',')],
  )
}

/** The leaves and all regions above them as they were in the month, and the regions asked for as they are whenever. */
async function placesOf(
  warehouse: Warehouse,
  { month, regions }: RegionQuestion,
  leaves: readonly Leaf[],
): Promise<Map<RegionCode, Place>> {
  const rows = await warehouse.query<Place>(
    `select region_code, region_name, region_level, parent_code from marts.regions
     where (valid_from <= $1 and valid_to >= $1 and region_level <> 'village')
       or (valid_from <= $1 and valid_to >= $1 and region_code in ${inList(2)})
       or region_code in ${inList(3)}
     order by valid_from <= $1 and valid_to >= $1, valid_from`,
    [month, [...new Set(leaves.map(({ region_code }) => region_code))].join(','), regions.join(',')],
  )
  return new Map(rows.map((place) => [place.region_code, place]))
}

interface Change extends OriginChange {
  from_code: RegionCode
  to_code: RegionCode
}

/** The boundary changes after a month, earliest first. */
function changesAfter(warehouse: Warehouse, month: Period): Promise<Change[]> {
  return warehouse.query<Change>(
    `select from_code, to_code, month, kind, note from raw.region_changes where month > $1 and kind <> 'rename'
     order by month, from_code, to_code`,
    [month],
  )
}

/** The change by which a region came to count towards a later one: the one that names both, else its next. */
function changeOf(place: Place, top: Place, changes: readonly Change[]): OriginChange | null {
  const own = changes.filter(({ from_code }) => from_code === place.region_code)
  const change = own.find(({ to_code }) => to_code === top.region_code) ?? own[0]
  return change ? { month: change.month, kind: change.kind, note: change.note } : null
}

function treeOf(
  top: Place,
  leaves: readonly Leaf[],
  places: ReadonlyMap<RegionCode, Place>,
  changes: readonly Change[],
): OriginNode {
  const root = nodeOf(top)
  const nodes = new Map([[top.region_code, root]])
  const rank = (place: Place) => RegionLevel.options.indexOf(place.region_level)
  /** The node of a region, hung below the one above it; a predecessor of the top is hung below that. */
  const hung = (place: Place): OriginNode => {
    const known = nodes.get(place.region_code)
    if (known) return known
    const node = nodeOf(place)
    nodes.set(place.region_code, node)
    const above = place.parent_code === null ? undefined : places.get(place.parent_code)
    if (rank(place) <= rank(top)) node.change = changeOf(place, top, changes)
    const isBelow = above !== undefined && rank(place) > rank(top)
    const parent = isBelow && (above === top || rank(above) >= rank(top)) ? hung(above) : root
    parent.children.push(node)
    return node
  }
  for (const { region_code, numerator, denominator, units, counted, share } of leaves) {
    const place = places.get(region_code)
    if (place) Object.assign(hung(place), { numerator, denominator, units, counted, share })
  }
  addUp(root)
  return root
}

function nodeOf({ region_code, region_name, region_level }: Place): OriginNode {
  return {
    ...{ region_code, region_name, region_level },
    ...{ numerator: null, denominator: null, value: null, units: 0, counted: 0, share: 1, state: null, change: null },
    ...{ submission_id: null, rows: [], ranges: [], children: [] },
  }
}

/** Adds up from below, in millionths, as the warehouse does in decimals. */
function addUp(node: OriginNode): void {
  if (node.children.length === 0) return
  for (const child of node.children) addUp(child)
  node.units = node.children.reduce((sum, { units }) => sum + units, 0)
  node.counted = node.children.reduce((sum, { counted }) => sum + counted, 0)
  for (const part of ['numerator', 'denominator'] as const) {
    const parts = node.children.flatMap((child) => child[part] ?? [])
    node[part] = parts.length === 0 ? null : parts.reduce((sum, value) => sum + Math.round(value * 1e6), 0) / 1e6
  }
}
