import { type Period, shiftPeriod } from '../../src/domain/period.js'
import { buildCity } from './city.js'
import { historyFiles } from './history.js'
import { lastMonthFiles } from './last-month.js'
import { referenceFiles } from './reference-files.js'
import { sampleReturns } from './returns.js'
import type { SampleFile } from './sample-file.js'

export type { SampleFile } from './sample-file.js'

/**
 * Every file of the fictional city up to a month (`2018-01` or later): regions, the history as clean CSV, and the last month as its
 * counties sent it. The same month gives the same bytes, always; what a later end says of an earlier month does not differ.
 */
export async function generateSample(options: { to: Period }): Promise<SampleFile[]> {
  if (!/^\d{4}-\d{2}$/.test(options.to) || options.to < '2018-01')
    throw new RangeError(`the sample ends in a month from 2018-01 on: ${options.to}`)
  const townships = buildCity()
  const returns = sampleReturns(townships)
  return [
    ...referenceFiles(townships),
    ...historyFiles(returns, shiftPeriod(options.to, -1)),
    ...(await lastMonthFiles(returns, options.to)),
  ]
}
