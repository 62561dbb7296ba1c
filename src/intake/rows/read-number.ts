import { plain } from '../plain-text.js'

/** A number as it was written, and the unit written behind it (empty when none). */
export interface WrittenNumber {
  value: number
  decimals: number
  unit: string
}

/** Digits, or groups of three with commas, a sign before and decimals behind: nothing else that a computer takes for a number. */
const pattern = /^([+-]?)(?:¥\s*)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*([^\d\s.,+-][^\d]*)?$/

/** Reads `1,900`, `７８`, `0.19万元`, `78%`. Null for everything else: `0x10`, `1_000`, `1e5`, `约40`, `—`. */
export function readNumber(text: string): WrittenNumber | null {
  const match = pattern.exec(plain(text))
  if (!match) return null
  const [, sign, whole = '', fraction = '', unit = ''] = match
  // A spreadsheet saves 12 as 12.00 when two decimals are shown: they say nothing.
  const decimals = fraction.replace(/0+$/, '')
  const value = Number(`${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}.${decimals || '0'}`)
  if (!Number.isFinite(value)) return null
  return { value: value === 0 ? 0 : value, decimals: decimals.length, unit: unit.replace(/\s+/g, '') }
}
