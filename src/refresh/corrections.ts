import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { type Correction, CorrectionRow } from '../domain/correction.js'
import type { Dataset } from '../domain/dataset.js'
import { monthsOf } from '../domain/period.js'
import { isValidIn, type Region } from '../domain/region.js'
import { settledCorrection } from '../domain/settle-correction.js'
import { personalNumberIn } from '../intake/table/personal.js'
import { readTable, wrongCell } from './reference-table.js'

/**
 * The corrections that the installation declares, in the order of its file; none where there is no file. Throws a Refusal when a line
 * does not fit the declared returns, is of a region that was none then, shows a number of a person, or when two are of one cell.
 */
export async function readCorrections(
  folder: string,
  datasets: readonly Dataset[],
  regions: readonly Region[],
): Promise<Correction[]> {
  const path = join(folder, 'corrections.csv')
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (!isThere) return []
  const schema = settledCorrection(datasets)
  const table = await readTable(path, Object.keys(CorrectionRow.shape), schema)
  const corrections = table.map(({ line, row }): Correction => ({ line, ...row }))
  for (const [index, correction] of corrections.entries()) {
    const { line, region_code: found, column } = correction
    const month = monthsOf(correction.period).last
    if (!regions.some((region) => region.region_code === found && isValidIn(region, month)))
      throw wrongCell(
        { path, line, column: 'region_code', found },
        { zh: `${month} 没有这个代码的地区`, en: `no region had this code in ${month}` },
      )
    for (const [field, words] of Object.entries({ decided_by: correction.decided_by, reason: correction.reason }))
      if (personalNumberIn(words) !== null)
        throw wrongCell(
          { path, line, column: field, found: words },
          { zh: '不能有证件号或手机号', en: 'no number of a person belongs here' },
        )
    const other = corrections.slice(0, index).find((earlier) => isInTheWay(earlier, correction))
    if (other)
      throw wrongCell(
        { path, line, column: 'column_name', found: column?.name ?? '' },
        { zh: `第 ${other.line} 行已更正这一格，只留一行`, en: `line ${other.line} is of the same cell: keep one` },
      )
  }
  return corrections
}

/** True for two corrections of one cell; a row that is dropped has no cells left. */
function isInTheWay(a: Correction, b: Correction): boolean {
  const isSameRow = a.dataset === b.dataset && a.region_code === b.region_code && a.period === b.period
  const isDropped = [a, b].some(({ column, action }) => column === null && action === 'drop')
  return isSameRow && (isDropped || a.column?.name === b.column?.name)
}
