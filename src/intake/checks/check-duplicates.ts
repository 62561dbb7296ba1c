import { periodText } from '../../domain/period.js'
import { finding } from '../finding.js'
import { cellAt } from '../reading/grid.js'
import type { ReadRow } from '../rows/row.js'

/** Where each key stood first. Rows that are looked at in several parts share one, in their order. */
export type FirstRows = Map<string, { sheet: string | null; number: number }>

/** Rejects every row whose region, period and key were already there, on whatever sheet: which one is right is not ours to say. */
export function checkDuplicates(rows: readonly ReadRow[], first: FirstRows = new Map()): void {
  for (const row of rows) {
    const { table, region, period, source } = row
    if (region === null || period === null) continue
    const keys = table.measures.filter(({ column }) => column.key)
    if (keys.some(({ column }) => row.unread.has(column.name))) continue
    const key = [region.region_code, period, ...keys.map(({ column }) => row.values[column.name])].join('\u0001')
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, { sheet: table.sheet, number: source.number })
      continue
    }
    const { sheet } = table
    // Where one region has many rows, the key is what repeats.
    const at = keys[0]?.at ?? table.name ?? table.code ?? 0
    const column = keys[0]?.column.name ?? (at === table.name ? 'region_name' : 'region_code')
    const place = { sheet, row: source.number, at, column }
    const elsewhere = before.sheet === sheet ? '' : `${before.sheet}!`
    const values = { first: `${elsewhere}${before.number}`, period: periodText(period) }
    row.findings.push(
      finding('reject', 'duplicate_row', { ...place, original: cellAt(source, at).text.trim() }, values),
    )
  }
}
