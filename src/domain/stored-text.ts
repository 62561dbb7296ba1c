import { z } from 'zod'
import type { Column, ColumnKind } from './column.js'

/** Digits before and behind the point that a column of numbers holds; null for kinds that are no numbers. */
const room: Record<ColumnKind, { whole: number; places: number } | null> = {
  count: { whole: 18, places: 0 },
  amount: { whole: 16, places: 2 },
  share: { whole: 5, places: 4 },
  text: null,
  date: null,
  code: null,
}

/** True for a column that can be multiplied. */
export function isNumeric({ kind }: Pick<Column, 'kind'>): boolean {
  return room[kind] !== null
}

/**
 * A value in stored units, written as the warehouse writes it: `410` for a count, `1900.50` for an amount, `12.5000` for a share,
 * `2026-10-01`, a stored code, words. Null when it cannot stand in the column, such as half a firm or a third decimal of money.
 */
export function storedText(column: Pick<Column, 'kind' | 'codes'>, text: string): string | null {
  const numbers = room[column.kind]
  if (numbers !== null) {
    const decimal = decimalOf(text)
    if (decimal === null || decimal.places > numbers.places) return null
    const stored = written(decimal.digits * 10n ** BigInt(numbers.places - decimal.places), numbers.places)
    return stored.replace(/^-|\..*$/g, '').length > numbers.whole ? null : stored
  }
  if (column.kind === 'date') return z.iso.date().safeParse(text).success ? text : null
  if (column.kind === 'code') return Object.values(column.codes).includes(text) ? text : null
  return text === '' ? null : text
}

/** The exact product of two numbers in digits: `4100` times `0.1` is `410`. Null when either is none. */
export function times(a: string, b: string): string | null {
  const [one, other] = [decimalOf(a), decimalOf(b)]
  if (one === null || other === null) return null
  return written(one.digits * other.digits, one.places + other.places)
}

interface Decimal {
  /** The number without its point. */
  digits: bigint
  /** How many of them stand behind it; a zero at the end says nothing and is not counted. */
  places: number
}

/** Digits with at most one point, a minus before: nothing else that a computer takes for a number. */
function decimalOf(text: string): Decimal | null {
  const [, sign, whole = '', part = ''] = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text) ?? []
  if (sign === undefined) return null
  const fraction = part.replace(/0+$/, '')
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, places: fraction.length }
}

function written(digits: bigint, places: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  return `${digits < 0n ? '-' : ''}${whole}${places > 0 ? `.${text.slice(-places)}` : ''}`
}
