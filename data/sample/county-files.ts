import { type Period, sayPeriod } from '../../src/domain/period.js'
import { unitIn } from './counties.js'
import { historyBytes } from './history-file.js'
import { arrival } from './last-month.js'
import type { Prefecture } from './prefectures.js'
import type { SampleReturn } from './returns.js'
import type { SampleFile } from './sample-file.js'

/** The monthly returns of one month, a clean file for each county and return: in a province nobody plays a clerk for every county. */
export function countyFiles(
  { name: prefecture, counties }: Prefecture,
  returns: readonly SampleReturn[],
  month: Period,
): SampleFile[] {
  const units = [...new Map(counties.map((county) => unitIn(county, month)).map(({ code, name }) => [code, name]))]
  const monthly = returns.filter(({ dataset }) => dataset.frequency === 'M')
  return monthly.flatMap(({ dataset, short_title, rowsOf }, order) => {
    const all = rowsOf(month)
    return units.sort().flatMap(([code, county], index): SampleFile[] => {
      const rows = all.filter(({ region_code }) => region_code.startsWith(code))
      if (rows.length === 0) return []
      const path = `inbox/${month}/${prefecture}/${county}_${short_title}_${sayPeriod(month, 'zh')}.csv`
      return [{ path, bytes: historyBytes(dataset, rows), received_at: arrival(month, code, dataset.id, order, index) }]
    })
  })
}
