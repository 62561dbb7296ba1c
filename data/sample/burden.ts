import type { Period } from '../../src/domain/period.js'
import { type BurdenRate, burdenLevel } from './burden-levels.js'
import { chance } from './chance.js'
import { type County, unitIn } from './counties.js'
import type { ReturnRow } from './return-row.js'

/** How busy a month is, January to December: meetings come with the new year and at its half, inspections before its end. */
const seasons: Record<BurdenRate, readonly number[]> = {
  documents: [0.9, 0.8, 1.15, 1.1, 1.05, 1.1, 0.95, 0.95, 1, 1, 1, 1],
  meetings: [1.2, 0.8, 1.1, 1, 0.95, 1.15, 0.95, 0.9, 0.95, 0.95, 1, 1.05],
  inspections: [0.8, 0.7, 0.9, 1, 1, 1.05, 0.95, 1, 1.05, 1.1, 1.2, 1.25],
}

/** What the units of a month, a county each, sent down, held and asked for; a merged unit has what its parts would have had together. */
export function burdenOf(counties: readonly County[], month: Period): ReturnRow[] {
  const units = new Map<string, { name: string; members: County[] }>()
  for (const county of counties) {
    const { code, name } = unitIn(county, month)
    units.set(code, { name, members: [...(units.get(code)?.members ?? []), county] })
  }
  return [...units].map(([region_code, { name, members }]) => {
    const sum = (rate: BurdenRate) => members.reduce((all, county) => all + countIn(county, rate, month), 0)
    const forms = Math.max(...members.map((county) => formsIn(county, month)))
    const values = {
      documents_issued: sum('documents'),
      meetings_held: sum('meetings'),
      inspections: sum('inspections'),
      forms_required: forms,
      cells_required: forms * (38 + Math.floor(30 * chance(region_code, 'cells'))),
    }
    return { period: month, region_code, region_name: name, values }
  })
}

function countIn({ code, like, region_class }: County, rate: BurdenRate, month: Period): number {
  const year = Number(month.slice(0, 4))
  const season = seasons[rate][Number(month.slice(5)) - 1] ?? 1
  // Small places hold and send less; 鹤堤区 has ten villages, and is hardly inspected.
  const size =
    (like === '990304' && rate === 'inspections' ? 0.3 : region_class === 'urban' ? 0.9 : 1.1) *
    (0.85 + 0.3 * chance(code, rate, 'size'))
  const usual = { documents: 64, meetings: 34, inspections: 22 }[rate] * size
  return Math.round(usual * season * burdenLevel(rate, like, month) * (0.97 + 0.06 * chance(code, rate, month, year)))
}

function formsIn({ code, like }: County, month: Period): number {
  return Math.round((26 + 10 * chance(code, 'forms')) * burdenLevel('documents', like, month) + 4)
}
