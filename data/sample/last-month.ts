import { type Period, sayPeriod, shiftPeriod } from '../../src/domain/period.js'
import { counties, unitIn } from './counties.js'
import { formOf } from './form.js'
import { extensionOf, type FormFormat, formBytes, textBytes } from './form-file.js'
import type { Habit } from './habits/habit.js'
import { firstAttempt, habits } from './habits.js'
import { letterOf } from './letter.js'
import type { ReturnRow } from './return-row.js'
import type { SampleReturn } from './returns.js'
import type { SampleFile } from './sample-file.js'
import { lastMonthDefects, lateArrivals } from './story.js'
import { withTooMany, withUnverified } from './wrong-rows.js'

/** Counties that do not send a workbook. */
const textFormats: Record<string, FormFormat> = {
  990303: 'utf-8 with bom',
  990309: 'utf-8',
  990328: 'utf-8 with bom',
  990304: 'gb18030',
  990324: 'gb18030',
  990326: 'gb18030',
}

/** A county's return of the month: whose, which, and the rows it should hold. */
interface CountyReturn {
  code: string
  county: string
  sample: SampleReturn
  month: Period
  rows: readonly ReturnRow[]
}

/**
 * The monthly returns of one month as its counties sent them: a file for each county and return, as it fills in forms; one of them
 * twice, and a letter from a county that has no figures.
 */
export async function lastMonthFiles(returns: readonly SampleReturn[], month: Period): Promise<SampleFile[]> {
  const units = new Map(counties.map((county) => unitIn(county, month)).map(({ code, name }) => [code, name]))
  const monthly = returns.filter(({ dataset }) => dataset.frequency === 'M')
  const files = monthly.flatMap((sample, order) => {
    const all = sample.rowsOf(month)
    return [...units].sort().flatMap(([code, county], index) => {
      const rows = all.filter(({ region_code }) => region_code.startsWith(code))
      const received_at = arrival(month, code, sample.dataset.id, order, index)
      return filesOf({ code, county, sample, month, rows }, received_at)
    })
  })
  return Promise.all(files)
}

function filesOf(sent: CountyReturn, received_at: string): Promise<SampleFile>[] {
  const { code, sample, month, rows } = sent
  const { corrected, letter } = lastMonthDefects
  const is = ({ county, dataset }: { county: string; dataset: string }) =>
    county === code && dataset === sample.dataset.id
  // A county that is silent sends no file, not an empty one; one of them explains itself.
  if (rows.length === 0) return is(letter) ? [letterFile(sent, at(month, letter.arrival))] : []
  const own = habits[`${code}/${sample.dataset.id}`] ?? []
  if (!is(corrected)) return [formFile(sent, own, received_at)]
  return [formFile(sent, firstAttempt, received_at), formFile(sent, own, at(month, corrected.arrival), '（更正）')]
}

async function formFile(sent: CountyReturn, own: readonly Habit[], received_at: string, end = ''): Promise<SampleFile> {
  const { code, county, sample, month, rows } = sent
  const format = textFormats[code] ?? 'xlsx'
  const clean = formOf(
    sample.dataset,
    county,
    month,
    withDefects(sample.dataset.id, code, rows),
    received_at.slice(0, 10),
  )
  const form = own.reduce((before, habit) => habit(before), clean)
  const bytes = await formBytes(form, format, received_at)
  return { path: pathOf(sent, end, extensionOf(format)), bytes, received_at }
}

async function letterFile(sent: CountyReturn, received_at: string): Promise<SampleFile> {
  const text = letterOf(sent.county, sent.sample.dataset.title.zh, sent.month)
  return { path: pathOf(sent, '', 'csv'), bytes: textBytes(text, 'gb18030'), received_at }
}

function pathOf({ county, sample, month }: CountyReturn, end: string, extension: string): string {
  return `inbox/${month}/${county}_${sample.short_title}_${sayPeriod(month, 'zh')}${end}.${extension}`
}

function withDefects(dataset: string, county: string, rows: readonly ReturnRow[]): ReturnRow[] {
  const { too_many, unverified } = lastMonthDefects
  return rows.map((row, index) => {
    if (dataset === too_many.dataset && county === too_many.county && index === too_many.row) return withTooMany(row)
    if (dataset === unverified.dataset && county === unverified.county && index === unverified.row)
      return withUnverified(row, unverified.column)
    return row
  })
}

/** Between the 2nd and the 5th in working hours, except for those who are late; every file at its own minute. */
export function arrival(month: Period, county: string, dataset: string, order: number, index: number): string {
  const day = lateArrivals[`${county}/${dataset}`] ?? 2 + ((index * 5 + order) % 4)
  const two = (value: number) => String(value).padStart(2, '0')
  return at(month, { day, time: `${two(1 + ((index + 3 * order) % 8))}:${two((index * 7 + order * 29) % 60)}` })
}

/** A time (UTC) in the month after the one that is reported. */
function at(month: Period, { day, time }: { day: number; time: string }): string {
  return `${shiftPeriod(month, 1)}-${String(day).padStart(2, '0')}T${time}:00Z`
}
