import type { ReadTable } from './read-table.js'

/** The tables, each with its number where one sheet has several: panels beside each other, or sheets that share a name. */
export function numberTables(tables: readonly ReadTable[]): ReadTable[] {
  return tables.map((read) => {
    const onSheet = tables.filter(({ table }) => table.sheet === read.table.sheet)
    return onSheet.length < 2 ? read : { ...read, table: { ...read.table, number: onSheet.indexOf(read) + 1 } }
  })
}
