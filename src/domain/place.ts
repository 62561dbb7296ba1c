import { type Period, shiftPeriod } from './period.js'
import type { Region, RegionChange, RegionCode } from './region.js'

/** A stretch of months of a region: its code, name, parent and boundaries are the same all the while. */
export interface PlacedRegion extends Region {
  /** The code and the month since when this place has it, as `990306/2018-01`: a code given to another place later is another one. */
  place: string
}

/**
 * The regions' rows with their places, in no particular order. Rows of a code that follow one another without a gap are one place, renamed or moved to
 * another parent, unless a change ended it in between. Where a place gave a part of itself away and lived on, its row is cut in two.
 */
export function placedRegions(regions: readonly Region[], changes: readonly RegionChange[]): PlacedRegion[] {
  const living = new Set(changes.filter(({ from_code, to_code }) => from_code === to_code).map(keyOf))
  const partings = new Map<RegionCode, Period[]>()
  const endings = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'rename') continue
    if (!living.has(keyOf(change))) endings.add(keyOf(change))
    else if (change.kind === 'split' && change.from_code === change.to_code)
      partings.set(change.from_code, [...(partings.get(change.from_code) ?? []), change.month].sort())
  }
  const placed: PlacedRegion[] = []
  for (const rows of byCode(regions).values()) {
    let before: PlacedRegion | undefined
    for (const row of rows.flatMap((each) => cutAt(each, partings.get(each.region_code) ?? []))) {
      const { region_code, valid_from } = row
      const goesOn =
        before?.valid_to != null &&
        shiftPeriod(before.valid_to, 1) === valid_from &&
        !endings.has(`${region_code} ${valid_from}`)
      before = { ...row, place: goesOn && before ? before.place : `${region_code}/${valid_from}` }
      placed.push(before)
    }
  }
  return placed
}

/** The rows of each code, earliest first. */
export function byCode(regions: readonly Region[]): Map<RegionCode, Region[]> {
  const rows = new Map<RegionCode, Region[]>()
  for (const region of regions) {
    const others = rows.get(region.region_code)
    if (others) others.push(region)
    else rows.set(region.region_code, [region])
  }
  for (const each of rows.values()) if (each.length > 1) each.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
  return rows
}

function keyOf({ from_code, month }: RegionChange): string {
  return `${from_code} ${month}`
}

function cutAt(region: Region, months: readonly Period[]): Region[] {
  const inside = months.filter(
    (month) => month > region.valid_from && (region.valid_to === null || month <= region.valid_to),
  )
  const starts = [region.valid_from, ...inside]
  return starts.map((valid_from, index) => {
    const next = starts[index + 1]
    return { ...region, valid_from, valid_to: next === undefined ? region.valid_to : shiftPeriod(next, -1) }
  })
}
