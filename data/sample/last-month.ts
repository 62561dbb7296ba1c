import { type Period, sayPeriod, shiftPeriod } from '../../src/domain/period.js'
import { counties, unitIn } from './counties.js'
import { formOf } from './form.js'
import { extensionOf, type FormFormat, formBytes } from './form-file.js'
import type { ReturnRow } from './return-row.js'
import type { SampleReturn } from './returns.js'
import type { SampleFile } from './sample-file.js'
import { lastMonthDefects, lateArrivals } from './story.js'
import { withTooMany, withUnverified } from './wrong-rows.js'

/** Counties that do not send a workbook. */
const textFormats: Record<string, FormFormat> = {
  990303: 'utf-8 with bom',
  990309: 'utf-8 with bom',
  990328: 'utf-8 with bom',
  990304: 'gb18030',
  990324: 'gb18030',
  990326: 'gb18030',
}

/** The monthly returns of one month as its counties sent them: a file for each county and return, as a filled-in form. */
export async function lastMonthFiles(returns: readonly SampleReturn[], month: Period): Promise<SampleFile[]> {
  const units = new Map(counties.map((county) => unitIn(county, month)).map(({ code, name }) => [code, name]))
  const monthly = returns.filter(({ dataset }) => dataset.frequency === 'M')
  const files = monthly.flatMap(({ dataset, short_title, rowsOf }, order) => {
    const all = rowsOf(month)
    return [...units].sort().flatMap(([code, name], index) => {
      const rows = all.filter(({ region_code }) => region_code.startsWith(code))
      // A county that is silent sends no file, not an empty one.
      if (rows.length === 0) return []
      const format = textFormats[code] ?? 'xlsx'
      const form = formOf(dataset, name, month, withDefects(dataset.id, code, rows))
      const received_at = arrival(month, code, dataset.id, order, index)
      const path = `inbox/${month}/${name}_${short_title}_${sayPeriod(month, 'zh')}.${extensionOf(format)}`
      return [formBytes(form, format, received_at).then((bytes): SampleFile => ({ path, bytes, received_at }))]
    })
  })
  return Promise.all(files)
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
function arrival(month: Period, county: string, dataset: string, order: number, index: number): string {
  const day = lateArrivals[`${county}/${dataset}`] ?? 2 + ((index * 5 + order) % 4)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${shiftPeriod(month, 1)}-${two(day)}T${two(1 + ((index + 3 * order) % 8))}:${two((index * 7 + order * 29) % 60)}:00Z`
}
