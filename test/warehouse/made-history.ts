import fc from 'fast-check'
import type { Region, RegionChange, RegionCode } from '../../src/domain/region.js'

/** One thing that happens to a made-up city at the start of a month; the picks choose among what is there. */
export interface Event {
  at: number
  kind: 'recode' | 'merge' | 'split' | 'exchange' | 'rename' | 'county-merge' | 'county-recode' | 'county-split'
  picks: number[]
}

/** Where a unit of one month is in the next: by tenths, or, without shares, somewhere among these. */
type Step = { to: RegionCode; tenths: number }[] | { among: RegionCode[] }

/** What became of a city: its tables, and, kept apart from them, which units there were in each month and where each went in the next. */
export interface MadeHistory {
  months: string[]
  regions: Region[]
  changes: RegionChange[]
  /** By month: the townships, and since when each code has stood for its place, counties included. */
  townships: RegionCode[][]
  since: Map<RegionCode, number>[]
  /** By month: where the townships of the month before went; those that are not in it stayed. */
  steps: Map<RegionCode, Step>[]
}

export const city = '990100'
export const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08']
const monthAt = (index: number) => months[index] ?? ''

/** Something that may happen. */
export const event: fc.Arbitrary<Event> = fc.record({
  at: fc.integer({ min: 1, max: months.length - 1 }),
  kind: fc.constantFrom(
    ...(['recode', 'merge', 'split', 'split', 'exchange', 'rename'] as const),
    ...(['county-merge', 'county-recode', 'county-split'] as const),
  ),
  picks: fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }),
})

