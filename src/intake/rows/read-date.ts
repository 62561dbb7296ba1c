import { tight } from '../plain-text.js'
import type { Cell } from '../reading/grid.js'

/** Days from 1970 to the day that spreadsheets count from, with their 29 February 1900 that never was. */
const epoch = 25_569

/** A day as `YYYY-MM-DD` from `2026年10月15日`, `2026/10/15`, `20261015` or a spreadsheet's serial number; else null. */
export function readDate({ text, value }: Cell): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  // Only a typed cell can hold a serial number; in text five digits may be anything. 1954 to 2119.
  if (typeof value === 'number' && Number.isInteger(value) && value >= 20_000 && value < 80_000)
    return new Date((value - epoch) * 86_400_000).toISOString().slice(0, 10)
  const match = /^((?:19|20)\d\d)(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d\d)(\d\d))$/.exec(
    tight(text),
  )
  if (!match) return null
  const [year, month, day] = [match[1], match[3] ?? match[5] ?? match[7], match[4] ?? match[6] ?? match[8]].map(
    Number,
  ) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  // 31 September would become 1 October.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
