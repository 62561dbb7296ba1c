import type { Break } from '../../src/domain/history-data.js'
import type { Period } from '../../src/domain/period.js'
import type { RegionCode } from '../../src/domain/region.js'
import type { Series } from '../../src/domain/topic-data.js'
import { lastMonth, sayPeriod } from './period.js'
import type { View } from './view.js'

/** So many regions are named one by one. */
const named = 5

/** The changes that a chart marks: the selected region's and the city's, or without a selection every one that words say something of. */
export function shownBreaks(breaks: readonly Break[], selected: RegionCode | null, view: View): Break[] {
  const own = selected
    ? breaks.filter(({ region_code: code }) => code === selected || view.isCity(code))
    : breaks.filter(({ note, former }) => note !== '' || former !== null)
  // Two counties that became one are one sentence.
  return [...new Map(own.map((each) => [each.former ? each : `${each.period} ${each.note}`, each])).values()].sort(
    (a, b) => a.period.localeCompare(b.period),
  )
}

/** A boundary change in words; the period is not said twice when the note begins with it. */
export function sayBreak(view: View, { region_code, period, note, former }: Break): string {
  const said = sayPeriod(view.lang, period)
  const region = view.name(region_code)
  if (former) return view.say('break.reused', { period: said, code: region_code, former, region })
  if (note === '') return view.say('break.unsaid', { period: said, region })
  return view.say(isDated(note, period) ? 'break.said' : 'break.dated', { period: said, note })
}

/** A renaming in words. */
export function sayRenaming(view: View, { period, note }: Pick<Break, 'period' | 'note'>): string {
  const said = sayPeriod(view.lang, period)
  return view.say(isDated(note, period) ? 'renaming.said' : 'renaming.dated', { period: said, note })
}

function isDated(note: string, period: Period): boolean {
  return note.startsWith(sayPeriod('zh', period))
}

/** Which figures of a chart's lines were carried back onto the boundaries of today; null when none were. */
export function sayCarried(
  view: View,
  series: readonly Pick<Series, 'region_code' | 'carried_until'>[],
  selected: RegionCode | null,
): string | null {
  const carried = series.filter(({ carried_until }) => carried_until !== null)
  const own = carried.find(({ region_code }) => region_code === selected)
  if (own?.carried_until)
    return view.say('carried.until', {
      region: view.name(own.region_code),
      period: sayPeriod(view.lang, own.carried_until),
    })
  if (selected || carried.length === 0) return null
  return carried.length > named
    ? view.say('carried.many', { count: carried.length })
    : view.say('carried.some', {
        regions: carried.map(({ region_code }) => view.name(region_code)).join(view.say('list.comma')),
      })
}

/** Positions among the periods of the first one of each change: a small line is marked before them. */
export function breakPositions(periods: readonly Period[], breaks: readonly Break[]): number[] {
  const at = breaks.map(({ period }) => periods.findIndex((each) => lastMonth(each) >= period))
  return [...new Set(at.filter((position) => position > 0))]
}