/** Lets the events happen, in order, to a city of three counties with two townships each. An event that cannot happen is left out. */
export function makeHistory(events: readonly Event[]): MadeHistory {
  const open = new Map<RegionCode, Region>()
  const history: MadeHistory = { months, regions: [], changes: [], townships: [], since: [], steps: [] }
  const since = new Map<RegionCode, number>()
  let at = 0
  let touched = new Set<RegionCode>()
  let shares = 0

  const begin = (code: RegionCode) => {
    const isCounty = code.length === 6
    open.set(code, {
      ...{ region_code: code, region_name: `地${code}`, short_name: code, region_class: null },
      ...{ region_level: code === city ? 'prefecture' : isCounty ? 'county' : 'township' },
      ...{ parent_code: code === city ? null : isCounty ? city : code.slice(0, 6) },
      ...{ valid_from: monthAt(at), valid_to: null },
    })
    since.set(code, at)
  }
  const end = (code: RegionCode) => {
    const row = open.get(code)
    if (row) history.regions.push({ ...row, valid_to: monthAt(at - 1) })
    open.delete(code)
  }
  const tell = (kind: RegionChange['kind'], from_code: string, to_code: string, tenths?: number) =>
    history.changes.push({
      ...{ month: monthAt(at), kind, from_code, to_code, note: '' },
      share: tenths === undefined ? null : tenths === 10 ? '1' : `0.${tenths}`,
    })
  const all = (length: number) => [...open.keys()].filter((code) => code.length === length && code !== city).sort()
  const free = (length: number) => all(length).filter((code) => !touched.has(code))
  const below = (county: RegionCode) => all(9).filter((code) => code.startsWith(county))
  /** A code of nobody's: one that another place had, when the pick says so. */
  const newCode = (prefix: string, digits: number, pick: number) => {
    const codes = Array.from({ length: 40 }, (_, index) => `${prefix}${String(index + 1).padStart(digits, '0')}`)
    const unused = codes.filter((code) => !open.has(code) && !born.has(code))
    const used = unused.filter((code) => since.has(code))
    return pick % 2 === 0 && used.length > 0 ? used[pick % used.length] : unused.find((code) => !since.has(code))
  }
  let born = new Set<RegionCode>()
  const take = (code: string | undefined) => {
    if (code === undefined) throw new Error('no code is left')
    born.add(code)
    touched.add(code)
    return code
  }
  const newTownship = (county: RegionCode, pick: number) => {
    touched.add(county)
    return take(newCode(county, 3, pick))
  }
  const newCounty = (pick: number) => take(newCode('9901', 2, pick))

  const happen = ({ kind, picks: [a = 0, b = 0, c = 0, d = 0] }: Event) => {
    const step = history.steps[at] as Map<RegionCode, Step>
    const pickOf = (codes: readonly RegionCode[], pick: number) => codes[pick % codes.length]
    const towns = free(9)
    const counties = free(6).filter((county) => below(county).every((town) => !touched.has(town)))
    const one = pickOf(towns, a)
    const other = pickOf(
      towns.filter((code) => code !== one),
      b,
    )
    const county = pickOf(
      all(6).filter((code) => !born.has(code) && !dying.has(code)),
      c,
    )
    const first = pickOf(counties, a)
    const second = pickOf(
      counties.filter((code) => code !== first),
      b,
    )
    const become = (from: RegionCode, to: RegionCode, how: RegionChange['kind']) => {
      touched.add(from)
      tell(how, from, to)
      step.set(from, [{ to, tenths: 10 }])
      if (from !== to) dying.add(from)
    }
    const moveInto = (from: RegionCode, to: RegionCode) => {
      for (const town of below(from)) become(town, newTownship(to, d), 'recode')
    }
    if (kind === 'recode' && one && county) become(one, newTownship(county, d), 'recode')
    if (kind === 'rename' && one) {
      touched.add(one)
      const row = open.get(one)
      end(one)
      if (row) open.set(one, { ...row, region_name: `${row.region_name}新`, valid_from: monthAt(at) })
      if (d % 2) tell('rename', one, one)
    }
    if (kind === 'exchange' && one && other) {
      become(one, other, 'recode')
      become(other, one, 'recode')
      born.add(one).add(other)
    }
    if (kind === 'merge' && one && other && county) {
      const into = d % 3 === 0 ? one : newTownship(county, d)
      if (into !== one || d % 2) become(one, into, 'merge')
      touched.add(one)
      become(other, into, 'merge')
    }
    if (kind === 'split' && one && county) {
      touched.add(one)
      const livesOn = a % 2 === 0
      const parts = [livesOn ? one : newTownship(one.slice(0, 6), d), newTownship(county, d + 1)]
      if (b % 3 === 0) parts.push(newTownship(county, d + 2))
      const tenths = parts.length === 3 ? [2, 5, 3] : [(b % 9) + 1, 9 - (b % 9)]
      // Four decimals hold four such splits one after the other.
      const isShared = c % 2 === 0 && shares < 4
      if (isShared) shares++
      for (const [index, part] of parts.entries()) tell('split', one, part, isShared ? tenths[index] : undefined)
      if (!livesOn) dying.add(one)
      if (isShared)
        step.set(
          one,
          parts.map((to, index) => ({ to, tenths: tenths[index] ?? 0 })),
        )
      else step.set(one, livesOn ? [{ to: one, tenths: 10 }] : { among: parts })
    }
    if (kind === 'county-recode' && first) {
      const to = newCounty(d)
      become(first, to, 'recode')
      moveInto(first, to)
    }
    if (kind === 'county-merge' && first && second) {
      const into = c % 2 ? first : newCounty(d)
      touched.add(first)
      if (into !== first) {
        become(first, into, 'merge')
        moveInto(first, into)
      }
      become(second, into, 'merge')
      moveInto(second, into)
    }
    if (kind === 'county-split' && first) {
      touched.add(first)
      const parts = [c % 2 ? first : newCounty(d), newCounty(d + 1)]
      for (const part of parts) tell('split', first, part)
      if (!parts.includes(first)) dying.add(first)
      for (const [index, town] of below(first).entries()) {
        const to: RegionCode = parts[index % 2] ?? first
        if (to !== first) become(town, newTownship(to, d), 'recode')
      }
    }
  }
  let dying = new Set<RegionCode>()

  for (const code of [city, '990101', '990102', '990103']) begin(code)
  for (const county of all(6)) for (const suffix of ['001', '002']) begin(county + suffix)
  for (at = 0; at < months.length; at++) {
    ;[touched, born, dying] = [new Set(), new Set(), new Set()]
    history.steps.push(new Map())
    for (const event of events) if (event.at === at && at > 0) happen(event)
    for (const code of dying) end(code)
    for (const code of born) begin(code)
    history.townships.push(all(9))
    history.since.push(new Map(since))
  }
  history.regions.push(...open.values())
  return history
}

/** Where a township's figures of a month belong in a later one: shares in ten-thousandths, each of one code or of several together. */
export function whereabouts(
  { steps }: MadeHistory,
  township: RegionCode,
  from: number,
  to: number,
): { share: number; among: RegionCode[] }[] {
  let parts = [{ share: 10_000, among: [township] }]
  for (const step of steps.slice(from + 1, to + 1))
    parts = parts.flatMap(({ share, among }) => {
      const [only] = among
      const gone = among.length === 1 && only !== undefined ? step.get(only) : undefined
      if (gone && !('among' in gone))
        return gone.map((part) => ({ share: (share * part.tenths) / 10, among: [part.to] }))
      const next = among.flatMap((code) => {
        const went = step.get(code)
        if (went === undefined) return [code]
        return 'among' in went ? went.among : went.map((part) => part.to)
      })
      return [{ share, among: [...new Set(next)] }]
    })
  return parts
}
