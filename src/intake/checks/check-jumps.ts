import { periodText, shiftPeriod } from '../../domain/period.js'
import { finding } from '../finding.js'
import { cellAt } from '../reading/grid.js'
import { isRejected, type ReadRow } from '../rows/row.js'
import type { Recall } from './recall.js'

/** Asks about stocks that moved by more than their column allows since the period before. */
export function checkJumps(rows: readonly ReadRow[], recall: Recall): void {
  for (const row of rows) {
    const { table, region, period } = row
    if (region === null || period === null || isRejected(row)) continue
    const before = shiftPeriod(period, -1)
    for (const { column, at } of table.measures) {
      if (column.jump_pct === null) continue
      const was = recall(table.dataset.id, before, region.region_code, column.name)
      const is = row.values[column.name]
      if (was === null || was === 0 || typeof is !== 'number') continue
      const change = (Math.abs(is - was) / Math.abs(was)) * 100
      if (change <= column.jump_pct) continue
      const original = cellAt(row.source, at).text
      const place = { sheet: table.sheet, row: row.source.number, at, column: column.name, original }
      const said = { header: column.header, period: periodText(before), before: was }
      row.findings.push(finding('warn', 'jump', place, { ...said, change: Math.round(change), limit: column.jump_pct }))
    }
  }
}
