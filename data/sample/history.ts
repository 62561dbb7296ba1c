import { dueDate, type Period, periodsBetween, shiftPeriod } from '../../src/domain/period.js'
import { type County, unitIn } from './counties.js'
import { historyBytes } from './history-file.js'
import type { Prefecture } from './prefectures.js'
import type { ReturnRow } from './return-row.js'
import type { SampleReturn } from './returns.js'
import type { SampleFile } from './sample-file.js'
import { correction } from './story.js'
import { asSentFirst } from './wrong-rows.js'

/** When a return comes in: the day of the month after, the hour and minute (UTC); none of them twice. */
const arrivals: Record<string, { day: number; time: string }> = {
  coverage: { day: 4, time: '01:12' },
  stipend: { day: 4, time: '02:47' },
  income: { day: 19, time: '03:05' },
  rural_income: { day: 25, time: '06:31' },
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

/** Files of a prefecture, of all periods up to the last, both included, by return and time; and the file that corrects one month. */
export function historyFiles(
  { name, counties }: Prefecture,
  returns: readonly SampleReturn[],
  lastMonth: Period,
): SampleFile[] {
  const corrected = counties.find(({ code }) => code === correction.county)
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
    const isCorrected = dataset.id === 'coverage' && sample.first <= correction.period && correction.period <= lastMonth
    return corrected && isCorrected ? [...files, correctionFile(corrected, sample)] : files
  })
}

/** Annual returns and past years are one file a year, the year of the last month is one file a month. */
function portionsOf({ dataset, first }: SampleReturn, lastMonth: Period): Portion[] {
  const openYear = shiftPeriod(lastMonth, 1).slice(0, 4)
  const years = periodsBetween(first.slice(0, 4), String(Number(openYear) - 1))
  if (dataset.frequency === 'A') return years.map((year) => ({ said: `${year}年`, periods: [year] }))
  const months = (year: Period, from: number, to: number) =>
    periodsBetween(`${year}-${String(from).padStart(2, '0')}`, `${year}-${String(to).padStart(2, '0')}`).filter(
      (month) => month >= first,
    )
  const closed = years.flatMap((year): Portion[] =>
    // The corrected month was sent before its correction, so that year came in halves.
    dataset.id === 'coverage' && correction.period.startsWith(year)
      ? [
          { said: `${year}年上半年`, periods: months(year, 1, 6) },
          { said: `${year}年下半年`, periods: months(year, 7, 12) },
        ]
      : [{ said: `${year}年`, periods: months(year, 1, 12) }],
  )
  const open = periodsBetween(`${openYear}-01`, lastMonth)
    .filter((month) => month >= first)
    .map((period) => ({ said: sayMonth(period), periods: [period] }))
  return [...closed.filter(({ periods }) => periods.length > 0), ...open]
}

function correctionFile(county: County, sample: SampleReturn): SampleFile {
  const { name } = unitIn(county, correction.period)
  const rows = sample
    .rowsOf(correction.period)
    .filter(({ region_code }: ReturnRow) => region_code.startsWith(correction.county))
  return {
    path: `inbox/history/${name}_${sample.short_title}_${sayMonth(correction.period)}_更正.csv`,
    bytes: historyBytes(sample.dataset, rows),
    received_at: correction.received_at,
  }
}

function receivedAt(dataset: string, period: Period): string {
  const { day, time } = arrivals[dataset] ?? { day: 4, time: '04:00' }
  const arrival = dataset === 'income' ? (lateIncome[period] ?? day) : day
  return `${dueDate(period, arrival)}T${time}:00Z`
}

function sayMonth(month: Period): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`
}
