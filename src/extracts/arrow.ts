import { Bool, type DataType, Float64, Int64, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import type { Result } from '../warehouse/warehouse.js'

/** Whole numbers of any size become 64-bit integers; decimals become doubles, as everywhere outside the warehouse. */
function typeOf(sqlType: string): DataType {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(sqlType)) return new Int64()
  if (/^(DECIMAL|DOUBLE|FLOAT)/.test(sqlType)) return new Float64()
  return sqlType === 'BOOLEAN' ? new Bool() : new Utf8()
}

/** A query's result as an Arrow IPC stream. A missing value stays missing; days and times are text as queries give them. */
export function toArrow({ columns, rows }: Result): Uint8Array {
  const vectors = columns.map(({ name, type }) => {
    const arrowType = typeOf(type)
    const values = rows.map((row) => {
      const value = row[name] ?? null
      if (value === null) return null
      if (arrowType instanceof Int64) return BigInt(value)
      return arrowType instanceof Utf8 ? String(value) : value
    })
    return [name, vectorFromArray(values, arrowType)] as const
  })
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream')
}
