import { type Period, shiftPeriod } from '../../src/domain/period.js'
import { buildTownships } from './city.js'
import { countyFiles } from './county-files.js'
import { historyFiles } from './history.js'
import { lastMonthFiles } from './last-month.js'
import { areas, type Scale } from './prefectures.js'
import { referenceFiles } from './reference-files.js'
import { sampleReturns } from './returns.js'
import type { SampleFile } from './sample-file.js'

export type { SampleFile } from './sample-file.js'

/** How much is made: months (both included) and area. Left out, the months begin with 2018-01 and the area is the city. */
export interface SampleOptions {
  from?: Period
  to: Period
  scale?: Scale
}

/**
 * Every file of the fictional city, or of its province, up to a month (from 2018-01 unless said otherwise): regions, the history as clean
 * CSV, and the last month as its counties sent it. The same months give the same bytes, always; what a later end says of an earlier
 * month does not differ.
 */
export async function generateSample({ from = '2018-01', to, scale = 'city' }: SampleOptions): Promise<SampleFile[]> {
  if (!/^\d{4}-\d{2}$/.test(to) || to < from) throw new RangeError(`the sample ends in a month from ${from} on: ${to}`)
  const area = areas[scale]
  const townships = buildTownships(area.prefectures.flatMap(({ counties }) => counties))
  const files = [...referenceFiles(area, townships)]
  for (const prefecture of area.prefectures) {
    const own = townships.filter(({ county }) => prefecture.counties.includes(county))
    const returns = sampleReturns(own, prefecture, from)
    const [ofCity, ofCounties] = [true, false].map((is) =>
      returns.filter(({ is_of_city = false }) => is_of_city === is),
    )
    files.push(
      ...historyFiles(prefecture, ofCity ?? [], to),
      ...historyFiles(prefecture, ofCounties ?? [], shiftPeriod(to, -1)),
    )
    files.push(
      ...(scale === 'city'
        ? await lastMonthFiles(ofCounties ?? [], to)
        : countyFiles(prefecture, ofCounties ?? [], to)),
    )
  }
  return files
}
