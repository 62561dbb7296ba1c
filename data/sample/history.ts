import {
  dueDate,
  lastCompletePeriod,
  monthsOf,
  type Period,
  periodsBetween,
  sayPeriod,
  shiftPeriod,
} from '../../src/domain/period.js'
import { type County, unitIn } from './counties.js'
import { historyBytes } from './history-file.js'
import type { Prefecture } from './prefectures.js'
import type { ReturnRow } from './return-row.js'
import type { SampleReturn } from './returns.js'
import type { SampleFile } from './sample-file.js'
import { corrections } from './story.js'
import { asSentFirst } from './wrong-rows.js'

/** When a return comes in: the day of the month after, the hour and minute (UTC); none of them twice. */
const arrivals: Record<string, { day: number; time: string }> = {
  coverage: { day: 4, time: '01:12' },
  stipend: { day: 4, time: '02:47' },
  income: { day: 19, time: '03:05' },
  rural_income: { day: 25, time: '06:31' },
  premises: { day: 8, time: '05:16' },
  funding: { day: 8, time: '06:02' },
  funding_budget: { day: 9, time: '01:40' },
  team: { day: 8, time: '07:33' },
  rectification: { day: 9, time: '03:21' },
  burden: { day: 3, time: '03:38' },
  tasks: { day: 3, time: '07:21' },
}

/** The years whose village incomes came after the due day. */
const lateIncome: Record<Period, number> = { 2017: 26, 2020: 27 }

/** One file: what it covers, as said in its name, and its periods. */
interface Portion {
  said: string
  periods: Period[]
}

/** Files of a prefecture, of all periods up to the last month, both included, by return and time; and those that correct one. */
export function historyFiles(
  { name, counties }: Prefecture,
  returns: readonly SampleReturn[],
  lastMonth: Period,
): SampleFile[] {
  return returns.flatMap((sample) => {
    const { dataset, short_title } = sample
    const files = portionsOf(sample, lastMonth).map(({ said, periods }): SampleFile => {
      const rows = periods.flatMap((period) => asSentFirst(dataset.id, period, sample.rowsOf(period)))
      return {
        path: `inbox/history/${name}_${short_title}_${said}.csv`,
        bytes: historyBytes(dataset, rows),
        received_at: receivedAt(dataset.id, periods.at(-1) ?? lastMonth),
      }
    })
    const corrected = corrections.flatMap((correction) => {
      const county = counties.find(({ code }) => code === correction.county)
      const isIn = sample.first <= correction.period && monthsOf(correction.period).last <= lastMonth
      return county && isIn && correction.dataset === dataset.id ? [correctionFile(county, sample, correction)] : []
    })
    return [...files, ...corrected]
  })
}

/** Annual returns and past years are one file a year, the year of the last month is one file a month or quarter. */
function portionsOf({ dataset, first }: SampleReturn, lastMonth: Period): Portion[] {
  const openYear = shiftPeriod(lastMonth, 1).slice(0, 4)
  const years = periodsBetween(first.slice(0, 4), String(Number(openYear) - 1))
  if (dataset.frequency === 'A') return years.map((year) => ({ said: `${year}年`, periods: [year] }))
  const last = (month: Period) => lastCompletePeriod(dataset.frequency, month)
  // Only what was wholly over by the end of a month is reported then.
  const within = (from: Period, to: Period) =>
    periodsBetween(shiftPeriod(last(shiftPeriod(from, -1)), 1), last(to)).filter((period) => period >= first)
  const closed = years.flatMap((year): Portion[] =>
    // What is corrected was sent before its correction, so that year came in halves.
    corrections.some(({ dataset: id, period }) => id === dataset.id && period.startsWith(year))
      ? [
          { said: `${year}年上半年`, periods: within(`${year}-01`, `${year}-06`) },
          { said: `${year}年下半年`, periods: within(`${year}-07`, `${year}-12`) },
        ]
      : [{ said: `${year}年`, periods: within(`${year}-01`, `${year}-12`) }],
  )
  const open = within(`${openYear}-01`, lastMonth).map((period) => ({
    said: sayPeriod(period, 'zh'),
    periods: [period],
  }))
  return [...closed.filter(({ periods }) => periods.length > 0), ...open]
}

function correctionFile(county: County, sample: SampleReturn, correction: (typeof corrections)[number]): SampleFile {
  const { name } = unitIn(county, monthsOf(correction.period).last)
  const rows = sample
    .rowsOf(correction.period)
    .filter(({ region_code }: ReturnRow) => region_code.startsWith(correction.county))
  return {
    path: `inbox/history/${name}_${sample.short_title}_${sayPeriod(correction.period, 'zh')}_更正.csv`,
    bytes: historyBytes(sample.dataset, rows),
    received_at: correction.received_at,
  }
}

function receivedAt(dataset: string, period: Period): string {
  const { day, time } = arrivals[dataset] ?? { day: 4, time: '04:00' }
  const arrival = dataset === 'income' ? (lateIncome[period] ?? day) : day
  return `${dueDate(period, arrival)}T${time}:00Z`
}
